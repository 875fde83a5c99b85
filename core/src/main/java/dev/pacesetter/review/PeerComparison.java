package dev.pacesetter.review;

import dev.pacesetter.kpi.Direction;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.compare.FunnelLimits;
import dev.pacesetter.style.HouseStyle;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One person beside what the average of all would have reached with the same products.
 *
 * <p>The person's own deals are part of that average. This makes the tests a little cautious: the
 * fewer peers, the more.
 */
@Value.Immutable
@HouseStyle
public abstract class PeerComparison {

  /**
   * The rest of the person's team beside the same expectation.
   *
   * @param team the team's id
   * @param name what people call the team
   * @param observed what the whole team reached
   * @param expected what was to be expected of the team's products
   * @param restPValue p-value of the team without the person against the expectation
   * @param withinPValue p-value of the person against the rest of the team
   * @param explains whether the rest of the team differs in the same direction, and the person does
   *     not differ from it
   */
  public record TeamContext(
      String team,
      String name,
      Measure observed,
      double expected,
      double restPValue,
      double withinPValue,
      boolean explains) {}

  PeerComparison() {}

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns who is compared.
   *
   * @return the person's id
   */
  public abstract String person();

  /**
   * Returns what people call them.
   *
   * @return the name
   */
  public abstract String personName();

  /**
   * Returns in what they are compared.
   *
   * @return the metric
   */
  public abstract PeerMetric metric();

  /**
   * Returns what the person reached as it is.
   *
   * @return the value with its interval, or no data
   */
  public abstract Measure observed();

  /**
   * Returns the number of deals the comparison rests on.
   *
   * @return the count, at least 0
   */
  public abstract long n();

  /**
   * Returns what the average of all would have reached with this person's products.
   *
   * @return a value in the metric's unit; empty without deals
   */
  public abstract OptionalDouble expected();

  /**
   * Returns what all people reached together, whatever the products.
   *
   * @return the value, with n the number of deals of everybody
   */
  public abstract Measure company();

  /**
   * Returns what the person would have reached with the products of all: {@code observed / expected
   * · company}. The point to draw within the limits.
   *
   * @return the standardised value, or no data
   */
  public abstract Measure standardised();

  /**
   * Returns which test was made.
   *
   * @return the test's name
   */
  public abstract String test();

  /**
   * Returns the p-value against the expectation.
   *
   * @return from 0 to 1; empty when there was too little to test
   */
  public abstract OptionalDouble pValue();

  /**
   * Returns the p-value adjusted for all tests of the round.
   *
   * @return from 0 to 1; compared with the false-discovery rate
   */
  public abstract OptionalDouble adjustedPValue();

  /**
   * Returns the p-value against all people together, whatever the products, adjusted for all such
   * tests.
   *
   * @return from 0 to 1; empty when there was too little to test
   */
  public abstract OptionalDouble unmixedPValue();

  /**
   * Returns what the comparison with the expectation shows.
   *
   * @return the verdict
   */
  public abstract PeerVerdict verdict();

  /**
   * Returns what a comparison with all people together would seem to show. It disregards products
   * and supports no statement; it tells where the mix makes a difference.
   *
   * @return the verdict without regard to mix
   */
  public abstract PeerVerdict unmixedVerdict();

  /**
   * Returns how many deals it takes to notice a difference that matters.
   *
   * @return the number; empty when no number is enough, because there are too few peers
   */
  public abstract OptionalLong needed();

  /**
   * Returns within which limits 95 % of standardised rates fall by chance alone.
   *
   * @return the limits around the rate of all; empty for amounts, durations and without deals
   */
  public abstract Optional<FunnelLimits> limits95();

  /**
   * Returns within which limits 99.8 % of standardised rates fall by chance alone.
   *
   * @return the limits around the rate of all; empty for amounts, durations and without deals
   */
  public abstract Optional<FunnelLimits> limits998();

  /**
   * Returns how the rest of the team stands, where the person differs from the expectation.
   *
   * @return the team's context; empty when there is no difference or no other team to compare with
   */
  public abstract Optional<TeamContext> team();

  /**
   * Returns how many more deals it takes.
   *
   * @return {@code needed - n} where the verdict is not enough data; empty otherwise, and when no
   *     number is enough
   */
  public OptionalLong moreNeeded() {
    return verdict() == PeerVerdict.NOT_ENOUGH_DATA && needed().isPresent()
        ? OptionalLong.of(Math.max(1, needed().getAsLong() - n()))
        : OptionalLong.empty();
  }

  /**
   * Returns whether the tests support a difference.
   *
   * @return whether the verdict is above or below
   */
  public boolean isDifferent() {
    return verdict() == PeerVerdict.ABOVE || verdict() == PeerVerdict.BELOW;
  }

  /**
   * Returns whether the tests support a difference to the good side.
   *
   * @return whether the verdict lies in the metric's direction
   */
  public boolean isFavourable() {
    return switch (verdict()) {
      case ABOVE -> metric().direction() == Direction.HIGHER;
      case BELOW -> metric().direction() == Direction.LOWER;
      case IN_LINE, NOT_ENOUGH_DATA -> false;
    };
  }

  /**
   * Returns whether the tests support a difference to the other side.
   *
   * @return whether the verdict lies against the metric's direction
   */
  public boolean isUnfavourable() {
    return switch (verdict()) {
      case ABOVE -> metric().direction() == Direction.LOWER;
      case BELOW -> metric().direction() == Direction.HIGHER;
      case IN_LINE, NOT_ENOUGH_DATA -> false;
    };
  }

  /** Collects a comparison. */
  public static final class Builder extends ImmutablePeerComparison.Builder {
    Builder() {}
  }
}
