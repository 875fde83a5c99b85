package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Writes a report as bytes, version 1 of the format.
 *
 * <p>It is the letters {@code PSFR}; the version in 2 bytes and the number of all bytes in 4, big
 * end first; the body; and the CRC-32C of everything before in 4 bytes. Numbers in the body are of
 * variable length: seven bits a byte, the lowest first, the eighth bit saying that more follow;
 * those that may be negative have the sign in the lowest bit. A text is its number of UTF-16 units
 * and then each of them. The body is:
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
  static final int MAGIC = ('P' << 24) | ('S' << 16) | ('F' << 8) | 'R';
  static final short VERSION = 1;
  static final int HEADER = Integer.BYTES + Short.BYTES + Integer.BYTES;
  static final int CHECKSUM = Integer.BYTES;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ReportContent report;

  private ReportWriter(ReportContent report) {
    this.report = report;
  }

  static byte[] write(ReportContent report) {
    ReportWriter writer = new ReportWriter(report);
    writer.write();
    return framed(writer.body.toByteArray());
  }

  /** Puts the header before a body and the checksum behind it. */
  static byte[] framed(byte[] body) {
    int length = Math.addExact(body.length, HEADER + CHECKSUM);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.putInt(MAGIC).putShort(VERSION).putInt(length).put(body);
    return bytes.putInt(checksum(bytes.array(), length - CHECKSUM)).array();
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  private void write() {
    text(report.definition().toString());
    text(report.unit().name());
    signed(report.asOf());
    number(report.unknownEvents().size());
    report.unknownEvents().forEach(this::text);
    number(report.discarded());
    counts(report.counts(), 0);
    ReportGroups groups = report.groups();
    number(groups.values().size());
    for (ImmutableList<Optional<String>> values : groups.values()) {
      values.forEach(this::value);
      counts(groups.counts(), groups.number(values));
    }
    for (int k = 0; k < report.durations().size(); k++) {
      durations(report.sortedDurations(k), groups.values().size());
    }
  }

  private void counts(StepCounts counts, int group) {
    for (int k = 0; k < report.durations().size(); k++) {
      number(counts.entered(group, k));
      number(counts.converted(group, k));
      number(counts.pending(group, k));
      signed(counts.value(group, k));
    }
  }

  private void value(Optional<String> value) {
    if (value.isEmpty()) {
      number(0);
    } else {
      number(value.get().length() + 1L);
      units(value.get());
    }
  }

  private void durations(SortedDurations durations, int groups) {
    for (int bucket = 0; bucket < SortedDurations.buckets(groups); bucket++) {
      int start = durations.start(bucket);
      int end = durations.start(bucket + 1);
      number(end - start);
      long before = 0;
      for (int i = start; i < end; i++) {
        number(durations.time(i) - before);
        before = durations.time(i);
      }
    }
  }

  private void text(String text) {
    number(text.length());
    units(text);
  }

  private void units(String text) {
    text.chars().forEach(this::number);
  }

  private void signed(long number) {
    number((number << 1) ^ (number >> 63));
  }

  private void number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      body.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    body.write((int) rest);
  }
}
