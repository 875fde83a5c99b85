package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.event.EventTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What a funnel says of a subject, straight from the definition of a chain: all of them are
 * enumerated and ranked. Shares nothing with the engine but the question and the table.
 */
final class Reference {
  private static final String NO_VALUE = "(none)";

  private final FunnelDefinition definition;
  private final EventTable table;
  private final long asOf;
  private final List<ReferenceOutcome> outcomes = new ArrayList<>();
  private int discarded;

  Reference(FunnelDefinition definition, EventTable table, long asOf) {
    this.definition = definition;
    this.table = table;
    this.asOf = asOf;
  }

  /** The chains of the latest subject that count. */
  List<ReferenceOutcome> outcomes() {
    return outcomes;
  }

  /** How many units of the latest subject were left out. */
  int discarded() {
    return discarded;
  }

  void run(int subject) {
    outcomes.clear();
    discarded = 0;
    List<ReferenceUnit.Row> rows = new ArrayList<>();
    for (int row = table.start(subject); row < table.end(subject); row++) {
      if (table.time(row) <= asOf) {
        rows.add(row(row));
      }
    }
    for (List<ReferenceUnit.Row> part : byKey(rows)) {
      key(part);
    }
    if (definition.counting() == Counting.SUBJECTS) {
      discarded = outcomes.isEmpty() ? Math.min(discarded, 1) : 0;
      if (!outcomes.isEmpty()) {
        ReferenceOutcome best = ReferenceOutcome.best(outcomes);
        outcomes.clear();
        outcomes.add(best);
      }
    }
  }

  /** The first row of a subject that matches any step. */
  int firstEver(int subject) {
    for (int row = table.start(subject); row < table.end(subject); row++) {
      if (row(row).steps() != 0) {
        return row;
      }
    }
    throw new IllegalArgumentException("subject " + subject + " matches no step");
  }

  private ReferenceUnit.Row row(int row) {
    String event = table.events().get(table.event(row));
    int steps = 0;
    for (int k = 0; k < definition.steps().size(); k++) {
      Step step = definition.steps().get(k);
      boolean named = step.events().isEmpty() || step.events().contains(event);
      boolean where =
          step.where().entrySet().stream()
              .allMatch(entry -> entry.getValue().contains(value(entry.getKey(), row)));
      steps |= named && where ? 1 << k : 0;
    }
    int exclusions = 0;
    for (int x = 0; x < definition.exclusions().size(); x++) {
      exclusions |= definition.exclusions().get(x).events().contains(event) ? 1 << x : 0;
    }
    return new ReferenceUnit.Row(row, table.time(row), table.sequence(row), steps, exclusions);
  }

  private String value(String dimension, int row) {
    int number = table.dimension(dimension);
    int code = table.code(number, row);
    return code == EventTable.NONE ? NO_VALUE : table.dimensionValues(number).get(code);
  }

  private Collection<List<ReferenceUnit.Row>> byKey(List<ReferenceUnit.Row> rows) {
    Map<List<String>, List<ReferenceUnit.Row>> parts = new LinkedHashMap<>();
    for (ReferenceUnit.Row row : rows) {
      boolean matters =
          definition.entry() == Entry.PER_SESSION
              || definition.order() == StepOrder.STRICT_ALL
              || row.steps() != 0
              || row.exclusions() != 0;
      List<String> key =
          definition.held().stream().map(dimension -> value(dimension, row.number())).toList();
      if (matters && !key.contains(NO_VALUE)) {
        parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    return parts.values();
  }

  private void key(List<ReferenceUnit.Row> rows) {
    if (definition.entry() == Entry.PER_SESSION) {
      sessions(rows);
      return;
    }
    ReferenceUnit unit = new ReferenceUnit(definition, rows, Long.MAX_VALUE, asOf);
    switch (definition.entry()) {
      case FIRST -> {
        int start = nextEntry(unit, 0);
        rank(unit, chains(unit, row -> unit.place[row] == start));
      }
      case EACH -> attempts(unit);
      default -> rank(unit, chains(unit, row -> true));
    }
  }

  private void sessions(List<ReferenceUnit.Row> rows) {
    long gap = definition.sessionGap().orElseThrow().toHours();
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      long end = rows.get(i - 1).time() + gap;
      if (i == rows.size() || rows.get(i).time() > end) {
        ReferenceUnit unit = new ReferenceUnit(definition, rows.subList(from, i), end, asOf);
        rank(unit, chains(unit, row -> true));
        from = i;
      }
    }
  }

  /** One attempt after the other. */
  private void attempts(ReferenceUnit unit) {
    if (unit.steps() == 1
        && !unit.isTakenAsOne()) { // every row of the only step is an attempt, also in one instant
      for (int i = 0; i < unit.size(); i++) {
        int entry = i;
        rank(unit, chains(unit, row -> row == entry));
      }
      return;
    }
    int start = nextEntry(unit, 0);
    while (start < unit.places()) {
      int entry = start;
      List<ReferenceChain> chains = chains(unit, row -> unit.place[row] == entry);
      int completed =
          chains.stream()
              .filter(chain -> chain.level() == unit.steps())
              .mapToInt(ReferenceChain::place)
              .min()
              .orElse(unit.places());
      int died = unit.places();
      for (int at = unit.places() - 1; at > start; at--) {
        died = isAnyAlive(unit, chains, at) ? died : at;
      }
      int satisfied =
          chains.stream()
              .filter(ReferenceChain::isComplete)
              .mapToInt(ReferenceChain::place)
              .min()
              .orElse(unit.places());
      int restart = nextEntry(unit, satisfied + 1);
      int end = Math.min(completed, Math.min(died, restart) - 1);
      rank(
          unit,
          chains.stream()
              .filter(chain -> chain.place() <= end)
              .map(chain -> chain.until(restart))
              .toList());
      start = nextEntry(unit, end + 1);
    }
  }

  private static boolean isAnyAlive(ReferenceUnit unit, List<ReferenceChain> chains, int at) {
    return chains.stream().anyMatch(chain -> chain.isAliveAt(at, unit.times.get(at)));
  }

  /** The first place from one on that has an entry, or the number of places. */
  private int nextEntry(ReferenceUnit unit, int from) {
    for (int row = 0; row < unit.size(); row++) {
      boolean entry =
          definition.order() == StepOrder.ANY_ORDER
              ? unit.rows.get(row).steps() != 0
              : unit.matches(row, 0);
      if (entry && unit.place[row] >= from) {
        return unit.place[row];
      }
    }
    return unit.places();
  }

  private static List<ReferenceChain> chains(ReferenceUnit unit, IntPredicate entries) {
    return unit.isOrdered()
        ? ReferenceOrdered.chains(unit, entries)
        : ReferenceSets.chains(unit, entries);
  }

  /** Adds the best of all chains of a unit, or counts the unit as left out. */
  private void rank(ReferenceUnit unit, List<ReferenceChain> chains) {
    if (chains.isEmpty()) {
      return;
    }
    int level = chains.stream().mapToInt(ReferenceChain::level).max().getAsInt();
    List<ReferenceChain> deepest = chains.stream().filter(c -> c.level() == level).toList();
    // at every time the deepest step was reached the chains with the latest entry stand for all
    Map<Long, Long> latest = new LinkedHashMap<>();
    deepest.forEach(c -> latest.merge(c.completion(), c.entry(), Math::max));
    Comparator<ReferenceChain> order =
        Comparator.comparingLong(ReferenceChain::completion)
            .thenComparing(
                (a, b) ->
                    unit.isOrdered()
                        ? ReferenceOrdered.compare(unit, a, b)
                        : ReferenceSets.compare(unit, a, b));
    List<ReferenceChain> clean =
        deepest.stream()
            .filter(c -> c.entry() == latest.getOrDefault(c.completion(), 0L) && !c.isDiscarded())
            .sorted(order)
            .toList();
    if (clean.isEmpty()) {
      discarded++;
      return;
    }
    ReferenceChain best = clean.get(0);
    boolean pending = deepest.stream().anyMatch(c -> c.isPending(asOf));
    outcomes.add(
        new ReferenceOutcome(
            level,
            best.entry(),
            best.completion(),
            clean.stream()
                .filter(c -> order.compare(best, c) == 0)
                .map(c -> c.evidence(unit))
                .toList(),
            pending,
            best.isBroken() && !pending));
  }
}
