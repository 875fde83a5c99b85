package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Writes a report as bytes, version 1 of the format.
 *
 * <p>The letters are {@code PSFR}; the body of the {@link PackedWriter} is:
 *
 * <ol>
 *   <li>the definition as its text, the name of the time unit, the time as of
 *   <li>the number of unknown events and their names
 *   <li>how many were discarded
 *   <li>for each step what entered, converted, is pending, and the value
 *   <li>the number of groups; in their order for each dimension the value, its length counted from
 *       1 and 0 where there is none; then the steps as above
 *   <li>for each step the durations: first those of no group, then group by group; of each the
 *       open, the converted and the broken; of each how many, the shortest, and by how much each
 *       next one is longer
 * </ol>
 */
final class ReportWriter {
  static final String LETTERS = "PSFR";
  static final short VERSION = 1;

  private final PackedWriter body = new PackedWriter();
  private final ReportContent report;

  private ReportWriter(ReportContent report) {
    this.report = report;
  }

  static byte[] write(ReportContent report) {
    ReportWriter writer = new ReportWriter(report);
    writer.write();
    return writer.body.framed(LETTERS, VERSION);
  }

  private void write() {
    body.text(report.definition().toString());
    body.text(report.unit().name());
    body.signed(report.asOf());
    body.number(report.unknownEvents().size());
    report.unknownEvents().forEach(body::text);
    body.number(report.discarded());
    counts(report.counts(), 0);
    ReportGroups groups = report.groups();
    body.number(groups.values().size());
    for (ImmutableList<Optional<String>> values : groups.values()) {
      values.forEach(this::value);
      counts(groups.counts(), groups.number(values));
    }
    for (int k = 0; k < report.definition().steps().size(); k++) {
      durations(report.sortedDurations(k), groups.values().size());
    }
  }

  private void counts(StepCounts counts, int group) {
    for (int k = 0; k < report.definition().steps().size(); k++) {
      body.number(counts.entered(group, k));
      body.number(counts.converted(group, k));
      body.number(counts.pending(group, k));
      body.signed(counts.value(group, k));
    }
  }

  private void value(Optional<String> value) {
    if (value.isEmpty()) {
      body.number(0);
    } else {
      body.number(value.get().length() + 1L);
      body.units(value.get());
    }
  }

  private void durations(SortedDurations durations, int groups) {
    for (int bucket = 0; bucket < SortedDurations.buckets(groups); bucket++) {
      int start = durations.start(bucket);
      int end = durations.start(bucket + 1);
      body.number(end - start);
      long before = 0;
      for (int i = start; i < end; i++) {
        body.number(durations.time(i) - before);
        before = durations.time(i);
      }
    }
  }
}
