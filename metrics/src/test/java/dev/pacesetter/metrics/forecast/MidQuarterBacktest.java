package dev.pacesetter.metrics.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.QuantileType;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.MidQuarterForecasts.MidQuarterForecast;
import dev.pacesetter.metrics.forecast.MidQuarterForecasts.Now;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forecasts from the middle of quarters beside what the quarters brought, for every seller with two
 * quarters behind him, after the first year of the set.
 */
final class MidQuarterBacktest {
  private static final double LEVEL = 0.8;
  private static final double CENTS_IN_A_THOUSAND = 1e5;

  /** A middle of a quarter, and what came of it. */
  private record Case(Now now, long total) {
    long before() {
      return now.seller().total(now.quarter() - 1);
    }

    long quota() {
      return now.seller().quota(now.quarter());
    }
  }

  /**
   * How good one forecast was.
   *
   * @param crps the score of each case, in cents
   * @param coverage the share of totals within the band
   * @param quota probabilities of reaching the quota
   * @param growth probabilities of reaching what the quarter before brought
   */
  record Scores(ImmutableDoubleArray crps, Measure coverage, BrierScore quota, BrierScore growth) {
    double meanCrps() {
      return crps.stream().average().orElseThrow();
    }
  }

  private final ImmutableList<Case> cases;

  private MidQuarterBacktest(ImmutableList<Case> cases) {
    this.cases = cases;
  }

  static MidQuarterBacktest of(List<QuarterlySales> sellers) {
    ImmutableList.Builder<Case> cases = ImmutableList.builder();
    for (int q = MidQuarterForecasts.YEAR; q < AdventureWorksSales.QUARTERS; q++) {
      int quarter = q;
      ImmutableList<QuarterlySales> known =
          sellers.stream()
              .map(seller -> seller.knownInTheMiddleOf(quarter))
              .collect(ImmutableList.toImmutableList());
      for (int i = 0; i < known.size(); i++) {
        if (quarter >= known.get(i).firstQuarter() + 2) {
          Now now = new Now(known.get(i), quarter, known);
          cases.add(new Case(now, sellers.get(i).total(quarter)));
        }
      }
    }
    return new MidQuarterBacktest(cases.build());
  }

  int size() {
    return cases.size();
  }

  Scores scores(MidQuarterForecast forecast) {
    int n = cases.size();
    double[] crps = new double[n];
    double[] lower = new double[n];
    double[] upper = new double[n];
    double[] actual = new double[n];
    double[] ofQuota = new double[n];
    double[] ofGrowth = new double[n];
    boolean[] reached = new boolean[n];
    boolean[] grew = new boolean[n];
    for (int i = 0; i < n; i++) {
      Case at = cases.get(i);
      double[] totals = forecast.totals(at.now);
      Sample sample = Sample.of(Unit.MONEY, totals);
      actual[i] = (double) at.total;
      crps[i] = RankedProbabilityScore.ofEnsemble(actual[i], totals);
      lower[i] = sample.quantile(QuantileType.OBSERVED, (1 - LEVEL) / 2).value();
      upper[i] = sample.quantile(QuantileType.OBSERVED, (1 + LEVEL) / 2).value();
      ofQuota[i] = shareOfAtLeast((double) at.quota(), totals);
      ofGrowth[i] = shareOfAtLeast((double) at.before(), totals);
      reached[i] = at.total >= at.quota();
      grew[i] = at.total >= at.before();
    }
    return new Scores(
        ImmutableDoubleArray.copyOf(crps),
        IntervalScores.of(Unit.MONEY, LEVEL, lower, upper, actual).coverage(),
        BrierScore.of(ofQuota, reached),
        BrierScore.of(ofGrowth, grew));
  }

  private static double shareOfAtLeast(double amount, double[] totals) {
    return (double) Arrays.stream(totals).filter(total -> total >= amount).count() / totals.length;
  }

  /**
   * How much more a forecast was off than another, by quarter, since what happens in a quarter
   * happens to all: the mean of the quarters' means with its interval.
   */
  Measure difference(Scores scores, Scores other) {
    Map<Integer, List<Double>> byQuarter = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      byQuarter
          .computeIfAbsent(cases.get(i).now.quarter(), quarter -> new ArrayList<>())
          .add(scores.crps.get(i) - other.crps.get(i));
    }
    double[] means =
        byQuarter.values().stream()
            .mapToDouble(
                differences ->
                    differences.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
            .toArray();
    return Sample.of(Unit.MONEY, means).mean();
  }

  /** The rows of the table of the README, amounts in thousands. */
  List<String> rows(ImmutableMap<String, MidQuarterForecast> forecasts) {
    List<String> rows = new ArrayList<>();
    Scores naive = scores(forecasts.values().iterator().next());
    forecasts.forEach(
        (name, forecast) -> {
          Scores scores = scores(forecast);
          String beside = rows.isEmpty() ? "" : text(difference(scores, naive)) + " ";
          rows.add(
              String.format(
                  Locale.ROOT,
                  "| %s | %.1f | %s| %.0f %% | %.3f | %.3f |",
                  name,
                  scores.meanCrps() / CENTS_IN_A_THOUSAND,
                  beside,
                  100 * scores.coverage.value(),
                  scores.quota.score().value(),
                  scores.growth.score().value()));
        });
    rows.add(
        String.format(
            Locale.ROOT,
            "| for all, the share that came true | | | | %.3f | %.3f |",
            naive.quota.uncertainty().value(),
            naive.growth.uncertainty().value()));
    return rows;
  }

  private static String text(Measure difference) {
    Interval interval = difference.interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%+.1f [%.1f, %.1f]",
        difference.value() / CENTS_IN_A_THOUSAND,
        interval.lower() / CENTS_IN_A_THOUSAND,
        interval.upper() / CENTS_IN_A_THOUSAND);
  }
}
