package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/** One number a finding rests on, with what it was compared with. */
@Value.Immutable
@HouseStyle
public abstract class Evidence {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");

  Evidence() {}

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns what this number is called within its finding; phrases refer to it by this name.
   *
   * @return the name: letters only, such as {@code growth}
   */
  public abstract String name();

  /**
   * Returns which metric was measured.
   *
   * @return id and version, empty for a number that is no metric
   */
  public abstract Optional<KpiVersion> kpi();

  /**
   * Returns which part of the business was measured.
   *
   * @return the scope
   */
  @Value.Default
  public Scope scope() {
    return Scope.company();
  }

  /**
   * Returns when.
   *
   * @return the period, empty where none applies
   */
  public abstract Optional<Period> period();

  /**
   * Returns what was observed.
   *
   * @return the value with its n and interval, or no data
   */
  public abstract Measure observed();

  /**
   * Returns what was expected.
   *
   * @return a value in the unit of {@link #observed()}
   */
  public abstract OptionalDouble expected();

  /**
   * Returns the limit it was held against.
   *
   * @return a value in the unit of {@link #observed()}
   */
  public abstract OptionalDouble limit();

  /**
   * Returns which statistical test was made.
   *
   * @return the test's name, such as {@code exact binomial}
   */
  public abstract Optional<String> test();

  /**
   * Returns the p-value of the test alone.
   *
   * @return from 0 to 1
   */
  public abstract OptionalDouble pValue();

  /**
   * Returns the p-value adjusted for all statements of the round.
   *
   * @return from 0 to 1, at least {@link #pValue()}
   */
  public abstract OptionalDouble adjustedPValue();

  /**
   * Returns the currency of money.
   *
   * @return the currency, empty for other units
   */
  public abstract Optional<CurrencyUnit> currency();

  @Value.Check
  void check() {
    checkArgument(
        NAME.matcher(name()).matches(), "evidence is named '%s'; only letters are allowed", name());
  }

  /** Collects one number and its context. */
  public static final class Builder extends ImmutableEvidence.Builder {
    Builder() {}
  }
}
