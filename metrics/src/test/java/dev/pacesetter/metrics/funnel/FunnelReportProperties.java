package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FunnelReportProperties {
  private static final List<String> EVENTS = List.of("lead", "call", "won", "lost");
  private static final List<String> VALUES = List.of("ana", "ben", "", "\ud800\n", "赢");

  record Row(int subject, String event, long at, long value, String rep, String product) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> value =
        Arbitraries.of(VALUES).injectNull(0.2).map(name -> name == null ? "none" : name);
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.of(EVENTS),
            Arbitraries.longs().between(0, 30),
            Arbitraries.longs().between(-5, 1_000_000),
            value,
            value)
        .as(Row::new)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<FunnelDefinition> definitions() {
    return FunnelDefinitions.over(
        List.of("lead", "call", "won", "lost", "unheard of"),
        List.of("rep", "product"),
        VALUES,
        Arbitraries.longs().between(0, 20).map(Duration::ofMillis));
  }

  private static EventTable table(List<Row> rows) {
    EventTable.Builder table = EventTable.builder("rep", "product");
    for (Row row : rows) {
      table.row(row.subject(), row.event(), row.at()).value(row.value());
      if (!row.rep().equals("none")) {
        table.with("rep", row.rep());
      }
      if (!row.product().equals("none")) {
        table.with("product", row.product());
      }
    }
    return table.build();
  }

  /** Reports of tables of their own, whose names have other numbers. */
  private static List<FunnelReport> parts(
      FunnelDefinition definition, List<Row> rows, int parts, long asOf) {
    List<FunnelReport> reports = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int wanted = part;
      List<Row> own = rows.stream().filter(row -> row.subject() % parts == wanted).toList();
      reports.add(definition.over(table(own), asOf));
    }
    return reports;
  }

  private static FunnelReport merged(List<FunnelReport> reports) {
    return reports.stream().reduce(FunnelReport::merge).orElseThrow();
  }

  @Property
  void theReportsOfSlicesMergeIntoThatOfTheWhole(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll @LongRange(min = 0, max = 31) long asOf) {
    EventTable table = table(rows);
    List<FunnelReport> slices =
        table.partition(parts).stream().map(slice -> definition.over(slice, asOf)).toList();

    assertSayTheSame(merged(slices), definition.over(table, asOf));
  }

  @Property
  void theReportsOfTablesMergeIntoThatOfAllInAnyOrder(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(min = 1, max = 4) int parts,
      @ForAll @LongRange(min = 0, max = 31) long asOf,
      @ForAll Random random) {
    List<FunnelReport> reports = parts(definition, rows, parts, asOf);
    Collections.shuffle(reports, random);

    assertSayTheSame(merged(reports), definition.over(table(rows), asOf));
  }

  @Property
  void mergingIsAssociativeAndCommutative(
      @ForAll("definitions") FunnelDefinition definition, @ForAll("rows") List<Row> rows) {
    List<FunnelReport> reports = parts(definition, rows, 3, 25);
    FunnelReport a = reports.get(0);
    FunnelReport b = reports.get(1);
    FunnelReport c = reports.get(2);

    assertSayTheSame(a.merge(b).merge(c), a.merge(b.merge(c)));
    assertSayTheSame(a.merge(b), b.merge(a));
  }

  @Property
  void aReportComesBackFromItsBytes(
      @ForAll("definitions") FunnelDefinition definition, @ForAll("rows") List<Row> rows) {
    FunnelReport report = definition.over(table(rows), 25);
    byte[] bytes = report.toBytes();

    assertSayTheSame(FunnelReport.fromBytes(bytes), report);
    assertThat(FunnelReport.fromBytes(bytes).toBytes()).isEqualTo(bytes);
  }

  @Property
  void theOrderOfArrivalChangesNoByte(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll Random random) {
    // of two rows of one instant either might serve a step, with a value of its own
    Set<List<Long>> instants = new HashSet<>();
    List<Row> ordered =
        rows.stream().filter(row -> instants.add(List.of((long) row.subject(), row.at()))).toList();
    List<Row> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, random);

    assertThat(definition.over(table(shuffled), 25).toBytes())
        .isEqualTo(definition.over(table(ordered), 25).toBytes());
  }

  @Property
  void whatOneReportSaysMoreMakesItAnother(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll @LongRange(min = 1, max = 30) long later) {
    FunnelReport report = definition.over(table(rows), 25);
    List<Row> moved =
        rows.stream()
            .map(r -> new Row(r.subject(), r.event(), r.at(), r.value() + 1, r.rep(), r.product()))
            .toList();

    assertThat(definition.over(table(rows), 25 + later)).isNotEqualTo(report);
    // where every value is a funnel of its own a group may have chains and the whole none
    boolean isEmpty = report.chains() == 0 && report.groups().isEmpty();
    assertThat(definition.over(table(moved), 25).equals(report)).isEqualTo(isEmpty);
  }

  @Property
  void damagedBytesAreRefused(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll int where,
      @ForAll @IntRange(min = 1, max = 255) int change,
      @ForAll @IntRange(max = 3) int how) {
    FunnelReport report = definition.over(table(rows), 25);
    byte[] bytes = report.toBytes();
    byte[] damaged = damaged(bytes, Math.floorMod(where, bytes.length), change, how);

    assertThat(damaged).isNotEqualTo(bytes);
    try {
      FunnelReport.fromBytes(damaged);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).contains("report");
      return;
    }
    throw new AssertionError("read " + Arrays.toString(damaged));
  }

  /** Nobody meets these by accident. */
  @Property
  void damagedBytesWithTheRightChecksumAreRefusedOrAReport(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll("rows") List<Row> rows,
      @ForAll int where,
      @ForAll @IntRange(min = 1, max = 255) int change,
      @ForAll @IntRange(max = 3) int how) {
    byte[] bytes = definition.over(table(rows), 25).toBytes();
    byte[] body =
        Arrays.copyOfRange(bytes, PackedWriter.HEADER, bytes.length - PackedWriter.CHECKSUM);
    byte[] damaged = damaged(body, Math.floorMod(where, body.length), change, how);

    FunnelReport report;
    try {
      report =
          FunnelReport.fromBytes(
              PackedWriter.framed(damaged, ReportWriter.LETTERS, ReportWriter.VERSION));
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(FunnelReport.fromBytes(report.toBytes())).isEqualTo(report);
    for (FunnelStep step : report.steps()) {
      assertThat(step.rate().n()).isEqualTo(step.entered());
      assertThat(report.times(step.name()).quantile(0.5).n()).isNotNegative();
      for (FunnelGroup group : report.groups()) {
        assertThat(report.times(step.name(), group).converted().mean().n()).isNotNegative();
      }
    }
  }

  private static byte[] damaged(byte[] bytes, int at, int change, int how) {
    byte[] damaged = bytes.clone();
    switch (how) {
      case 0 -> damaged[at] ^= (byte) change;
      case 1 -> damaged = Arrays.copyOf(bytes, at);
      case 2 -> damaged = Arrays.copyOf(bytes, bytes.length + change);
      default -> {
        damaged = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, damaged, at + 1, bytes.length - at);
        damaged[at] = (byte) ~bytes[at];
      }
    }
    return damaged;
  }

  /** By everything that can be asked, so that equality itself is tested too. */
  private static void assertSayTheSame(FunnelReport one, FunnelReport other) {
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
    assertThat(one.definition()).isEqualTo(other.definition());
    assertThat(one.asOf()).isEqualTo(other.asOf());
    assertThat(one.timeUnit()).isEqualTo(other.timeUnit());
    assertThat(one.steps()).isEqualTo(other.steps());
    assertThat(one.groups()).isEqualTo(other.groups());
    assertThat(one.chains()).isEqualTo(other.chains());
    assertThat(one.discarded()).isEqualTo(other.discarded());
    assertThat(one.unknownEvents()).containsExactlyElementsOf(other.unknownEvents());
    for (FunnelStep step : one.steps()) {
      assertSame(one.times(step.name()), other.times(step.name()));
      for (FunnelGroup group : one.groups()) {
        assertSame(one.times(step.name(), group), other.times(step.name(), group));
      }
    }
  }

  private static void assertSame(StepTimes one, StepTimes other) {
    assertThat(one.converted()).isEqualTo(other.converted());
    assertThat(one.open()).isEqualTo(other.open());
    assertThat(one.broken()).isEqualTo(other.broken());
    assertThat(one.incidence().table()).isEqualTo(other.incidence().table());
  }

  @Property
  void timesAreOfTheChainsThatTheStepCounts(
      @ForAll("definitions") FunnelDefinition definition, @ForAll("rows") List<Row> rows) {
    FunnelReport report = definition.over(table(rows), 25);

    for (FunnelStep step : report.steps()) {
      assertAddsUp(step, report.times(step.name()));
    }
    for (FunnelGroup group : report.groups()) {
      for (FunnelStep step : group.steps()) {
        assertAddsUp(step, report.times(step.name(), group));
      }
    }
  }

  private static void assertAddsUp(FunnelStep step, StepTimes times) {
    if (times.incidence().table().n() > 0) { // nothing is waited for after the last step
      assertThat(times.converted().n()).isEqualTo(step.converted());
      assertThat(times.open() + times.broken()).isEqualTo(step.dropped() + step.pending());
    }
  }
}
