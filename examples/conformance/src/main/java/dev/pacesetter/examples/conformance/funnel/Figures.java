package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.funnel.FunnelGroup;
import dev.pacesetter.metrics.funnel.FunnelReport;
import dev.pacesetter.metrics.funnel.FunnelStep;
import dev.pacesetter.metrics.funnel.StepTimes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The numbers of a funnel, as a whole or in one group, as a case states them. */
final class Figures {
  private static final double SECONDS_PER_DAY = TimeUnit.DAYS.toSeconds(1);

  private final FunnelReport report;
  private final Optional<FunnelGroup> group;

  private Figures(FunnelReport report, Optional<FunnelGroup> group) {
    this.report = report;
    this.group = group;
  }

  static Figures of(FunnelReport report) {
    return new Figures(report, Optional.empty());
  }

  static Figures of(FunnelReport report, FunnelGroup group) {
    return new Figures(report, Optional.of(group));
  }

  private List<FunnelStep> steps() {
    return group.map(FunnelGroup::steps).orElse(report.steps());
  }

  /** How many chains reached each step. */
  JsonNode counts() {
    ArrayNode counts = JsonNodeFactory.instance.arrayNode();
    steps().forEach(step -> counts.add(step.entered()));
    return counts;
  }

  boolean isEntered() {
    return steps().get(0).entered() > 0;
  }

  /** The mean time from the step before. */
  JsonNode averageSeconds() {
    return seconds(Sample::mean);
  }

  /** The median time from the step before. */
  JsonNode medianSeconds() {
    return seconds(Sample::median);
  }

  private JsonNode seconds(Function<Sample, Measure> statistic) {
    ArrayNode seconds = JsonNodeFactory.instance.arrayNode();
    String before = "";
    for (FunnelStep step : steps()) {
      if (step.isOptional() || before.isEmpty()) {
        seconds.addNull();
      } else {
        Measure measure = statistic.apply(times(before).converted());
        if (measure.isPresent()) {
          seconds.add(measure.value() * SECONDS_PER_DAY);
        } else {
          seconds.addNull();
        }
      }
      before = step.isOptional() ? before : step.name();
    }
    return seconds;
  }

  private StepTimes times(String from) {
    return group.isPresent() ? report.times(from, group.get()) : report.times(from);
  }
}
