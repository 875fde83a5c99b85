package dev.pacesetter.examples.conformance.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.Breakdown;
import dev.pacesetter.metrics.funnel.Exclusion;
import dev.pacesetter.metrics.funnel.FunnelDefinition;
import dev.pacesetter.metrics.funnel.FunnelEvidence;
import dev.pacesetter.metrics.funnel.FunnelReport;
import dev.pacesetter.metrics.funnel.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What our engine says to a case. */
final class Answer {
  /** The dimension of the breakdown. */
  static final String GROUP = "group";

  private final FunnelCase asked;
  private final FunnelDefinition definition;
  private final EventTable table;

  private Answer(FunnelCase asked, FunnelDefinition definition, EventTable table) {
    this.asked = asked;
    this.definition = definition;
    this.table = table;
  }

  /** Asks for a case with these rows, broken down or not. */
  static Answer of(FunnelCase asked, Profile profile, List<Row> rows, Optional<Breakdown> breakdown)
      throws NotExpressibleException {
    FunnelDefinition definition = definition(asked, profile, rows);
    return new Answer(
        asked, breakdown.map(definition::by).orElse(definition), table(asked.scale(), rows));
  }

  private static EventTable table(TimeScale scale, List<Row> rows) {
    EventTable.Builder table = EventTable.builder(GROUP).timesIn(scale.unit());
    for (Row row : rows) {
      table.row(row.subject(), row.kind(), row.time());
      row.group().ifPresent(value -> table.with(GROUP, value));
    }
    return table.build();
  }

  private static FunnelDefinition definition(FunnelCase asked, Profile profile, List<Row> rows)
      throws NotExpressibleException {
    FunnelDefinition.Builder funnel = FunnelDefinition.builder();
    for (int k = 0; k < asked.steps().size(); k++) {
      int number = k;
      Step step =
          Step.named(stepName(k), kinds(rows, row -> row.matches(number)).toArray(new String[0]));
      funnel.addSteps(asked.steps().get(k).isOptional() ? step.optional() : step);
    }
    FunnelDefinition definition = profile.switches().apply(funnel.build());
    for (int x = 0; x < asked.exclusions().size(); x++) {
      int number = x;
      CaseExclusion exclusion = asked.exclusions().get(x);
      definition =
          definition.excluding(
              new Exclusion(
                  kinds(rows, row -> row.isExcluded(number)),
                  stepName(exclusion.from()),
                  stepName(exclusion.to()),
                  profile.effect()));
    }
    return asked.window().isPresent()
        ? definition.within(window(asked, profile, asked.window().get()))
        : definition;
  }

  private static Duration window(FunnelCase asked, Profile profile, Duration given)
      throws NotExpressibleException {
    if (!profile.excludesEnd()) {
      return given;
    }
    if (given.isZero()) {
      throw new NotExpressibleException(Reason.of("exclusive-zero"));
    }
    return given.minus(asked.scale().tick());
  }

  /** The kinds of rows that match; one that no row is of besides, since none would mean any. */
  private static ImmutableSet<String> kinds(List<Row> rows, Predicate<Row> matching) {
    return rows.stream()
        .filter(matching)
        .map(Row::kind)
        .collect(
            () -> ImmutableSet.<String>builder().add("nothing"),
            ImmutableSet.Builder::add,
            (one, other) -> one.addAll(other.build()))
        .build();
  }

  static String stepName(int step) {
    return "step " + (step + 1);
  }

  FunnelReport report() {
    return definition.over(table);
  }

  private FunnelEvidence evidence() {
    return definition.evidence(table, table.lastTime().orElse(0));
  }

  /** The deepest level of every subject that entered. */
  ImmutableSortedMap<String, Integer> levels() {
    FunnelEvidence evidence = evidence();
    TreeMap<String, Integer> levels = new TreeMap<>();
    for (int chain = 0; chain < evidence.size(); chain++) {
      levels.merge(table.subjectName(evidence.subject(chain)), evidence.level(chain), Math::max);
    }
    return ImmutableSortedMap.copyOf(levels);
  }

  /** How many chains of every subject are complete. */
  ImmutableSortedMap<String, Integer> conversions() {
    FunnelEvidence evidence = evidence();
    TreeMap<String, Integer> conversions = new TreeMap<>();
    for (int chain = 0; chain < evidence.size(); chain++) {
      int complete = evidence.level(chain) == definition.steps().size() ? 1 : 0;
      conversions.merge(table.subjectName(evidence.subject(chain)), complete, Integer::sum);
    }
    return ImmutableSortedMap.copyOf(conversions);
  }

  /** How long every chain took that reached the later of two steps, in seconds. */
  ImmutableList<Double> secondsBetween(int from, int to) {
    FunnelEvidence evidence = evidence();
    ImmutableList.Builder<Double> seconds = ImmutableList.builder();
    for (int chain = 0; chain < evidence.size(); chain++) {
      if (evidence.row(chain, from).isPresent() && evidence.row(chain, to).isPresent()) {
        seconds.add(
            asked
                .scale()
                .seconds(
                    table.time(evidence.row(chain, to).getAsInt())
                        - table.time(evidence.row(chain, from).getAsInt())));
      }
    }
    return seconds.build();
  }
}
