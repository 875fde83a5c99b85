package dev.pacesetter.feedback;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Something to work on, with who does it, by when, and what will show it. */
@Value.Immutable
@HouseStyle
public abstract class DevelopmentPoint {
  DevelopmentPoint() {}

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what was found, with its evidence.
   *
   * @return a finding about the person that nothing else explains
   */
  public abstract Finding finding();

  /**
   * Returns which training fits.
   *
   * @return the training; empty for findings of rules that suggest none
   */
  public abstract Optional<Training> training();

  /**
   * Returns who does it.
   *
   * @return the person's id
   */
  public abstract String owner();

  /**
   * Returns by when it is to be tried.
   *
   * @return a working day
   */
  public abstract LocalDate due();

  /**
   * Returns which metric will show whether it helped.
   *
   * @return id and version
   */
  public abstract KpiVersion check();

  /** Collects a point. */
  public static final class Builder extends ImmutableDevelopmentPoint.Builder {
    Builder() {}
  }
}
