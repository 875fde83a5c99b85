package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the bytes that {@link ReportWriter} writes. */
final class ReportReader {
  private final ByteBuffer body;

  private ReportReader(ByteBuffer body) {
    this.body = body;
  }

  static ReportContent read(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    checkArgument(
        bytes.length >= Integer.BYTES && all.getInt() == ReportWriter.MAGIC,
        "the %s bytes are no report; one starts with the letters PSFR",
        bytes.length);
    checkArgument(
        bytes.length >= ReportWriter.HEADER + ReportWriter.CHECKSUM,
        "the report is cut off after %s bytes",
        bytes.length);
    short version = all.getShort();
    checkArgument(
        version == ReportWriter.VERSION,
        "the report has version %s of the format; it must be version %s",
        version,
        ReportWriter.VERSION);
    int length = all.getInt();
    checkArgument(
        length == bytes.length,
        "the report is %s bytes long and says that it has %s; some are missing or too many",
        bytes.length,
        length);
    int end = length - ReportWriter.CHECKSUM;
    checkArgument(
        ReportWriter.checksum(bytes, end) == all.getInt(end),
        "the report is damaged: its checksum is not that of its %s bytes",
        length);
    ReportReader reader =
        new ReportReader(all.slice(ReportWriter.HEADER, end - ReportWriter.HEADER));
    try {
      return reader.read();
    } catch (BufferUnderflowException cutOff) {
      throw new IllegalArgumentException("the report is damaged: it ends too early", cutOff);
    }
  }

  private ReportContent read() {
    FunnelDefinition definition = Funnel.parse(text());
    TimeUnit unit = TimeUnit.valueOf(text());
    long asOf = signed();
    ImmutableSet.Builder<String> unknownEvents = ImmutableSet.builder();
    for (int left = size(1); left > 0; left--) {
      unknownEvents.add(text());
    }
    long discarded = count();
    int steps = definition.steps().size();
    StepCounts counts = new StepCounts(steps, 1);
    readCounts(counts, 0, steps);
    int dimensions = definition.breakdown().map(b -> b.dimensions().size()).orElse(0);
    ReportGroups groups = groups(dimensions, steps);
    ImmutableList.Builder<Durations> durations = ImmutableList.builder();
    for (int k = 0; k < steps; k++) {
      durations.add(durations(dimensions > 0, groups.values().size()));
    }
    check(!body.hasRemaining(), "there is more than a report");
    return new ReportContent(
        definition,
        unit,
        asOf,
        unknownEvents.build(),
        discarded,
        counts,
        groups,
        durations.build());
  }

  private void readCounts(StepCounts counts, int group, int steps) {
    for (int k = 0; k < steps; k++) {
      long entered = count();
      long converted = count();
      long pending = count();
      counts.add(group, k, entered, converted, pending, signed());
      check(
          entered <= counts.entered(group, 0)
              && converted <= entered
              && pending <= entered - converted,
          "the counts of a step do not add up");
    }
  }

  private ReportGroups groups(int dimensions, int steps) {
    int size = size(dimensions + 4 * steps);
    check(size == 0 || dimensions > 0, "it has groups without a breakdown");
    StepCounts counts = new StepCounts(steps, size);
    ImmutableMap.Builder<ImmutableList<Optional<String>>, Integer> numbers = ImmutableMap.builder();
    @Nullable ImmutableList<Optional<String>> before = null;
    for (int group = 0; group < size; group++) {
      ImmutableList.Builder<Optional<String>> read = ImmutableList.builder();
      for (int i = 0; i < dimensions; i++) {
        int length = size(1);
        read.add(length == 0 ? Optional.empty() : Optional.of(units(length - 1)));
      }
      ImmutableList<Optional<String>> values = read.build();
      check(
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
      for (int left = size(1); left > 0; left--) {
        time += count();
        check(time >= 0, "a duration is longer than any");
        durations.add(time, SortedDurations.end(bucket), SortedDurations.place(bucket));
      }
    }
    return durations;
  }

  private String text() {
    return units(size(1));
  }

  private String units(int length) {
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      long unit = number();
      text[i] = (char) unit;
      check(text[i] == unit, "a text is of no letters");
    }
    return new String(text);
  }

  /** How many things follow that take some bytes each, or more. */
  private int size(int bytesEach) {
    long size = count();
    check(size <= body.remaining() / bytesEach, "it ends too early");
    return (int) size;
  }

  private long count() {
    long count = number();
    check(count >= 0, "a count is too large");
    return count;
  }

  private long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  private long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = body.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("the report is damaged: a number is too long");
  }

  private static void check(boolean holds, String otherwise) {
    checkArgument(holds, "the report is damaged: %s", otherwise);
  }
}
