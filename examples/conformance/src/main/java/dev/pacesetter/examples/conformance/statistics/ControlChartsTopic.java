package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.primitives.Ints;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.signal.ControlLimits;
import dev.pacesetter.metrics.signal.Cusum;
import dev.pacesetter.metrics.signal.Ewma;
import dev.pacesetter.metrics.signal.IndividualsChart;
import dev.pacesetter.metrics.signal.RateChart;
import dev.pacesetter.metrics.signal.RunRule;
import dev.pacesetter.metrics.signal.RunRules;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Control charts and the patterns on them. */
final class ControlChartsTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("individuals_moving_range", "center", in -> individuals(in).center())
          .put("individuals_moving_range", "mrBar", in -> individuals(in).meanMovingRange())
          .put("individuals_moving_range", "medianMr", in -> individuals(in).medianMovingRange())
          .put("individuals_moving_range", "mrUpper", in -> individuals(in).movingRangeLimit())
          .put("individuals_moving_range", "sigma", limit(ControlLimits::sigma))
          .put("individuals_moving_range", "lower", limit(ControlLimits::lower))
          .put("individuals_moving_range", "upper", limit(ControlLimits::upper))
          .put("individuals_moving_range", "outside", in -> Ints.asList(individuals(in).outside()))
          .put("p_chart", "center", in -> proportions(in).center())
          .put("p_chart", "lower", in -> limits(proportions(in), ControlLimits::lower))
          .put("p_chart", "upper", in -> limits(proportions(in), ControlLimits::upper))
          .put("p_chart", "outside", in -> Ints.asList(proportions(in).outside()))
          .put("p_chart", "laneySigmaZ", in -> proportions(in).variationBetween())
          .put("p_chart", "laneyLower", in -> laney(in, ControlLimits::lower))
          .put("p_chart", "laneyUpper", in -> laney(in, ControlLimits::upper))
          .put("u_chart", "center", in -> rates(in).center())
          .put("u_chart", "lower", in -> limits(rates(in), ControlLimits::lower))
          .put("u_chart", "upper", in -> limits(rates(in), ControlLimits::upper))
          .put("u_chart", "outside", in -> Ints.asList(rates(in).outside()))
          .put("cusum", "decisionLimit", in -> cusum(in).decisionLimit())
          .put("cusum", "upper", in -> cusums(in, Cusum::upper))
          .put("cusum", "lower", in -> cusums(in, Cusum::lower))
          .put("cusum", "signalsUpper", in -> signals(in, Cusum::signalsUp))
          .put("cusum", "signalsLower", in -> signals(in, Cusum::signalsDown))
          .put("ewma", "z", in -> averages(in, Ewma::level))
          .put("ewma", "lower", in -> averages(in, ewma -> ewma.limits().lower()))
          .put("ewma", "upper", in -> averages(in, ewma -> ewma.limits().upper()))
          .put("ewma", "signals", ControlChartsTopic::signals)
          .put("run_rules", "hits", ControlChartsTopic::hits)
          .build();

  private ControlChartsTopic() {}

  private static IndividualsChart individuals(Inputs in) {
    return IndividualsChart.of(Unit.SCORE, in.numbers("x"));
  }

  private static Quantity limit(Function<ControlLimits, Double> end) {
    return in -> individuals(in).limits().map(end).orElse(null);
  }

  private static RateChart proportions(Inputs in) {
    return RateChart.ofProportion(in.wholes("defectives"), in.wholes("sizes"));
  }

  private static RateChart rates(Inputs in) {
    return RateChart.ofRate(in.wholes("counts"), in.numbers("exposures"));
  }

  private static double[] limits(RateChart chart, ToDoubleFunction<ControlLimits> end) {
    return IntStream.range(0, chart.points())
        .mapToDouble(point -> end.applyAsDouble(chart.limits(point).orElseThrow()))
        .toArray();
  }

  private static double @Nullable [] laney(Inputs in, ToDoubleFunction<ControlLimits> end) {
    return proportions(in).laney().map(chart -> limits(chart, end)).orElse(null);
  }

  private static Cusum cusum(Inputs in) {
    return Cusum.around(in.number("target"), in.number("sigma"))
        .withSlack(in.number("k"))
        .withDecision(in.number("h"))
        .withHeadStart(in.number("headStart"));
  }

  private static double[] cusums(Inputs in, ToDoubleFunction<Cusum> sum) {
    Cusum cusum = cusum(in);
    double[] x = in.numbers("x");
    for (int i = 0; i < x.length; i++) {
      cusum.add(x[i]);
      x[i] = sum.applyAsDouble(cusum);
    }
    return x;
  }

  private static Object signals(Inputs in, Predicate<Cusum> signal) {
    double[] raised = cusums(in, cusum -> signal.test(cusum) ? 1 : 0);
    return Ints.asList(IntStream.range(0, raised.length).filter(i -> raised[i] == 1).toArray());
  }

  private static double[] averages(Inputs in, ToDoubleFunction<Ewma> value) {
    Ewma ewma =
        Ewma.around(in.number("target"), in.number("sigma"))
            .withWeight(in.number("lambda"))
            .withWidth(in.number("L"));
    double[] x = in.numbers("x");
    for (int i = 0; i < x.length; i++) {
      ewma.add(x[i]);
      x[i] = value.applyAsDouble(ewma);
    }
    return x;
  }

  private static Object signals(Inputs in) {
    double[] raised = averages(in, ewma -> ewma.signals() ? 1 : 0);
    return Ints.asList(IntStream.range(0, raised.length).filter(i -> raised[i] == 1).toArray());
  }

  /** The golden values count Nelson's rules and name that of Western Electric. */
  private static ImmutableMap<String, Object> hits(Inputs in) {
    ImmutableMap.Builder<String, Object> hits = ImmutableMap.builder();
    for (int i = 0; i < RunRule.NELSON.size(); i++) {
      hits.put(String.valueOf(i + 1), hits(in, RunRule.NELSON.get(i)));
    }
    return hits.put("we4", hits(in, RunRule.EIGHT_ON_ONE_SIDE)).buildOrThrow();
  }

  private static Object hits(Inputs in, RunRule rule) {
    return Ints.asList(
        RunRules.hits(rule, in.number("center"), in.number("sigma"), in.numbers("x")));
  }
}
