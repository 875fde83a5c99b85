package dev.pacesetter.metrics.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import dev.pacesetter.metrics.Unit;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Ways to forecast a quarter's total from its middle, each a distribution of equally likely totals.
 * No total is below what is in already.
 */
final class MidQuarterForecasts {
  /** By the name they have in the table; the first is the one to beat. */
  static final ImmutableMap<String, MidQuarterForecast> ALL =
      ImmutableMap.<String, MidQuarterForecast>builder()
          .put("run rate", spread(MidQuarterForecasts::runRate))
          .put("pace over the usual halves, `Pace`", spread(MidQuarterForecasts::pace))
          .put("half quarters smoothed, level, `SmoothingModel`", smoothed(SmoothingModel.simple()))
          .put(
              "half quarters smoothed, level and season, `SmoothingModel`",
              smoothed(SmoothingModel.simple().withSeason(Seasonality.ADDITIVE, 2)))
          .put("new orders as in this first half, `Pipeline`", MidQuarterForecasts::asInThisHalf)
          .put(
              "new orders as in a year's second halves, `Pipeline`",
              MidQuarterForecasts::asInSecondHalves)
          .put("the share of the quota reached so far", spread(MidQuarterForecasts::shareOfQuota))
          .buildOrThrow();

  private static final int MEMBERS = 400;
  private static final int TOTALS = 1 << 12;
  static final int YEAR = 4;

  private MidQuarterForecasts() {}

  /** A way of forecasting. */
  @FunctionalInterface
  interface MidQuarterForecast {
    /** Returns equally likely totals. */
    double[] totals(Now now);
  }

  /**
   * The middle of a seller's quarter.
   *
   * @param seller whose quarter it is, as far as is known
   * @param quarter which one
   * @param all those from whose past the spread is learned, as far as is known; the seller too
   */
  record Now(QuarterlySales seller, int quarter, ImmutableList<QuarterlySales> all) {
    double booked() {
      return seller.sumOfFirstHalf(quarter);
    }

    /** The seller's quarters that are over. */
    IntStream past() {
      return IntStream.range(seller.firstQuarter(), quarter);
    }

    /** The seller's mean quarter. */
    double usual() {
      return past().mapToLong(seller::total).average().orElseThrow();
    }
  }

  /** The days go on like those before. */
  private static double runRate(Now now) {
    return now.booked()
        * AdventureWorksSales.days(now.quarter)
        / AdventureWorksSales.daysOfFirstHalf(now.quarter);
  }

  /** The first half has the share of the quarter that all first halves of a year had. */
  private static double pace(Now now) {
    int from = Math.max(0, now.quarter - YEAR);
    double first = 0;
    double second = 0;
    for (QuarterlySales seller : now.all) {
      first += IntStream.range(from, now.quarter).mapToLong(seller::sumOfFirstHalf).sum();
      second += IntStream.range(from, now.quarter).mapToLong(seller::sumOfSecondHalf).sum();
    }
    SeasonalProfile halves = SeasonalProfile.ofWeights(first, second);
    return new Pace(halves, 1, now.seller.quota(now.quarter), now.booked())
        .projection()
        .orElseThrow();
  }

  private static double shareOfQuota(Now now) {
    double quotas = now.past().mapToLong(now.seller::quota).sum();
    return now.past().mapToLong(now.seller::total).sum() / quotas * now.seller.quota(now.quarter);
  }

  /**
   * A number with the errors it had in past middles of quarters, each in proportion to the mean
   * quarter of the seller.
   */
  private static MidQuarterForecast spread(ToDoubleFunction<Now> number) {
    return now -> {
      DoubleStream.Builder totals = DoubleStream.builder();
      double forecast = number.applyAsDouble(now);
      for (QuarterlySales seller : now.all) {
        for (int past = seller.firstQuarter() + 1; past < now.quarter; past++) {
          Now then = new Now(seller, past, now.all);
          double error = (seller.total(past) - number.applyAsDouble(then)) / then.usual();
          totals.add(Math.max(now.booked(), forecast + error * now.usual()));
        }
      }
      return totals.build().toArray();
    };
  }

  /** The next value of the series of half quarters, with what the model leaves open. */
  private static MidQuarterForecast smoothed(SmoothingModel model) {
    return now -> {
      double[] halves =
          LongStream.concat(
                  now.past().boxed().flatMapToLong(past -> halves(now.seller, past)),
                  LongStream.of(now.seller.sumOfFirstHalf(now.quarter)))
              .asDoubleStream()
              .toArray();
      StudentMixture next = model.fit(Unit.MONEY, halves).orElseThrow().predictive(1).orElseThrow();
      return DoubleStream.of(next.values(MEMBERS))
          .map(value -> now.booked() + Math.max(0, value))
          .toArray();
    };
  }

  private static LongStream halves(QuarterlySales seller, int quarter) {
    return LongStream.of(seller.sumOfFirstHalf(quarter), seller.sumOfSecondHalf(quarter));
  }

  /** Orders arrive at the rate of this quarter's first half. */
  private static double[] asInThisHalf(Now now) {
    int before = AdventureWorksSales.daysOfFirstHalf(now.quarter);
    double left = AdventureWorksSales.days(now.quarter) - before;
    return withNewOrders(now, now.seller.firstHalf(now.quarter).length * left / before);
  }

  /** As many orders arrive as in the mean second half of a year. */
  private static double[] asInSecondHalves(Now now) {
    int from = Math.max(now.seller.firstQuarter(), now.quarter - YEAR);
    double orders =
        IntStream.range(from, now.quarter).map(past -> now.seller.secondHalf(past).length).sum();
    return withNewOrders(now, orders / (now.quarter - from));
  }

  /** New orders have the sizes of those of a year. */
  private static double[] withNewOrders(Now now, double expected) {
    long[] sizes = now.seller.firstHalf(now.quarter);
    for (int past = Math.max(0, now.quarter - YEAR); past < now.quarter; past++) {
      sizes = Longs.concat(sizes, now.seller.firstHalf(past), now.seller.secondHalf(past));
    }
    double[] weights = new double[sizes.length];
    Arrays.fill(weights, 1);
    PipelineOutcome outcome =
        Pipeline.of(new long[0], new double[0])
            .withNewWins(expected, sizes, weights)
            .outcome(TOTALS);
    return members(p -> now.booked() + outcome.quantile(p).value());
  }

  private static double[] members(DoubleUnaryOperator quantile) {
    return IntStream.range(0, MEMBERS)
        .mapToDouble(i -> quantile.applyAsDouble((i + 0.5) / MEMBERS))
        .toArray();
  }
}
