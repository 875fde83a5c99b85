package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.confidence.Confidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the line that {@link FunnelPrinter} writes; {@link Funnel#parse} has the grammar. */
final class FunnelParser {
  private final LineReader line;
  private final FunnelDefinition.Builder funnel = FunnelDefinition.builder();
  private final List<String> steps = new ArrayList<>();
  private final Set<String> settled = new HashSet<>();

  private FunnelParser(LineReader line) {
    this.line = line;
  }

  static FunnelDefinition parse(String text) {
    LineReader line = new LineReader("funnel", text);
    return new FunnelParser(line).readAll();
  }

  private FunnelDefinition readAll() {
    int start = line.position();
    readSteps();
    while (line.takes(",")) {
      readClause();
    }
    line.end();
    return line.at(start, funnel::build);
  }

  private void readSteps() {
    if (line.takes("any")) {
      line.needs("order");
      readUnordered();
      return;
    }
    if (line.takes("strict")) {
      line.needs(":");
      funnel.order(StepOrder.STRICT_KNOWN);
    } else if (line.takes("directly")) {
      line.needs(":");
      funnel.order(StepOrder.STRICT_ALL);
    } else if (line.takes("ordered")) {
      line.needs(":");
    }
    do {
      readStep();
    } while (line.takes(">"));
  }

  private void readUnordered() {
    boolean hasMore = true;
    if (line.takes("after")) {
      funnel.order(StepOrder.ANY_AFTER_ANCHOR);
      readStep();
      hasMore = line.takes(":");
    } else {
      funnel.order(StepOrder.ANY_ORDER);
      line.needs(":");
    }
    while (hasMore) {
      readStep();
      hasMore = line.takes("and");
    }
  }

  private void readStep() {
    int start = line.position();
    String name = line.name("a step", this::newStep);
    boolean optional = line.takes("?");
    ImmutableSet<String> events = ImmutableSet.of(name);
    if (line.takes("=")) {
      events = readEvents();
    }
    ImmutableMap<String, ImmutableSet<String>> where = ImmutableMap.of();
    Window within = Window.UNLIMITED;
    if (line.takes("(")) {
      boolean hasMore = true;
      if (line.takes("where")) {
        where = readConditions();
        hasMore = line.takes(",");
      }
      if (hasMore) {
        line.needs("within");
        within = Window.read(line);
      }
      line.needs(")");
    }
    Step step = makeStep(start, name, events, where, optional, within);
    steps.add(name);
    funnel.addSteps(step);
  }

  private String newStep(String name) {
    checkArgument(!steps.contains(name), "there are two steps called '%s'", name);
    return name;
  }

  private Step makeStep(
      int start,
      String name,
      ImmutableSet<String> events,
      ImmutableMap<String, ImmutableSet<String>> where,
      boolean optional,
      Window within) {
    return line.at(start, () -> new Step(name, events, where, optional, within));
  }

  private ImmutableSet<String> readEvents() {
    if (line.takes("any")) {
      line.needs("event");
      return ImmutableSet.of();
    }
    return ImmutableSet.copyOf(readNames("an event", "or"));
  }

  private ImmutableMap<String, ImmutableSet<String>> readConditions() {
    ImmutableMap.Builder<String, ImmutableSet<String>> where = ImmutableMap.builder();
    Set<String> dimensions = new HashSet<>();
    do {
      String dimension =
          line.name(
              "a dimension",
              name -> {
                checkArgument(dimensions.add(name), "there are two conditions on '%s'", name);
                return name;
              });
      line.needs("=");
      where.put(dimension, ImmutableSet.copyOf(readNames("a value", "or")));
    } while (line.takes("and"));
    return where.buildOrThrow();
  }

  private ImmutableList<String> readNames(String kind, String separator) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    do {
      names.add(line.name(kind));
    } while (line.takes(separator));
    return names.build();
  }

  private void readClause() {
    int start = line.position();
    if (line.takes("within")) {
      settle(start, "the window");
      funnel.window(Window.read(line));
    } else if (line.takes("excluding")) {
      readExclusion();
    } else if (line.takes("holding")) {
      settle(start, "holding");
      funnel.held(readNames("a dimension", "and"));
    } else if (line.takes("by")) {
      settle(start, "the breakdown");
      readBreakdown(start);
    } else if (line.takes("confidence")) {
      settle(start, "the confidence");
      funnel.confidence(line.word("a number such as 0.9", FunnelParser::toConfidence));
    } else if (!readsEntry(start) && !readsRule(start)) {
      throw line.unexpected();
    }
  }

  /** Notes that something was said, which must not be said again. */
  private void settle(int start, String what) {
    line.at(
        start,
        () -> {
          checkArgument(settled.add(what), "%s is there twice; it must be there once", what);
          return what;
        });
  }

  private static double toConfidence(String text) {
    checkArgument(
        text.matches("[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?"),
        "confidence is '%s'; it must be a number between 0 and 1 such as 0.9",
        text);
    double confidence = Double.parseDouble(text);
    Confidence.check("confidence", confidence);
    return confidence;
  }

  private boolean readsEntry(int start) {
    Entry entry;
    if (line.takes("best")) {
      entry = Entry.BEST;
    } else if (line.takes("first")) {
      entry = Entry.FIRST;
    } else if (line.takes("each")) {
      entry = line.takes("session") ? Entry.PER_SESSION : Entry.EACH;
    } else {
      return false;
    }
    settle(start, "the entry");
    funnel.entry(entry);
    if (entry == Entry.PER_SESSION) {
      line.needs("with", "gap");
      Duration gap = line.word(DurationText.EXAMPLES, DurationText::parse);
      funnel.sessionGap(gap);
    } else {
      line.needs("entry");
    }
    return true;
  }

  private boolean readsRule(int start) {
    if (line.takes("repeats")) {
      settle(start, "the rule for repeats");
      funnel.repeats(eitherOr("ignored", Repeats.IGNORE, "break", Repeats.BREAK));
    } else if (line.takes("rows")) {
      settle(start, "the rule for rows");
      funnel.rowUse(eitherOr("distinct", RowUse.DISTINCT_ROWS, "shared", RowUse.SHARED_ROW));
    } else if (line.takes("ties")) {
      settle(start, "the rule for ties");
      funnel.ties(eitherOr("allowed", Ties.ALLOW, "refused", Ties.STRICTLY_LATER));
    } else if (line.takes("instants")) {
      settle(start, "the rule for instants");
      InstantOrder order = eitherOr("by", InstantOrder.BY_STEP, "as", InstantOrder.AS_GIVEN);
      line.needs(order == InstantOrder.BY_STEP ? "step" : "given");
      funnel.instantOrder(order);
    } else if (line.takes("counting")) {
      settle(start, "what is counted");
      funnel.counting(eitherOr("chains", Counting.CHAINS, "subjects", Counting.SUBJECTS));
    } else {
      return false;
    }
    return true;
  }

  private <T> T eitherOr(String one, T first, String other, T second) {
    if (line.takes(one)) {
      return first;
    }
    line.needs(other);
    return second;
  }

  private void readExclusion() {
    ImmutableSet<String> events = ImmutableSet.copyOf(readNames("an event", "or"));
    String from = line.takes("from") ? line.name("a step", this::knownStep) : "";
    int end = line.position();
    String to = line.takes("to") ? line.name("a step", this::knownStep) : "";
    ExclusionEffect effect = ExclusionEffect.BREAK_ATTEMPT;
    if (line.takes("discarding")) {
      line.needs("subjects");
      effect = ExclusionEffect.DISCARD_SUBJECT;
    }
    funnel.addExclusions(makeExclusion(end, events, from, to, effect));
  }

  private Exclusion makeExclusion(
      int end, ImmutableSet<String> events, String from, String to, ExclusionEffect effect) {
    int first = from.isEmpty() ? 0 : steps.indexOf(from);
    int last = to.isEmpty() ? steps.size() - 1 : steps.indexOf(to);
    return line.at(
        end,
        () -> {
          checkArgument(
              first < last,
              "exclusion ends with step %s and starts with %s; it must end later than it starts",
              steps.get(last),
              steps.get(first));
          return new Exclusion(events, from, to, effect);
        });
  }

  private String knownStep(String name) {
    checkArgument(steps.contains(name), "the funnel has no step '%s'; it has %s", name, steps);
    return name;
  }

  private void readBreakdown(int start) {
    ImmutableList<String> dimensions = readNames("a dimension", "and");
    if (!line.takes("at")) {
      addBreakdown(start, dimensions, Attribution.FIRST_STEP, "");
    } else if (line.takes("step")) {
      String step = line.name("a step", this::knownStep);
      addBreakdown(start, dimensions, Attribution.STEP, step);
    } else if (line.takes("last")) {
      line.needs("step");
      addBreakdown(start, dimensions, Attribution.LAST_REACHED, "");
    } else if (line.takes("every")) {
      line.needs("row");
      addBreakdown(start, dimensions, Attribution.EVERY, "");
    } else {
      line.needs("first");
      Attribution attribution =
          eitherOr("step", Attribution.FIRST_STEP, "row", Attribution.FIRST_EVER);
      addBreakdown(start, dimensions, attribution, "");
    }
  }

  private void addBreakdown(
      int start, ImmutableList<String> dimensions, Attribution attribution, String step) {
    funnel.breakdown(line.at(start, () -> new Breakdown(dimensions, attribution, step)));
  }
}
