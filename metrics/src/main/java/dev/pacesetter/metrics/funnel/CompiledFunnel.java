package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A definition as numbers. Every row has a word of bits: bit {@code k} says that it matches step
 * {@code k}, bit {@code 40 + x} that it is excluded by exclusion {@code x}.
 */
final class CompiledFunnel {
  static final int NONE = -1;
  static final long STEP_BITS = (1L << FunnelDefinition.MOST_STEPS) - 1;

  final FunnelDefinition definition;
  final TimeUnit unit;
  final int steps;

  /** The next step that is not optional, or {@link #NONE}. */
  final int[] nextRequired;

  /** The last step before that is not optional, or {@link #NONE}. */
  final int[] previousRequired;

  /**
   * Whether the latest row of a step may do what an earlier one cannot: a step that may follow has
   * a window of its own, or a repeat ends the chain.
   */
  final boolean[] needsLatest;

  final boolean hasOptional;
  final boolean isStrict;
  final boolean hasDiscards;

  /** Whether rows that match nothing matter all the same. */
  final boolean keepsForeign;

  final int[] exclusionFrom;
  final int[] exclusionTo;
  final boolean[] discards;

  private final long windowLength;
  private final @Nullable CalendarEnds windowEnds;
  private final long[] gapLengths;
  private final @Nullable CalendarEnds[] gapEnds;
  final boolean hasGaps;
  private final long sessionGap;

  CompiledFunnel(FunnelDefinition definition, TimeUnit unit) {
    this.definition = definition;
    this.unit = unit;
    steps = definition.steps().size();
    nextRequired = new int[steps];
    previousRequired = new int[steps];
    gapLengths = new long[steps];
    gapEnds = new @Nullable CalendarEnds[steps];
    int required = NONE;
    boolean optional = false;
    boolean gaps = false;
    for (int k = 0; k < steps; k++) {
      Step step = definition.steps().get(k);
      previousRequired[k] = required;
      required = step.isOptional() ? required : k;
      optional |= step.isOptional();
      gapLengths[k] = step.within().length(unit);
      gapEnds[k] = step.within().calendarEnds(unit);
      gaps |= step.within().isLimited();
    }
    hasOptional = optional;
    hasGaps = gaps;
    required = NONE;
    for (int k = steps - 1; k >= 0; k--) {
      nextRequired[k] = required;
      required = definition.steps().get(k).isOptional() ? required : k;
    }
    needsLatest = new boolean[steps];
    for (int k = 0; k < steps; k++) {
      needsLatest[k] = definition.repeats() == Repeats.BREAK || hasGapAfter(k);
    }
    isStrict =
        definition.order() == StepOrder.STRICT_KNOWN || definition.order() == StepOrder.STRICT_ALL;
    keepsForeign =
        definition.order() == StepOrder.STRICT_ALL || definition.entry() == Entry.PER_SESSION;
    windowLength = definition.window().length(unit);
    windowEnds = definition.window().calendarEnds(unit);
    sessionGap = definition.sessionGap().map(Window::of).orElse(Window.UNLIMITED).length(unit);
    ImmutableList<Exclusion> exclusions = definition.exclusions();
    exclusionFrom = exclusions.stream().mapToInt(definition::exclusionFrom).toArray();
    exclusionTo = exclusions.stream().mapToInt(definition::exclusionTo).toArray();
    discards = new boolean[exclusions.size()];
    boolean anyDiscard = false;
    for (int x = 0; x < discards.length; x++) {
      discards[x] = exclusions.get(x).effect() == ExclusionEffect.DISCARD_SUBJECT;
      anyDiscard |= discards[x];
    }
    hasDiscards = anyDiscard;
  }

  /**
   * Whether this is the common case, which {@link DirectRun} and {@link LiveDirect} count faster:
   * steps in order, the best chain, no exclusions, conditions, optional steps, held keys or windows
   * of single steps. They ask besides that no event matches several steps.
   */
  boolean isCommon() {
    return definition.order() == StepOrder.ORDERED
        && definition.entry() == Entry.BEST
        && definition.repeats() == Repeats.IGNORE
        && definition.ties() == Ties.ALLOW
        && definition.exclusions().isEmpty()
        && definition.held().isEmpty()
        && !hasOptional
        && !hasGaps
        && windowLength >= 0
        && conditionDimensions().isEmpty();
  }

  /**
   * The step that an event matches, of those that match one at most; one more than there are steps,
   * which no chain ever wants, for none.
   */
  int stepOf(String event) {
    long bits = bitsOf(event);
    return bits == 0 ? steps + 1 : Long.numberOfTrailingZeros(bits);
  }

  /** The bits that an event of this name has, as far as dimensions do not forbid them. */
  long bitsOf(String event) {
    long bits = 0;
    for (int k = 0; k < steps; k++) {
      ImmutableSet<String> events = definition.steps().get(k).events();
      if (events.isEmpty() || events.contains(event)) {
        bits |= 1L << k;
      }
    }
    List<Exclusion> exclusions = definition.exclusions();
    for (int x = 0; x < exclusions.size(); x++) {
      if (exclusions.get(x).events().contains(event)) {
        bits |= 1L << (FunnelDefinition.MOST_STEPS + x);
      }
    }
    return bits;
  }

  /** The dimensions that steps have conditions on, in the order of the steps. */
  ImmutableList<String> conditionDimensions() {
    return definition.steps().stream()
        .flatMap(step -> step.where().keySet().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** The bits that a value of a dimension allows. */
  long bitsAllowed(String dimension, String value) {
    long bits = bitsAllowedWithout(dimension);
    for (int k = 0; k < steps; k++) {
      ImmutableMap<String, ImmutableSet<String>> where = definition.steps().get(k).where();
      ImmutableSet<String> values = where.get(dimension);
      if (values != null && values.contains(value)) {
        bits |= 1L << k;
      }
    }
    return bits;
  }

  /** The bits that a row without a value in a dimension is allowed. */
  long bitsAllowedWithout(String dimension) {
    long bits = -1L;
    for (int k = 0; k < steps; k++) {
      if (definition.steps().get(k).where().containsKey(dimension)) {
        bits &= ~(1L << k);
      }
    }
    return bits;
  }

  /** The last tick inside a length; the largest length there is has no end, wherever it starts. */
  private static long end(long start, long length) {
    return length == Long.MAX_VALUE ? Long.MAX_VALUE : LongMath.saturatedAdd(start, length);
  }

  /** The last tick at which a chain that was entered at a time may still go on. */
  long deadline(long entry) {
    return windowEnds == null ? end(entry, windowLength) : windowEnds.end(entry);
  }

  /** The last tick at which a step may follow a row. */
  long gapDeadline(int step, long last) {
    if (!hasGaps) {
      return Long.MAX_VALUE;
    }
    @Nullable CalendarEnds ends = gapEnds[step];
    return ends == null ? end(last, gapLengths[step]) : ends.end(last);
  }

  /** The last step that may directly follow step {@code k}. */
  private int lastAfter(int k) {
    return nextRequired[k] == NONE ? steps - 1 : nextRequired[k];
  }

  private boolean hasGapAfter(int k) {
    return definition.steps().subList(k + 1, lastAfter(k) + 1).stream()
        .anyMatch(next -> next.within().isLimited());
  }

  /** The last tick at which anything may follow step {@code k} if it was taken at a time. */
  long lastChance(int k, long at) {
    if (!hasGaps || k == steps - 1) {
      return Long.MAX_VALUE;
    }
    long chance = Long.MIN_VALUE;
    for (int next = k + 1; next <= lastAfter(k); next++) {
      chance = Math.max(chance, gapDeadline(next, at));
    }
    return chance;
  }

  /** The last tick at which a row belongs to the same session as one at a time. */
  long sessionEnd(long at) {
    return end(at, sessionGap);
  }

  /** Whether a row may serve several steps; with STRICTLY_LATER there is nothing to share. */
  boolean sharesRows() {
    return definition.rowUse() == RowUse.SHARED_ROW && definition.ties() == Ties.ALLOW;
  }

  /** Whether a chain that reached step {@code k} has nothing left that it must do. */
  boolean isComplete(int k) {
    return definition.isOrdered() ? nextRequired[k] == NONE : k == steps - 1;
  }
}
