package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.column.Parts;
import dev.pacesetter.metrics.event.EventTable;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A definition over a table, as of a time. */
final class FunnelRun {
  private final CompiledFunnel funnel;
  private final EventTable table;
  private final long asOf;
  private final KeyReader held;
  private final KeyReader grouped;

  FunnelRun(FunnelDefinition definition, EventTable table, long asOf) {
    this.table = table;
    this.asOf = asOf;
    funnel = new CompiledFunnel(definition, table.timeUnit());
    held = KeyReader.of(table, definition.held());
    grouped =
        KeyReader.of(
            table, definition.breakdown().map(Breakdown::dimensions).orElse(ImmutableList.of()));
  }

  FunnelReport report(Executor executor, int parts) {
    ImmutableList<FunnelTally> tallies =
        new Parts(executor, parts).compute(table.partition(parts), this::tally);
    FunnelTally tally = tallies.get(0);
    tallies.subList(1, tallies.size()).forEach(tally::addAll);
    @Nullable GroupTally groups = tally.groups();
    return FunnelReport.of(
        funnel, tally, asOf, () -> durations(groups), grouped.values(), unknownEvents());
  }

  /** How long chains waited at every step; asked for less often than the counts. */
  private ImmutableList<Durations> durations(@Nullable GroupTally groups) {
    DurationTally tally = new DurationTally(funnel, groups);
    GroupSink sink = new GroupSink(funnel, grouped, tally);
    SubjectCount subjects = new SubjectCount(funnel, held, grouped, tally);
    RowReader reader = new RowReader(funnel, table, asOf);
    @Nullable DirectRun direct =
        DirectRun.covers(funnel, table) ? new DirectRun(funnel, table, asOf) : null;
    Rows rows = new Rows();
    for (int subject = 0; subject < table.subjects(); subject++) {
      if (direct == null || !direct.chain(subject, sink)) {
        reader.read(subject, rows);
        subjects.count(rows, asOf);
      }
    }
    return tally.durations();
  }

  FunnelEvidence evidence() {
    FunnelEvidence.Collector collector = new FunnelEvidence.Collector(funnel, table);
    RowReader reader = new RowReader(funnel, table, asOf);
    SubjectRun run = new SubjectRun(funnel, held);
    Rows rows = new Rows();
    for (int subject = 0; subject < table.subjects(); subject++) {
      reader.read(subject, rows);
      collector.begin(subject);
      run.run(rows, asOf, collector);
    }
    return collector.toEvidence();
  }

  private FunnelTally emptyTally() {
    return new FunnelTally(funnel, table::value, grouped.isEmpty() ? 0 : grouped.possible());
  }

  private FunnelTally tally(EventTable slice) {
    FunnelTally tally = emptyTally();
    RowReader reader = new RowReader(funnel, slice, asOf);
    SubjectCount subjects = new SubjectCount(funnel, held, grouped, tally);
    Rows rows = new Rows();
    IntConsumer one =
        subject -> {
          reader.read(subject, rows);
          subjects.count(rows, asOf);
        };
    if (DirectRun.covers(funnel, slice)) {
      DirectCounts counts = new DirectCounts(funnel, slice, grouped, tally);
      new DirectRun(funnel, slice, asOf).count(counts, one);
      counts.close();
    } else {
      IntStream.range(0, slice.subjects()).forEach(one);
    }
    return tally;
  }

  private ImmutableSet<String> unknownEvents() {
    ImmutableSet.Builder<String> unknown = ImmutableSet.builder();
    ImmutableSet<String> known = ImmutableSet.copyOf(table.events());
    funnel.definition.steps().stream()
        .flatMap(step -> step.events().stream())
        .filter(event -> !known.contains(event))
        .forEach(unknown::add);
    funnel.definition.exclusions().stream()
        .flatMap(exclusion -> exclusion.events().stream())
        .filter(event -> !known.contains(event))
        .forEach(unknown::add);
    return unknown.build();
  }
}
