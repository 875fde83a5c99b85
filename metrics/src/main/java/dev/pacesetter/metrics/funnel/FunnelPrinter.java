package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a funnel as the line that {@link FunnelParser} reads, without what is so by default. */
final class FunnelPrinter {
  private final FunnelDefinition funnel;
  private final List<String> clauses = new ArrayList<>();

  private FunnelPrinter(FunnelDefinition funnel) {
    this.funnel = funnel;
  }

  static String print(FunnelDefinition funnel) {
    FunnelPrinter printer = new FunnelPrinter(funnel);
    printer.clauses.add(printer.steps());
    printer.printRules();
    funnel.exclusions().forEach(exclusion -> printer.clauses.add(print(exclusion)));
    printer.printCounting();
    return String.join(", ", printer.clauses);
  }

  private String steps() {
    return switch (funnel.order()) {
      case ORDERED -> steps(0, " > ");
      case STRICT_KNOWN -> "strict: " + steps(0, " > ");
      case STRICT_ALL -> "directly: " + steps(0, " > ");
      case ANY_ORDER -> "any order: " + steps(0, " and ");
      case ANY_AFTER_ANCHOR ->
          "any order after "
              + print(funnel.steps().get(0))
              + (funnel.steps().size() > 1 ? ": " + steps(1, " and ") : "");
    };
  }

  private String steps(int from, String separator) {
    return funnel.steps().stream()
        .skip(from)
        .map(FunnelPrinter::print)
        .collect(Collectors.joining(separator));
  }

  private static String print(Step step) {
    StringBuilder text = new StringBuilder(NameText.of(step.name()));
    if (step.isOptional()) {
      text.append('?');
    }
    if (step.events().isEmpty()) {
      text.append(" = any event");
    } else if (!step.events().equals(ImmutableSet.of(step.name()))) {
      text.append(" = ").append(names(step.events(), " or "));
    }
    List<String> conditions = new ArrayList<>();
    if (!step.where().isEmpty()) {
      conditions.add(print(step.where()));
    }
    if (step.within().isLimited()) {
      conditions.add("within " + step.within());
    }
    if (!conditions.isEmpty()) {
      text.append(" (").append(String.join(", ", conditions)).append(')');
    }
    return text.toString();
  }

  private static String print(ImmutableMap<String, ImmutableSet<String>> where) {
    return where.entrySet().stream()
        .map(entry -> NameText.of(entry.getKey()) + " = " + names(entry.getValue(), " or "))
        .collect(Collectors.joining(" and ", "where ", ""));
  }

  private static String names(Collection<String> names, String separator) {
    return names.stream().map(NameText::of).collect(Collectors.joining(separator));
  }

  private void printRules() {
    if (funnel.window().isLimited()) {
      clauses.add("within " + funnel.window());
    }
    if (funnel.repeats() == Repeats.BREAK) {
      clauses.add("repeats break");
    }
    if (funnel.rowUse() == RowUse.SHARED_ROW) {
      clauses.add("rows shared");
    }
    if (funnel.ties() == Ties.STRICTLY_LATER) {
      clauses.add("ties refused");
    }
    if (funnel.instantOrder() == InstantOrder.AS_GIVEN) {
      clauses.add("instants as given");
    }
    switch (funnel.entry()) {
      case BEST -> {}
      case FIRST -> clauses.add("first entry");
      case EACH -> clauses.add("each entry");
      case PER_SESSION ->
          clauses.add(
              "each session with gap " + DurationText.of(funnel.sessionGap().orElseThrow()));
    }
  }

  private static String print(Exclusion exclusion) {
    String text = "excluding " + names(exclusion.events(), " or ");
    if (!exclusion.from().isEmpty()) {
      text += " from " + NameText.of(exclusion.from());
    }
    if (!exclusion.to().isEmpty()) {
      text += " to " + NameText.of(exclusion.to());
    }
    return exclusion.effect() == ExclusionEffect.DISCARD_SUBJECT
        ? text + " discarding subjects"
        : text;
  }

  private void printCounting() {
    if (!funnel.held().isEmpty()) {
      clauses.add("holding " + names(funnel.held(), " and "));
    }
    if (funnel.counting() == Counting.SUBJECTS) {
      clauses.add("counting subjects");
    }
    funnel.breakdown().map(FunnelPrinter::print).ifPresent(clauses::add);
    if (funnel.confidence() != FunnelDefinition.DEFAULT_CONFIDENCE) {
      clauses.add("confidence " + funnel.confidence());
    }
  }

  private static String print(Breakdown breakdown) {
    return "by "
        + names(breakdown.dimensions(), " and ")
        + switch (breakdown.attribution()) {
          case FIRST_STEP -> "";
          case STEP -> " at step " + NameText.of(breakdown.step());
          case LAST_REACHED -> " at last step";
          case FIRST_EVER -> " at first row";
          case EVERY -> " at every row";
        };
  }
}
