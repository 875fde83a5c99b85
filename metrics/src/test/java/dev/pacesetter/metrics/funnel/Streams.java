package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events of subjects as text: {@code lead@1 won@5#2=100/crm/north} is a lead on day 1, and on day 5
 * as the second of that day a win of 100 with product crm in region north.
 */
final class Streams {
  private static final Pattern ROW =
      Pattern.compile("(\\w+)@(-?\\d+)(?:#(\\d+))?(?:=(-?\\d+))?(?:/(\\w*))?(?:/(\\w*))?");

  private Streams() {}

  /** A table in days of one subject a text, numbered from 0. */
  static EventTable table(String... subjects) {
    return table(TimeUnit.DAYS, subjects);
  }

  static EventTable table(TimeUnit unit, String... subjects) {
    EventTable.Builder builder = EventTable.builder("product", "region").timesIn(unit);
    for (int subject = 0; subject < subjects.length; subject++) {
      for (String row : Splitter.on(' ').omitEmptyStrings().split(subjects[subject])) {
        add(builder, subject, row);
      }
    }
    return builder.build();
  }

  private static void add(EventTable.Builder builder, long subject, String row) {
    Matcher parts = ROW.matcher(row);
    checkArgument(parts.matches(), "row is '%s'; it must be like %s", row, ROW);
    builder.row(subject, parts.group(1), Long.parseLong(parts.group(2)));
    if (parts.group(3) != null) {
      builder.sequence(Long.parseLong(parts.group(3)));
    }
    if (parts.group(4) != null) {
      builder.value(Long.parseLong(parts.group(4)));
    }
    if (parts.group(5) != null && !parts.group(5).isEmpty()) {
      builder.with("product", parts.group(5));
    }
    if (parts.group(6) != null && !parts.group(6).isEmpty()) {
      builder.with("region", parts.group(6));
    }
  }

  /** The chains that count as of the last row, such as {@code lead@1 won@5}. */
  static List<String> chains(FunnelDefinition funnel, String... subjects) {
    EventTable table = table(subjects);
    return chains(funnel, table, table.lastTime().orElse(0));
  }

  static List<String> chains(FunnelDefinition funnel, EventTable table, long asOf) {
    FunnelEvidence evidence = funnel.evidence(table, asOf);
    List<String> chains = new ArrayList<>();
    for (int chain = 0; chain < evidence.size(); chain++) {
      List<String> rows = new ArrayList<>();
      for (int step = 0; step < funnel.steps().size(); step++) {
        OptionalInt row = evidence.row(chain, step);
        if (row.isPresent()) {
          rows.add(
              table.events().get(table.event(row.getAsInt())) + "@" + table.time(row.getAsInt()));
        }
      }
      chains.add(String.join(" ", rows));
    }
    return chains;
  }

  /** How many steps the only subject reached, 0 if it did not enter. */
  static int level(FunnelDefinition funnel, String stream) {
    EventTable table = table(stream);
    FunnelEvidence evidence = funnel.evidence(table, table.lastTime().orElse(0));
    return evidence.size() == 0 ? 0 : evidence.level(0);
  }

  /** How many chains entered each step. */
  static List<Long> entered(FunnelDefinition funnel, String... subjects) {
    return funnel.over(table(subjects)).steps().stream().map(FunnelStep::entered).toList();
  }

  static Duration days(long days) {
    return Duration.ofDays(days);
  }
}
