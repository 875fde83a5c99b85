package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.event.EventTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for a difference between what the engine says of a table and what the reference says. */
final class ReferenceComparison {
  private final FunnelDefinition definition;
  private final EventTable table;
  private final long asOf;
  private final int steps;

  // counts by step: entered, converted, pending, times until converted, broken, open
  private final long[][] counts;
  private long chains;
  private long discarded;

  private ReferenceComparison(FunnelDefinition definition, EventTable table, long asOf) {
    this.definition = definition;
    this.table = table;
    this.asOf = asOf;
    steps = definition.steps().size();
    counts = new long[steps][6];
  }

  /** The first difference, if there is any. */
  static Optional<String> difference(FunnelDefinition definition, EventTable table, long asOf) {
    return Optional.ofNullable(new ReferenceComparison(definition, table, asOf).difference());
  }

  private @Nullable String difference() {
    FunnelEvidence evidence = definition.evidence(table, asOf);
    Reference reference = new Reference(definition, table, asOf);
    int chain = 0;
    for (int subject = 0; subject < table.subjects(); subject++) {
      reference.run(subject);
      List<ReferenceOutcome> expected = reference.outcomes();
      int from = chain;
      while (chain < evidence.size() && evidence.subject(chain) == subject) {
        chain++;
      }
      String difference = difference(expected, evidence, from, chain);
      if (difference != null) {
        return "subject " + table.subjectName(subject) + ": " + difference;
      }
      for (int i = 0; i < expected.size(); i++) {
        count(expected.get(i), rows(evidence, from + i));
      }
      chains += expected.size();
      discarded += reference.discarded();
    }
    return reportDifference(evidence);
  }

  private @Nullable String difference(
      List<ReferenceOutcome> expected, FunnelEvidence evidence, int from, int to) {
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    boolean alike = expected.size() == to - from;
    for (ReferenceOutcome outcome : expected) {
      wanted.add(outcome.level() + " by " + outcome.evidence().stream().map(this::text).toList());
    }
    for (int chain = from; chain < to; chain++) {
      int[] rows = rows(evidence, chain);
      found.add(evidence.level(chain) + " by " + text(rows));
      alike =
          alike
              && evidence.level(chain) == expected.get(chain - from).level()
              && expected.get(chain - from).evidence().stream()
                  .anyMatch(allowed -> Arrays.equals(sorted(allowed), sorted(rows)));
    }
    return alike ? null : "reference " + wanted + ", engine " + found;
  }

  /** In any order the rows of one instant may stand either way. */
  private int[] sorted(int[] rows) {
    return definition.isOrdered() ? rows : Arrays.stream(rows).sorted().toArray();
  }

  private int[] rows(FunnelEvidence evidence, int chain) {
    int[] rows = new int[steps];
    Arrays.setAll(rows, k -> evidence.row(chain, k).orElse(-1));
    return rows;
  }

  private String text(int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(row -> row < 0 ? "-" : "row " + row + " at " + table.time(row))
        .toList()
        .toString();
  }

  private void count(ReferenceOutcome outcome, int[] rows) {
    int depth = outcome.level() - 1;
    for (int k = 0; k <= depth; k++) {
      if (rows[k] < 0) {
        continue;
      }
      int next = k + 1;
      while (definition.isOrdered() && next < steps && definition.steps().get(next).isOptional()) {
        next++;
      }
      counts[k][0]++;
      if (next == steps) {
        counts[k][1]++;
      } else if (depth >= next) {
        counts[k][1]++;
        counts[k][3] += table.time(rows[next]) - table.time(rows[k]);
      } else {
        counts[k][2] += outcome.isPending() ? 1 : 0;
        counts[k][outcome.isBroken() ? 4 : 5]++;
      }
    }
  }

  private @Nullable String reportDifference(FunnelEvidence evidence) {
    FunnelReport report = definition.over(table, asOf);
    String difference = different("chains", chains, report.chains());
    if (difference == null) {
      difference = different("discarded", discarded, report.discarded());
    }
    for (int k = 0; k < steps && difference == null; k++) {
      difference = stepDifference(k, report);
    }
    return difference == null ? groupDifference(evidence, report) : difference;
  }

  private @Nullable String stepDifference(int k, FunnelReport report) {
    FunnelStep step = report.steps().get(k);
    StepTimes times = report.times(step.name());
    String[] names = {"entered", "converted", "pending", "time until converted", "broken", "open"};
    double days = times.converted().n() == 0 ? 0 : times.converted().sum();
    long[] found = {
      step.entered(),
      step.converted(),
      step.pending(),
      Math.round(24 * days),
      times.broken(),
      times.open()
    };
    for (int i = 0; i < found.length; i++) {
      String difference = different(names[i] + " at step " + k, counts[k][i], found[i]);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  /** The groups follow from the evidence, which was found right. */
  private @Nullable String groupDifference(FunnelEvidence evidence, FunnelReport report) {
    if (definition.breakdown().isEmpty()
        || definition.breakdown().get().attribution() == Attribution.EVERY) {
      return null;
    }
    TreeMap<String, List<Long>> expected = new TreeMap<>();
    for (int chain = 0; chain < evidence.size(); chain++) {
      int[] rows = rows(evidence, chain);
      List<Long> group =
          expected.computeIfAbsent(
              groupOf(rows, evidence.level(chain) - 1, evidence.subject(chain)),
              name -> new ArrayList<>(java.util.Collections.nCopies(2 * steps, 0L)));
      for (int k = 0; k < steps; k++) {
        if (rows[k] >= 0) {
          group.set(2 * k, group.get(2 * k) + 1);
          group.set(2 * k + 1, group.get(2 * k + 1) + table.value(rows[k]));
        }
      }
    }
    TreeMap<String, List<Long>> found = new TreeMap<>();
    for (FunnelGroup group : report.groups()) {
      List<Long> numbers = new ArrayList<>();
      for (FunnelStep step : group.steps()) {
        numbers.add(step.entered());
        numbers.add(step.value());
      }
      found.put(group.values().stream().map(value -> value.orElse("-")).toList() + "", numbers);
    }
    return expected.equals(found) ? null : "groups: reference " + expected + ", engine " + found;
  }

  private String groupOf(int[] rows, int depth, int subject) {
    Breakdown breakdown = definition.breakdown().orElseThrow();
    int row =
        switch (breakdown.attribution()) {
          case FIRST_STEP -> rows[0];
          case STEP -> rows[definition.indexOf(breakdown.step())];
          case LAST_REACHED -> rows[depth];
          case FIRST_EVER, EVERY -> new Reference(definition, table, asOf).firstEver(subject);
        };
    List<String> values = new ArrayList<>();
    for (String name : breakdown.dimensions()) {
      int dimension = table.dimension(name);
      int code = row < 0 ? EventTable.NONE : table.code(dimension, row);
      values.add(code == EventTable.NONE ? "-" : table.dimensionValues(dimension).get(code));
    }
    return values.toString();
  }

  private static @Nullable String different(String what, long expected, long found) {
    return expected == found ? null : what + ": reference " + expected + ", engine " + found;
  }
}
