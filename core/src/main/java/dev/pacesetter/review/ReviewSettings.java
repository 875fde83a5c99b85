package dev.pacesetter.review;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.style.HouseStyle;
import org.immutables.value.Value;

/** How careful a review is, and what stands on its scorecards. */
@Value.Immutable
@HouseStyle
public abstract class ReviewSettings {
  private static final ImmutableList<Kpi> CARD =
      ImmutableList.of(
          Kpis.WON_VALUE,
          Kpis.WON_COUNT,
          Kpis.WIN_RATE,
          Kpis.AVERAGE_WON_VALUE,
          Kpis.SALES_CYCLE,
          Kpis.OPEN_COUNT,
          Kpis.OPEN_VALUE,
          Kpis.CREATED_COUNT,
          Kpis.DISCOUNT_RATE,
          Kpis.CSAT,
          Kpis.ACTIVITY_COUNT,
          Kpis.ORDER_VALUE);

  ReviewSettings() {}

  /**
   * Returns the standard settings.
   *
   * @return the settings a review has unless somebody sets others
   */
  public static ReviewSettings standard() {
    return builder().build();
  }

  /**
   * Returns a builder.
   *
   * @return a builder with the standard settings
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the share of false ones tolerated among the statements about people.
   *
   * @return the false-discovery rate over one round, strictly between 0 and 1; 0.10 as standard
   */
  @Value.Default
  public double falseDiscoveryRate() {
    return 0.10;
  }

  /**
   * Returns the level of a single test, for sample sizes and for comparisons within a team.
   *
   * @return the level, strictly between 0 and 1; 0.05 as standard
   */
  @Value.Default
  public double alpha() {
    return 0.05;
  }

  /**
   * Returns with which probability a difference worth noticing should be seen.
   *
   * @return the power, strictly between 0 and 1; 0.80 as standard
   */
  @Value.Default
  public double power() {
    return 0.80;
  }

  /**
   * Returns the smallest difference of a rate worth noticing.
   *
   * @return the difference as a share, above 0 and at most 0.5; 0.15 (15 points) as standard
   */
  @Value.Default
  public double smallestRateDifference() {
    return 0.15;
  }

  /**
   * Returns the smallest difference of amounts and durations worth noticing.
   *
   * @return the difference in standard deviations, above 0; 0.5 as standard
   */
  @Value.Default
  public double smallestEffect() {
    return 0.5;
  }

  /**
   * Returns with how many observations a test begins; below, nothing is said.
   *
   * @return the number, at least 1; 8 as standard
   */
  @Value.Default
  public int fewestObservations() {
    return 8;
  }

  /**
   * Returns what stands on a scorecard, where it is recorded.
   *
   * @return the metrics in the order of the card
   */
  @Value.Default
  public ImmutableList<Kpi> kpis() {
    return CARD;
  }

  @Value.Check
  void check() {
    checkShare("false-discovery rate", falseDiscoveryRate());
    checkShare("alpha", alpha());
    checkShare("power", power());
    checkArgument(
        smallestRateDifference() > 0 && smallestRateDifference() <= 0.5,
        "the smallest rate difference of a review is %s; it must be above 0 and at most 0.5",
        smallestRateDifference());
    checkArgument(
        smallestEffect() > 0 && Double.isFinite(smallestEffect()),
        "the smallest effect of a review is %s; it must be above 0 and finite",
        smallestEffect());
    checkArgument(
        fewestObservations() >= 1,
        "a review tests from %s observations on; it must be 1 or more",
        fewestObservations());
  }

  private static void checkShare(String name, double value) {
    checkArgument(
        value > 0 && value < 1,
        "the %s of a review is %s; it must be between 0 and 1, both excluded",
        name,
        value);
  }

  /** Collects settings. */
  public static final class Builder extends ImmutableReviewSettings.Builder {
    Builder() {}
  }
}
