package dev.pacesetter.examples.conformance.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.funnel.Attribution;
import dev.pacesetter.metrics.funnel.Breakdown;
import dev.pacesetter.metrics.funnel.FunnelGroup;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The groups of a case; each by its value, rows without one by the empty text. */
final class Grouping {
  private Grouping() {}

  /** Returns the groups that some chain entered. */
  static ImmutableSortedMap<String, Figures> of(
      FunnelCase asked, Profile profile, ImmutableList<Row> rows) throws NotExpressibleException {
    CaseBreakdown breakdown =
        asked.breakdown().orElseThrow(() -> new NotExpressibleException(Reason.of("no-breakdown")));
    TreeMap<String, Figures> groups = new TreeMap<>();
    switch (breakdown.attribution()) {
      case "first_touch" -> groups.putAll(by(Attribution.FIRST_EVER, asked, profile, rows));
      case "all_events" -> groups.putAll(by(Attribution.EVERY, asked, profile, rows));
      case "step" -> {
        for (String value : valuesAt(breakdown.step(), rows)) {
          groups.put(value, ofValue(value, breakdown.step(), asked, profile, rows));
        }
      }
      default ->
          throw new NotExpressibleException(Reason.of("attribution", breakdown.attribution()));
    }
    groups.values().removeIf(figures -> !figures.isEntered());
    return ImmutableSortedMap.copyOf(groups);
  }

  private static Map<String, Figures> by(
      Attribution attribution, FunnelCase asked, Profile profile, ImmutableList<Row> rows)
      throws NotExpressibleException {
    Breakdown breakdown = Breakdown.by(Answer.GROUP).at(attribution);
    FunnelReport report = Answer.of(asked, profile, rows, Optional.of(breakdown)).report();
    TreeMap<String, Figures> groups = new TreeMap<>();
    for (FunnelGroup group : report.groups()) {
      groups.put(group.values().get(0).orElse(""), Figures.of(report, group));
    }
    return groups;
  }

  private static Set<String> valuesAt(int step, ImmutableList<Row> rows) {
    TreeSet<String> values = new TreeSet<>();
    rows.stream()
        .filter(row -> row.matches(step))
        .forEach(row -> row.group().ifPresent(values::add));
    return values;
  }

  /** A funnel of its own whose step asks for the value. */
  private static Figures ofValue(
      String value, int step, FunnelCase asked, Profile profile, ImmutableList<Row> rows)
      throws NotExpressibleException {
    ImmutableList<Row> matching =
        rows.stream()
            .map(
                row ->
                    row.group().equals(Optional.of(value))
                        ? row
                        : row.withSteps(row.steps() & ~(1L << step)))
            .collect(ImmutableList.toImmutableList());
    return Figures.of(Answer.of(asked, profile, matching, Optional.empty()).report());
  }
}
