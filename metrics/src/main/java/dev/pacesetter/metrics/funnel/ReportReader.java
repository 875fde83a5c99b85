package dev.pacesetter.metrics.funnel;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the bytes that {@link ReportWriter} writes. */
final class ReportReader {
  private final PackedReader body;

  private ReportReader(PackedReader body) {
    this.body = body;
  }

  static ReportContent read(byte[] bytes) {
    return PackedReader.read(
        bytes,
        "report",
        ReportWriter.LETTERS,
        ReportWriter.VERSION,
        body -> new ReportReader(body).read());
  }

  private ReportContent read() {
    FunnelDefinition definition = Funnel.parse(body.text());
    TimeUnit unit = TimeUnit.valueOf(body.text());
    long asOf = body.signed();
    ImmutableSet.Builder<String> unknownEvents = ImmutableSet.builder();
    for (int left = body.size(1); left > 0; left--) {
      unknownEvents.add(body.text());
    }
    long discarded = body.count();
    int steps = definition.steps().size();
    StepCounts counts = new StepCounts(definition, 1);
    readCounts(counts, 0, steps);
    int dimensions = definition.breakdown().map(b -> b.dimensions().size()).orElse(0);
    ReportGroups groups = groups(dimensions, definition);
    ImmutableList.Builder<Durations> durations = ImmutableList.builder();
    for (int k = 0; k < steps; k++) {
      durations.add(durations(dimensions > 0, groups.values().size()));
    }
    return new ReportContent(
        definition,
        unit,
        asOf,
        unknownEvents.build(),
        discarded,
        counts,
        groups,
        Suppliers.ofInstance(durations.build()));
  }

  private void readCounts(StepCounts counts, int group, int steps) {
    for (int k = 0; k < steps; k++) {
      long entered = body.count();
      long converted = body.count();
      long pending = body.count();
      counts.add(group, k, entered, converted, pending, body.signed());
      body.check(
          entered <= counts.entered(group, 0)
              && converted <= entered
              && pending <= entered - converted,
          "the counts of a step do not add up");
    }
  }

  private ReportGroups groups(int dimensions, FunnelDefinition definition) {
    int steps = definition.steps().size();
    int size = body.size(dimensions + 4 * steps);
    body.check(size == 0 || dimensions > 0, "it has groups without a breakdown");
    StepCounts counts = new StepCounts(definition, size);
    ImmutableMap.Builder<ImmutableList<Optional<String>>, Integer> numbers = ImmutableMap.builder();
    @Nullable ImmutableList<Optional<String>> before = null;
    for (int group = 0; group < size; group++) {
      ImmutableList.Builder<Optional<String>> read = ImmutableList.builder();
      for (int i = 0; i < dimensions; i++) {
        int length = body.size(1);
        read.add(length == 0 ? Optional.empty() : Optional.of(body.units(length - 1)));
      }
      ImmutableList<Optional<String>> values = read.build();
      body.check(
          before == null || ReportGroups.ORDER.compare(before, values) < 0,
          "its groups are not in order");
      before = values;
      numbers.put(values, group);
      readCounts(counts, group, steps);
    }
    return new ReportGroups(numbers.buildOrThrow(), counts);
  }

  private Durations durations(boolean grouped, int groups) {
    Durations durations = new Durations(grouped);
    for (int bucket = 0; bucket < SortedDurations.buckets(groups); bucket++) {
      long time = 0;
      for (int left = body.size(1); left > 0; left--) {
        time += body.count();
        body.check(time >= 0, "a duration is longer than any");
        durations.add(time, SortedDurations.end(bucket), SortedDurations.place(bucket));
      }
    }
    return durations;
  }
}
