package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often intervals of 95 % hold what is open, won, or lasts, where deals are still open. */
@Tag("simulation")
class DurationSimulation {
  private static final int ROUNDS = 10_000;

  /** How often there was an interval, and how often it held the truth. */
  private static final class Tally {
    private int given;
    private int held;

    void add(Optional<Interval> interval, double truth) {
      given += interval.isPresent() ? 1 : 0;
      held += interval.isPresent() && interval.get().contains(truth) ? 1 : 0;
    }

    /** A limit that is not there lies beyond every age. */
    void add(OptionalDouble lower, OptionalDouble upper, double truth) {
      given++;
      held += lower.orElse(0) <= truth && truth <= upper.orElse(Double.POSITIVE_INFINITY) ? 1 : 0;
    }

    double coverage() {
      return (double) held / given;
    }

    String line(int deals, String what) {
      return String.format(
          Locale.ROOT,
          "%4d deals, %-40s %.4f where it is given, %.3f",
          deals,
          what,
          coverage(),
          (double) given / ROUNDS);
    }
  }

  /** Won at a rate of 1 in 60 days, lost at 1 in 40, watched for up to 90. */
  @ParameterizedTest
  @ValueSource(ints = {20, 50, 200})
  void intervalsOfDurations(int deals) {
    SplittableRandom random = new SplittableRandom(deals);
    Tally open = new Tally();
    Tally openByLog = new Tally();
    Tally median = new Tally();
    Tally mean = new Tally();
    Tally won = new Tally();
    Tally quarterWon = new Tally();
    double rate = 1.0 / 60 + 1.0 / 40;
    double ofWon = (1.0 / 60) / rate;
    double wonAt20 = ofWon * -Math.expm1(-20 * rate);
    double meanTo40 = -Math.expm1(-40 * rate) / rate;
    for (int round = 0; round < ROUNDS; round++) {
      double[] days = new double[deals];
      byte[] ends = new byte[deals];
      for (int deal = 0; deal < deals; deal++) {
        double ended = -Math.log(1 - random.nextDouble()) / rate;
        double watched = 90 * random.nextDouble();
        days[deal] = Math.min(ended, watched);
        ends[deal] =
            (watched < ended ? End.OPEN : random.nextDouble() < ofWon ? End.WON : End.LOST).code();
      }
      LifeTable table = LifeTable.ofDays(days, ends);
      SurvivalCurve curve = SurvivalCurve.of(table);
      open.add(curve.at(20).interval(), Math.exp(-20 * rate));
      openByLog.add(curve.with(SurvivalInterval.LOG).at(20).interval(), Math.exp(-20 * rate));
      median.add(curve.quantileLower(0.5), curve.quantileUpper(0.5), Math.log(2) / rate);
      mean.add(curve.restrictedMean(40).interval(), meanTo40);
      CumulativeIncidence incidence = CumulativeIncidence.of(table);
      won.add(incidence.at(End.WON, 20).interval(), wonAt20);
      quarterWon.add(
          incidence.quantileLower(End.WON, 0.2),
          incidence.quantileUpper(End.WON, 0.2),
          -Math.log1p(-0.2 / ofWon) / rate);
    }
    System.out.println(open.line(deals, "share open at 20 days"));
    System.out.println(openByLog.line(deals, "share open at 20 days, LOG"));
    System.out.println(median.line(deals, "median time open"));
    System.out.println(mean.line(deals, "mean of the first 40 days"));
    System.out.println(won.line(deals, "share won by 20 days"));
    System.out.println(quarterWon.line(deals, "age at which a fifth is won"));
    for (Tally tally : new Tally[] {open, openByLog, median, mean, won, quarterWon}) {
      assertThat(tally.coverage()).isBetween(0.935, 0.97);
    }
  }
}
