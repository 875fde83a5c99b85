package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableTable;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.ContingencyTest;
import dev.pacesetter.metrics.compare.MeanTest;
import dev.pacesetter.metrics.compare.PValues;
import dev.pacesetter.metrics.compare.RankTest;
import dev.pacesetter.metrics.compare.RateTest;
import dev.pacesetter.metrics.conversion.Multiple;
import dev.pacesetter.metrics.conversion.OddsRatio;
import dev.pacesetter.metrics.conversion.RateDifference;
import dev.pacesetter.metrics.conversion.RateRatio;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Comparison of two groups. */
final class TwoSampleTopic {
  private static final double CONFIDENCE = 0.95;

  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("difference_interval", "difference", in -> difference(in, RateDifference.WALD))
          .put("difference_interval", "newcombe", limits(RateDifference.NEWCOMBE))
          .put("difference_interval", "newcombeCc", limits(RateDifference.NEWCOMBE_CORRECTED))
          .put("difference_interval", "wald", limits(RateDifference.WALD))
          .put(
              "difference_interval", "miettinenNurminen", limits(RateDifference.MIETTINEN_NURMINEN))
          .put("ratio_interval", "ratio", in -> ratio(in, RateRatio.KATZ).value())
          .put("ratio_interval", "seLog", in -> ratio(in, RateRatio.KATZ).logStandardError())
          .put("ratio_interval", "katz", in -> limits(ratio(in, RateRatio.KATZ)))
          .put("ratio_interval", "scoreMN", in -> limits(ratio(in, RateRatio.SCORE)))
          .put("two_proportion_z", "z", in -> rates(in).z())
          .put("two_proportion_z", "pTwoSided", approximate(PValues::twoSided))
          .put("two_proportion_z", "pGreater", approximate(PValues::greater))
          .put("two_proportion_z", "pLess", approximate(PValues::less))
          .put("two_proportion_z", "chiSquare", in -> statistic(fourfold(in).pearson()))
          .put("two_proportion_z", "chiSquareYates", in -> statistic(fourfold(in).corrected()))
          .put("two_proportion_z", "pYates", in -> pValue(fourfold(in).corrected()))
          .put("chi_square", "chiSquare", in -> statistic(table(in).pearson()))
          .put("chi_square", "df", in -> degreesOfFreedom(table(in).pearson()))
          .put("chi_square", "p", in -> pValue(table(in).pearson()))
          .put("chi_square", "chiSquareYates", in -> statistic(table(in).corrected()))
          .put("chi_square", "pYates", in -> pValue(table(in).corrected()))
          .put("chi_square", "gStatistic", in -> statistic(table(in).likelihoodRatio()))
          .put("chi_square", "cramersV", in -> table(in).association())
          .put("fisher_exact", "pTwoSided", fisher(PValues::twoSided))
          .put("fisher_exact", "pGreater", fisher(PValues::greater))
          .put("fisher_exact", "pLess", fisher(PValues::less))
          .put("fisher_exact", "conditionalOddsRatio", in -> odds(in, OddsRatio.EXACT).value())
          .put("fisher_exact", "conditionalCi95", in -> limits(odds(in, OddsRatio.EXACT)))
          .put("odds_ratio", "oddsRatio", in -> odds(in, OddsRatio.WOOLF).value())
          .put("odds_ratio", "seLog", in -> odds(in, OddsRatio.WOOLF).logStandardError())
          .put("odds_ratio", "woolf95", in -> limits(odds(in, OddsRatio.WOOLF)))
          .put("odds_ratio", "haldane", in -> odds(in, OddsRatio.HALDANE).value())
          .put("odds_ratio", "haldaneSeLog", in -> odds(in, OddsRatio.HALDANE).logStandardError())
          .put("odds_ratio", "haldaneCi95", in -> limits(odds(in, OddsRatio.HALDANE)))
          .put("mann_whitney", "u1", in -> ranks(in).u())
          .put("mann_whitney", "u2", in -> RankTest.of(in.numbers("y"), in.numbers("x")).u())
          .put("mann_whitney", "auc", in -> ranks(in).superiority())
          .put("mann_whitney", "cliffsDelta", in -> ranks(in).delta())
          .put("mann_whitney", "z", in -> ranks(in).z())
          .put("mann_whitney", "zCorrected", in -> ranks(in).zCorrected())
          .put("mann_whitney", "pAsymptotic", in -> twoSided(ranks(in).z()))
          .put("mann_whitney", "pAsymptoticCorrected", in -> twoSided(ranks(in).zCorrected()))
          .put("mann_whitney", "pExact", exact(PValues::twoSided))
          .put("mann_whitney", "pExactLess", exact(PValues::less))
          .put("mann_whitney", "pExactGreater", exact(PValues::greater))
          .put("welch_t", "meanDifference", in -> means(in).difference(CONFIDENCE))
          .put("welch_t", "ci95", in -> means(in).difference(CONFIDENCE).interval().orElse(null))
          .put("welch_t", "t", of(MeanTest::welch, MeanTest.Outcome::t))
          .put("welch_t", "df", of(MeanTest::welch, MeanTest.Outcome::degreesOfFreedom))
          .put("welch_t", "pTwoSided", of(MeanTest::welch, test -> test.pValues().twoSided()))
          .put("welch_t", "tPooled", of(MeanTest::pooled, MeanTest.Outcome::t))
          .put("welch_t", "dfPooled", of(MeanTest::pooled, MeanTest.Outcome::degreesOfFreedom))
          .put("welch_t", "pPooled", of(MeanTest::pooled, test -> test.pValues().twoSided()))
          .put("welch_t", "cohensD", in -> means(in).effectSize())
          .build();

  private TwoSampleTopic() {}

  private static Ratio first(Inputs in) {
    return Ratio.of(in.whole("x1"), in.whole("n1"));
  }

  private static Ratio second(Inputs in) {
    return Ratio.of(in.whole("x2"), in.whole("n2"));
  }

  private static Measure difference(Inputs in, RateDifference method) {
    return method.of(first(in), second(in), in.number("confidence"));
  }

  private static Quantity limits(RateDifference method) {
    return in -> difference(in, method).interval().orElse(null);
  }

  private static Multiple ratio(Inputs in, RateRatio method) {
    return method.of(first(in), second(in), in.number("confidence"));
  }

  /** The cases write a limit without bound as infinity. */
  private static double @Nullable [] limits(Multiple multiple) {
    return multiple.lower().isEmpty()
        ? null
        : new double[] {
          multiple.lower().getAsDouble(), multiple.upper().orElse(Double.POSITIVE_INFINITY)
        };
  }

  private static RateTest rates(Inputs in) {
    return RateTest.of(first(in), second(in));
  }

  private static Quantity approximate(Function<PValues, Double> tail) {
    return in -> rates(in).approximate().map(tail).orElse(null);
  }

  private static ContingencyTest fourfold(Inputs in) {
    Ratio first = first(in);
    Ratio second = second(in);
    return ContingencyTest.of(
        new long[][] {
          {first.numerator(), first.denominator() - first.numerator()},
          {second.numerator(), second.denominator() - second.numerator()}
        });
  }

  private static long[][] counts(Inputs in) {
    return in.list("table").stream().map(TwoSampleTopic::row).toArray(long[][]::new);
  }

  private static long[] row(JsonNode row) {
    long[] counts = new long[row.size()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = row.get(c).longValue();
    }
    return counts;
  }

  private static ContingencyTest table(Inputs in) {
    return ContingencyTest.of(counts(in));
  }

  private static @Nullable Double statistic(Optional<ContingencyTest.Outcome> test) {
    return test.map(ContingencyTest.Outcome::statistic).orElse(null);
  }

  private static @Nullable Double pValue(Optional<ContingencyTest.Outcome> test) {
    return test.map(ContingencyTest.Outcome::pValue).orElse(null);
  }

  private static @Nullable Integer degreesOfFreedom(Optional<ContingencyTest.Outcome> test) {
    return test.map(ContingencyTest.Outcome::degreesOfFreedom).orElse(null);
  }

  /** The rows are the groups, the first column are the successes. */
  private static Ratio group(Inputs in, int row) {
    long[] counts = counts(in)[row];
    return Ratio.of(counts[0], counts[0] + counts[1]);
  }

  private static Quantity fisher(Function<PValues, Double> tail) {
    return in -> RateTest.of(group(in, 0), group(in, 1)).exact().map(tail).orElse(null);
  }

  private static Multiple odds(Inputs in, OddsRatio method) {
    return method.of(group(in, 0), group(in, 1), CONFIDENCE);
  }

  private static RankTest ranks(Inputs in) {
    return RankTest.of(in.numbers("x"), in.numbers("y"));
  }

  private static @Nullable Double twoSided(OptionalDouble z) {
    return z.isPresent() ? PValues.ofNormal(z.getAsDouble()).twoSided() : null;
  }

  private static Quantity exact(Function<PValues, Double> tail) {
    return in -> ranks(in).exact().map(tail).orElse(null);
  }

  private static MeanTest means(Inputs in) {
    return MeanTest.of(Unit.COUNT, in.numbers("x"), in.numbers("y"));
  }

  private static Quantity of(
      Function<MeanTest, Optional<MeanTest.Outcome>> test,
      ToDoubleFunction<MeanTest.Outcome> number) {
    return in -> test.apply(means(in)).map(number::applyAsDouble).orElse(null);
  }
}
