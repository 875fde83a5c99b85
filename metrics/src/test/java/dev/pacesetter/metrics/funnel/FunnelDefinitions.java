package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary funnels: every switch in every position that a definition allows. */
final class FunnelDefinitions {
  private static final int MOST_STEPS = 5;

  /** Begins the names of steps that are not called like an event. */
  private static final String STEP = "step-";

  private final Arbitrary<String> stepNames;
  private final Arbitrary<String> events;
  private final Arbitrary<String> dimensions;
  private final Arbitrary<String> values;
  private final Arbitrary<Duration> durations;

  private FunnelDefinitions(
      Arbitrary<String> stepNames,
      Arbitrary<String> events,
      Arbitrary<String> dimensions,
      Arbitrary<String> values,
      Arbitrary<Duration> durations) {
    this.stepNames = stepNames;
    this.events = events;
    this.dimensions = dimensions;
    this.values = values;
    this.durations = durations;
  }

  /** Funnels of any names at all and any durations. */
  static Arbitrary<FunnelDefinition> ofAnything() {
    return new FunnelDefinitions(
            anyNames().filter(name -> !name.isBlank()),
            anyNames(),
            anyNames(),
            anyNames(),
            anyDurations())
        .definitions();
  }

  /**
   * Funnels that ask something of a table with these events and dimensions.
   *
   * @param durations of windows and session gaps, such as fit the times of the table
   */
  static Arbitrary<FunnelDefinition> over(
      List<String> events,
      List<String> dimensions,
      List<String> values,
      Arbitrary<Duration> durations) {
    List<String> stepNames = new ArrayList<>(events);
    for (int k = 1; k <= MOST_STEPS; k++) {
      stepNames.add(STEP + k);
    }
    return new FunnelDefinitions(
            Arbitraries.of(stepNames),
            Arbitraries.of(events),
            Arbitraries.of(dimensions),
            Arbitraries.of(values),
            durations)
        .definitions();
  }

  /** Strings that could be the name of something, and some that hardly could. */
  static Arbitrary<String> anyNames() {
    return Arbitraries.oneOf(
        Arbitraries.of("lead", "won", "closed-won", "e.signed", "赢单", "zażółć", "नमस्ते", "𠮷"),
        Arbitraries.of(NameText.RESERVED.asList()),
        Arbitraries.of("within", "any event", "step", "90d", "7", "confidence", "unlimited"),
        Arbitraries.of("", " ", "'", "\"", "\\", "\\u", "\n", "a\r\n\tb", "'; --", "a,b>c=(d)"),
        Arbitraries.of(
            "\ud800", "\udc00x", "\u0000", "\u2028", "\u202e", "\u00a0", "👩‍👩‍👧", "-a", "a-"),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(8),
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(8));
  }

  /** Durations from 0 to the longest there is. */
  static Arbitrary<Duration> anyDurations() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.integers().between(0, 200_000),
                Arbitraries.of(
                    Duration.ofDays(1),
                    Duration.ofHours(1),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(1),
                    Duration.ofNanos(1_000),
                    Duration.ofNanos(1)))
            .as((count, unit) -> unit.multipliedBy(count)),
        Combinators.combine(
                Arbitraries.longs().greaterOrEqual(0),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Duration::ofSeconds));
  }

  /** Windows of every kind. */
  static Arbitrary<Window> windows(Arbitrary<Duration> durations) {
    Arbitrary<ZoneId> zones =
        Arbitraries.of("Europe/Paris", "Asia/Shanghai", "Z", "+05:45", "-01:02:03", "Etc/GMT+5")
            .map(ZoneId::of);
    Arbitrary<Integer> counts =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 3), Arbitraries.integers().greaterOrEqual(0));
    return Arbitraries.oneOf(
        Arbitraries.just(Window.UNLIMITED),
        durations.map(Window::of),
        Combinators.combine(counts, zones).as(Window::days),
        Combinators.combine(counts, zones).as(Window::months));
  }

  private Arbitrary<FunnelDefinition> definitions() {
    return Builders.withBuilder(Draft::new)
        .use(Arbitraries.of(StepOrder.class))
        .inSetter((draft, order) -> draft.order = order)
        .use(steps())
        .inSetter((draft, steps) -> draft.steps = steps)
        .use(exclusions())
        .inSetter((draft, exclusions) -> draft.exclusions = exclusions)
        .use(rules())
        .inSetter((draft, rules) -> draft.rules = rules)
        .use(windows(durations))
        .inSetter((draft, window) -> draft.window = window)
        .use(durations)
        .inSetter((draft, gap) -> draft.sessionGap = gap)
        .use(dimensions.list().uniqueElements().ofMaxSize(2))
        .inSetter((draft, held) -> draft.held = held)
        .use(breakdowns().optional())
        .inSetter((draft, breakdown) -> draft.breakdown = breakdown)
        .use(Arbitraries.of(0.95, 0.5, 0.9, 0.999_999_9, 1e-5, Double.MIN_VALUE, 1 - 0x1p-53))
        .inSetter((draft, confidence) -> draft.confidence = confidence)
        .build(Draft::toDefinition)
        .withoutEdgeCases();
  }

  private Arbitrary<List<Step>> steps() {
    Arbitrary<Map<String, ImmutableSet<String>>> where =
        Arbitraries.maps(
                dimensions, values.set().ofMinSize(1).ofMaxSize(2).map(ImmutableSet::copyOf))
            .ofMaxSize(2);
    return Combinators.combine(
            stepNames,
            Arbitraries.of(true, false),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Set.<String>of())),
                Tuple.of(5, events.set().ofMinSize(1).ofMaxSize(3))),
            Arbitraries.oneOf(Arbitraries.just(Map.<String, ImmutableSet<String>>of()), where),
            Arbitraries.of(true, false),
            Arbitraries.oneOf(Arbitraries.just(Window.UNLIMITED), windows(durations)))
        .as(
            (name, isLikeItsEvent, others, conditions, optional, within) ->
                new Step(
                    name,
                    isLikeItsEvent && !name.startsWith(STEP)
                        ? ImmutableSet.of(name)
                        : ImmutableSet.copyOf(others),
                    ImmutableMap.copyOf(conditions),
                    optional,
                    within))
        .withoutEdgeCases()
        .list()
        .uniqueElements(Step::name)
        .ofMinSize(1)
        .ofMaxSize(MOST_STEPS);
  }

  private record Between(
      Set<String> events, int from, int to, boolean named, ExclusionEffect effect) {}

  private Arbitrary<List<Between>> exclusions() {
    return Combinators.combine(
            events.set().ofMinSize(1).ofMaxSize(2),
            Arbitraries.integers().between(0, MOST_STEPS - 1),
            Arbitraries.integers().between(0, MOST_STEPS - 1),
            Arbitraries.of(true, false),
            Arbitraries.of(ExclusionEffect.class))
        .as(Between::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(2);
  }

  private record Rules(
      Repeats repeats,
      RowUse rowUse,
      Ties ties,
      InstantOrder instantOrder,
      Entry entry,
      Counting counting) {}

  private static Arbitrary<Rules> rules() {
    return Combinators.combine(
            Arbitraries.of(Repeats.class),
            Arbitraries.of(RowUse.class),
            Arbitraries.of(Ties.class),
            Arbitraries.of(InstantOrder.class),
            Arbitraries.of(Entry.class),
            Arbitraries.of(Counting.class))
        .as(Rules::new)
        .withoutEdgeCases();
  }

  private record Groups(List<String> dimensions, Attribution attribution, int step) {}

  private Arbitrary<Groups> breakdowns() {
    return Combinators.combine(
            dimensions.list().uniqueElements().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of(Attribution.class),
            Arbitraries.integers().between(0, MOST_STEPS - 1))
        .as(Groups::new)
        .withoutEdgeCases();
  }

  /** Parts that are not yet fit for each other. */
  private static final class Draft {
    private StepOrder order = StepOrder.ORDERED;
    private List<Step> steps = List.of();
    private List<Between> exclusions = List.of();
    private Rules rules =
        new Rules(
            Repeats.IGNORE,
            RowUse.DISTINCT_ROWS,
            Ties.ALLOW,
            InstantOrder.BY_STEP,
            Entry.BEST,
            Counting.CHAINS);
    private Window window = Window.UNLIMITED;
    private Duration sessionGap = Duration.ZERO;
    private List<String> held = List.of();
    private Optional<Groups> breakdown = Optional.empty();
    private double confidence = 0.95;

    private boolean isOrdered() {
      return order != StepOrder.ANY_ORDER && order != StepOrder.ANY_AFTER_ANCHOR;
    }

    FunnelDefinition toDefinition() {
      FunnelDefinition.Builder funnel =
          FunnelDefinition.builder()
              .order(order)
              .addAllSteps(fittingSteps())
              .addAllExclusions(fittingExclusions())
              .repeats(isOrdered() ? rules.repeats() : Repeats.IGNORE)
              .rowUse(rules.rowUse())
              .ties(rules.ties())
              .instantOrder(rules.instantOrder())
              .entry(rules.entry())
              .counting(rules.counting())
              .window(window)
              .addAllHeld(held)
              .confidence(confidence);
      if (rules.entry() == Entry.PER_SESSION) {
        funnel.sessionGap(sessionGap);
      }
      breakdown.ifPresent(groups -> funnel.breakdown(fitting(groups)));
      return funnel.build();
    }

    private List<Step> fittingSteps() {
      List<Step> fitting = new ArrayList<>();
      for (Step step : steps) {
        boolean plain = fitting.isEmpty() || !isOrdered();
        fitting.add(
            plain
                ? new Step(step.name(), step.events(), step.where(), false, Window.UNLIMITED)
                : step);
      }
      return fitting;
    }

    private List<Exclusion> fittingExclusions() {
      List<Exclusion> fitting = new ArrayList<>();
      int last = steps.size() - 1;
      for (Between between : exclusions) {
        int from = isOrdered() ? between.from() : 0;
        int to = isOrdered() ? Math.min(between.to(), last) : last;
        if (from < to) {
          fitting.add(
              new Exclusion(
                  ImmutableSet.copyOf(between.events()),
                  from == 0 && !between.named() ? "" : steps.get(from).name(),
                  to == last && !between.named() ? "" : steps.get(to).name(),
                  between.effect()));
        }
      }
      return fitting;
    }

    private Breakdown fitting(Groups groups) {
      return new Breakdown(
          ImmutableList.copyOf(groups.dimensions()),
          groups.attribution(),
          groups.attribution() == Attribution.STEP
              ? steps.get(groups.step() % steps.size()).name()
              : "");
    }
  }
}
