package dev.pacesetter.plan.capacity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/** How much of their quotas people can be expected to reach, all of them together. */
public final class ExpectedAttainment {
  private static final double CONFIDENCE = 0.95;

  /**
   * What a person was asked for once, and what came of it.
   *
   * @param person the person's id
   * @param quota what they were to sell, above 0
   * @param sold what they sold
   */
  public record Past(String person, long quota, long sold) {
    /**
     * Checks the quota.
     *
     * @throws IllegalArgumentException if it is not above 0
     */
    public Past {
      checkArgument(quota > 0, "the past quota of %s is %s; it must be above 0", person, quota);
    }
  }

  private ExpectedAttainment() {}

  /**
   * Returns an attainment that is assumed.
   *
   * @param ratio the share of quotas that is reached, above 0
   * @return the attainment without an interval, with {@code n} of 0
   * @throws IllegalArgumentException if it is not finite or not above 0
   */
  public static Measure assumed(double ratio) {
    checkArgument(
        ratio > 0 && Double.isFinite(ratio),
        "the expected attainment is %s; it must be finite and above 0",
        ratio);
    return Measure.of(ratio, Unit.RATIO, 0);
  }

  /**
   * Returns the attainment of the past, the ratio of sums, with a 95 % interval.
   *
   * <p>With {@code q(i)} and {@code a(i)} what each of {@code n} people was asked for and sold in
   * all: {@code R = Σa/Σq}, {@code s² = n/(n-1) · Σ(a(i) - R·q(i))²}, interval {@code R ± t(n-1) ·
   * s/Σq}, not below 0. People are the units that vary: several periods of one person count as one.
   * The interval is for the mean attainment of people like these, not for that of one of them or of
   * one period.
   *
   * @param past what was, in any order
   * @return the attainment; {@code n} counts people; without an interval for one person; no data
   *     without anybody, or where nothing was sold
   * @see "Cochran (1977), Sampling Techniques, section 6.3: variance of the ratio estimate"
   */
  public static Measure ofPast(Iterable<Past> past) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (Past one : past) {
      double[] sum = sums.computeIfAbsent(one.person(), unseen -> new double[2]);
      sum[0] += one.quota();
      sum[1] += one.sold();
    }
    double quota = sums.values().stream().mapToDouble(sum -> sum[0]).sum();
    double sold = sums.values().stream().mapToDouble(sum -> sum[1]).sum();
    int n = sums.size();
    if (sold <= 0) {
      return Measure.noData(Unit.RATIO, n, n == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW);
    }
    double ratio = sold / quota;
    Measure attainment = Measure.of(ratio, Unit.RATIO, n);
    if (n == 1) {
      return attainment;
    }
    double squares =
        sums.values().stream()
            .mapToDouble(sum -> (sum[1] - ratio * sum[0]) * (sum[1] - ratio * sum[0]))
            .sum();
    double width =
        TDistribution.of(n - 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2)
            * Math.sqrt(squares * n / (n - 1))
            / quota;
    return attainment.withInterval(
        new Interval(Math.max(0, ratio - width), ratio + width, CONFIDENCE));
  }

  /**
   * Returns the attainment of goals whose period is over, as {@link #ofPast}.
   *
   * @param kpi what the goals are about
   * @param goals goals; those that speak of more than one person, of another metric, or of a period
   *     that is not over, are left out
   * @param facts what was sold
   * @return the attainment
   */
  public static Measure ofGoals(AdditiveKpi kpi, Iterable<SalesGoal> goals, SalesFacts facts) {
    ImmutableList.Builder<Past> past = ImmutableList.builder();
    for (SalesGoal goal : goals) {
      if (goal.scope().person().isPresent()
          && goal.kpi().id().equals(kpi.id())
          && goal.kpi().version() == kpi.version()
          && goal.target().bound() == Target.Bound.AT_LEAST
          && goal.target().amount() > 0
          && !goal.period().end().isAfter(facts.today())) {
        past.add(
            new Past(
                goal.scope().person().get(),
                goal.target().amount(),
                kpi.credits(facts).total(goal.scope(), goal.period())));
      }
    }
    return ofPast(past.build());
  }
}
