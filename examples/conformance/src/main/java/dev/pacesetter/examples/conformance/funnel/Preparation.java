package dev.pacesetter.examples.conformance.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;

/** What a dialect does to its rows before any funnel rule applies. */
@FunctionalInterface
interface Preparation {
  /** The rows as they are. */
  Preparation NONE = rows -> rows;

  /** A row counts for the first step it matches. */
  Preparation FIRST_STEP_ONLY =
      rows ->
          rows.stream()
              .map(row -> row.withSteps(Long.lowestOneBit(row.steps())))
              .collect(ImmutableList.toImmutableList());

  /**
   * A row that is an entry serves no other step of the chain it opens: it becomes two rows, the one
   * for the later steps before the entry.
   */
  Preparation ENTRY_APART = Preparation::entryApart;

  /** {@link #ENTRY_APART}, where no row may match several of the later steps. */
  Preparation ENTRY_APART_AND_SINGLE =
      rows -> {
        refuseIf(
            rows.stream().anyMatch(row -> Long.bitCount(row.steps() & ~1L) > 1),
            "shared-and-later");
        return entryApart(rows);
      };

  /**
   * Where rows of one instant match different steps, its exclusions do not apply; and none of these
   * rows may match several steps.
   */
  Preparation STEPS_BEFORE_EXCLUSIONS =
      rows -> {
        SetMultimap<Instant, Long> kinds = kinds(rows);
        refuseIf(
            kinds.asMap().values().stream()
                .anyMatch(
                    steps ->
                        steps.size() > 1
                            && steps.stream().anyMatch(bits -> Long.bitCount(bits) > 1)),
            "crowded-instant");
        return rows.stream()
            .map(row -> kinds.get(Instant.of(row)).size() > 1 ? row.withoutExclusions() : row)
            .collect(ImmutableList.toImmutableList());
      };

  /** No rows of one instant may match different steps. */
  Preparation ALIKE_IN_AN_INSTANT =
      rows -> {
        refuseIf(
            kinds(rows).asMap().values().stream().anyMatch(steps -> steps.size() > 1),
            "strict-instant");
        return rows;
      };

  /**
   * Returns the rows that the engine is given.
   *
   * @throws NotExpressibleException if these rows bring a rule into play that the engine lacks
   */
  ImmutableList<Row> prepare(ImmutableList<Row> rows) throws NotExpressibleException;

  private static void refuseIf(boolean matters, String reason) throws NotExpressibleException {
    if (matters) {
      throw new NotExpressibleException(Reason.of(reason));
    }
  }

  private static ImmutableList<Row> entryApart(ImmutableList<Row> rows) {
    ImmutableList.Builder<Row> result = ImmutableList.builder();
    for (Row row : rows) {
      if (row.matches(0) && row.steps() != 1) {
        result.add(row.withSteps(row.steps() & ~1L));
        result.add(row.withSteps(1).withoutExclusions());
      } else {
        result.add(row);
      }
    }
    return result.build();
  }

  private static SetMultimap<Instant, Long> kinds(ImmutableList<Row> rows) {
    SetMultimap<Instant, Long> kinds = LinkedHashMultimap.create();
    rows.forEach(row -> kinds.put(Instant.of(row), row.steps()));
    return kinds;
  }

  /** Where rows of one subject meet. */
  record Instant(String subject, long time) {
    static Instant of(Row row) {
      return new Instant(row.subject(), row.time());
    }
  }
}
