package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.CurveTest;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.metrics.conversion.SurvivalCurve;
import dev.pacesetter.metrics.conversion.SurvivalInterval;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Curves over age; times count as days, and 0, 1, 2 as open, won (or the only event), lost. */
final class SurvivalTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("kaplan_meier", "time", in -> rows(table(in), LifeTable::days))
          .put("kaplan_meier", "nRisk", in -> rows(table(in), LifeTable::atRisk))
          .put("kaplan_meier", "nEvent", in -> counts(table(in), End.WON))
          .put("kaplan_meier", "nCensor", in -> counts(table(in), End.OPEN))
          .put("kaplan_meier", "survival", in -> rows(curve(in), SurvivalCurve::survival))
          .put("kaplan_meier", "greenwoodVariance", in -> rows(curve(in), SurvivalCurve::variance))
          .put("kaplan_meier", "logLogLower", limits(SurvivalInterval.LOG_LOG, Interval::lower))
          .put("kaplan_meier", "logLogUpper", limits(SurvivalInterval.LOG_LOG, Interval::upper))
          .put("kaplan_meier", "logLower", limits(SurvivalInterval.LOG, Interval::lower))
          .put("kaplan_meier", "logUpper", limits(SurvivalInterval.LOG, Interval::upper))
          .put("kaplan_meier_left_truncated", "time", in -> rows(late(in), LifeTable::days))
          .put("kaplan_meier_left_truncated", "nRisk", in -> rows(late(in), LifeTable::atRisk))
          .put("kaplan_meier_left_truncated", "nEvent", in -> counts(late(in), End.WON))
          .put(
              "kaplan_meier_left_truncated",
              "survival",
              in -> rows(SurvivalCurve.of(late(in)), SurvivalCurve::survival))
          .put(
              "kaplan_meier_left_truncated",
              "greenwoodVariance",
              in -> rows(SurvivalCurve.of(late(in)), SurvivalCurve::variance))
          .put("survival_at", "survival", in -> each(in, "at", curve(in)::at))
          .put("survival_at", "beyondFollowUp", in -> each(in, "at", table(in)::isBeyondFollowUp))
          .put("nelson_aalen", "time", in -> rows(table(in), LifeTable::days))
          .put(
              "nelson_aalen",
              "cumulativeHazard",
              in -> rows(curve(in), SurvivalCurve::cumulativeHazard))
          .put(
              "nelson_aalen",
              "variance",
              in -> rows(curve(in), SurvivalCurve::cumulativeHazardVariance))
          .put("quantile", "quantile", in -> each(in, "probs", curve(in)::quantile))
          .put("quantile", "lower", in -> each(in, "probs", curve(in)::quantileLower))
          .put("quantile", "upper", in -> each(in, "probs", curve(in)::quantileUpper))
          .put("restricted_mean", "rmst", in -> curve(in).restrictedMean(in.number("tau")))
          .put(
              "restricted_mean",
              "standardError",
              in -> curve(in).restrictedMeanError(in.number("tau")))
          .put("log_rank", "observed", in -> groups(in, CurveTest::observed))
          .put("log_rank", "expected", in -> groups(in, CurveTest::expected))
          .put("log_rank", "chiSquare", in -> CurveTest.logRank(tables(in)).chiSquare())
          .put("log_rank", "df", in -> CurveTest.logRank(tables(in)).degreesOfFreedom())
          .put("log_rank", "p", in -> CurveTest.logRank(tables(in)).pValue())
          .put("log_rank", "chiSquarePetoPeto", in -> CurveTest.petoPeto(tables(in)).chiSquare())
          .put("aalen_johansen", "time", in -> rows(status(in), LifeTable::days))
          .put("aalen_johansen", "nRisk", in -> rows(status(in), LifeTable::atRisk))
          .put("aalen_johansen", "nWon", in -> counts(status(in), End.WON))
          .put("aalen_johansen", "nLost", in -> counts(status(in), End.LOST))
          .put("aalen_johansen", "nOpen", in -> counts(status(in), End.OPEN))
          .put("aalen_johansen", "cifWon", shares(End.WON))
          .put("aalen_johansen", "cifLost", shares(End.LOST))
          .put("aalen_johansen", "survivalOpen", shares(End.OPEN))
          .put("aalen_johansen", "varGreenwoodWon", variances(End.WON))
          .put("aalen_johansen", "varGreenwoodLost", variances(End.LOST))
          .put("aalen_johansen", "seJackknifeWon", errors(End.WON))
          .put("aalen_johansen", "seJackknifeLost", errors(End.LOST))
          .build();

  /** Answers for a row of a table or curve. */
  private interface RowAnswer<T> {
    @Nullable Object of(T curve, int row);
  }

  private SurvivalTopic() {}

  private static LifeTable table(Inputs in) {
    return LifeTable.ofDays(in.numbers("time"), ends(in, "event"));
  }

  private static LifeTable status(Inputs in) {
    return LifeTable.ofDays(in.numbers("time"), ends(in, "status"));
  }

  private static LifeTable late(Inputs in) {
    return LifeTable.ofDays(in.numbers("entry"), in.numbers("exit"), ends(in, "event"));
  }

  private static byte[] ends(Inputs in, String name) {
    long[] codes = in.wholes(name);
    byte[] ends = new byte[codes.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (byte) codes[i];
    }
    return ends;
  }

  private static LifeTable[] tables(Inputs in) {
    double[] times = in.numbers("time");
    byte[] ends = ends(in, "event");
    long[] groups = in.wholes("group");
    int count = (int) Arrays.stream(groups).max().orElse(-1) + 1;
    return IntStream.range(0, count)
        .mapToObj(
            group -> {
              int[] members =
                  IntStream.range(0, groups.length).filter(i -> groups[i] == group).toArray();
              byte[] theirs = new byte[members.length];
              for (int i = 0; i < members.length; i++) {
                theirs[i] = ends[members[i]];
              }
              return LifeTable.ofDays(
                  Arrays.stream(members).mapToDouble(i -> times[i]).toArray(), theirs);
            })
        .toArray(LifeTable[]::new);
  }

  private static Object groups(Inputs in, RowAnswer<CurveTest> answer) {
    LifeTable[] tables = tables(in);
    CurveTest test = CurveTest.logRank(tables);
    return answers(tables.length, group -> answer.of(test, group));
  }

  private static SurvivalCurve curve(Inputs in) {
    return SurvivalCurve.of(table(in))
        .withConfidence(in.fields().has("confidence") ? in.number("confidence") : 0.95);
  }

  private static Object rows(LifeTable table, RowAnswer<LifeTable> answer) {
    return answers(table.rows(), row -> answer.of(table, row));
  }

  private static Object rows(SurvivalCurve curve, RowAnswer<SurvivalCurve> answer) {
    return answers(curve.table().rows(), row -> answer.of(curve, row));
  }

  private static Object counts(LifeTable table, End end) {
    return answers(table.rows(), row -> table.count(end, row));
  }

  private static Quantity limits(SurvivalInterval method, ToDoubleFunction<Interval> end) {
    return in ->
        rows(
            curve(in).with(method),
            (curve, row) -> curve.interval(row).map(end::applyAsDouble).orElse(null));
  }

  private static Quantity shares(End end) {
    return in -> {
      CumulativeIncidence curves = CumulativeIncidence.of(status(in));
      return answers(curves.table().rows(), row -> curves.share(end, row));
    };
  }

  private static Quantity variances(End end) {
    return in -> {
      CumulativeIncidence curves = CumulativeIncidence.of(status(in));
      return answers(curves.table().rows(), row -> curves.variance(end, row));
    };
  }

  /** Unless observation began late, the jackknife gives what Greenwood's formula does. */
  private static Quantity errors(End end) {
    return in -> {
      CumulativeIncidence curves = CumulativeIncidence.of(status(in));
      return answers(curves.table().rows(), row -> Math.sqrt(curves.variance(end, row)));
    };
  }

  private static Object each(Inputs in, String name, Function<Double, Object> answer) {
    return Arrays.stream(in.numbers(name)).boxed().map(answer).toArray();
  }

  private static Object answers(int size, Function<Integer, @Nullable Object> answer) {
    @Nullable Object[] answers = new @Nullable Object[size];
    for (int i = 0; i < size; i++) {
      answers[i] = answer.apply(i);
    }
    return answers;
  }
}
