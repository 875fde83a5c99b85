package dev.pacesetter.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures that are timed are the same on both sides. */
final class FiguresAgreementTest {
  static List<BesidePlainCode> benchmarks() {
    DescriptionBenchmark description = new DescriptionBenchmark();
    description.values = 500;
    SketchBenchmark sketch = new SketchBenchmark();
    sketch.values = 5_000;
    IntervalBenchmark intervals = new IntervalBenchmark();
    intervals.people = 50;
    ShrinkageBenchmark shrinkage = new ShrinkageBenchmark();
    shrinkage.peers = 30;
    CurveBenchmark curves = new CurveBenchmark();
    curves.deals = 500;
    ComparisonBenchmark comparison = new ComparisonBenchmark();
    comparison.values = 100;
    SignalBenchmark signals = new SignalBenchmark();
    signals.days = 100;
    PipelineBenchmark pipeline = new PipelineBenchmark();
    pipeline.deals = 20;
    ForecastBenchmark forecast = new ForecastBenchmark();
    forecast.values = 60;
    ExplanationBenchmark explanation = new ExplanationBenchmark();
    explanation.rows = 100;
    return List.of(
        description,
        sketch,
        intervals,
        shrinkage,
        curves,
        comparison,
        signals,
        pipeline,
        forecast,
        explanation);
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void bothSidesAgree(BesidePlainCode benchmark) {
    assertThatCode(benchmark::load).doesNotThrowAnyException();
  }

  @Test
  void aFigureThatDiffersStopsTheBenchmark() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BesidePlainCode.agree("median", 100, 102, 0.01))
        .withMessage("median is 100.0 here and 102.0 there; there must be one answer");
    assertThatIllegalStateException()
        .isThrownBy(() -> BesidePlainCode.agree("median", 1, Double.NaN, 1));
  }
}
