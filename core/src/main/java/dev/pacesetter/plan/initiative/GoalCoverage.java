package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import org.joda.money.CurrencyUnit;

/**
 * What the initiatives of a goal bring together, beside the gap they must close.
 *
 * <p>The gap is {@code target - anyway}, where {@code anyway} is what comes without them; 0 where
 * nothing is missing. The ends of the expected ranges are added up, which is wider than what is
 * likely when initiatives do not depend on each other: all at their worst, all at their best.
 *
 * @param goal the goal's id
 * @param unit money or a count
 * @param currency of money, empty for a count
 * @param target what the goal asks for, in minor units or things
 * @param anyway what comes without the initiatives
 * @param low the sum of the lower ends of what is expected
 * @param high the sum of the upper ends
 * @param promised the sum of the shares of the goal that must be delivered, in hundredths of a
 *     percent
 * @param counted ids of the initiatives that are added up
 * @param onOtherMetrics ids of initiatives of this goal that are expected to show on another metric
 *     and cannot be added up
 * @param beyondExpectation ids of those counted that must deliver more than they are expected to
 *     bring at best
 */
public record GoalCoverage(
    String goal,
    Unit unit,
    Optional<CurrencyUnit> currency,
    long target,
    long anyway,
    double low,
    double high,
    long promised,
    ImmutableSortedSet<String> counted,
    ImmutableSortedSet<String> onOtherMetrics,
    ImmutableSortedSet<String> beyondExpectation) {
  private static final double ALL = 10_000;

  /** Whether initiatives close a gap. */
  public enum Verdict {
    /** There is no gap. */
    NO_GAP,
    /** Even the lower ends close it. */
    COVERED,
    /** The upper ends close it, the lower ends do not. */
    POSSIBLE,
    /** Not even the upper ends close it. */
    SHORT
  }

  /**
   * Adds up initiatives.
   *
   * @param goal a goal to reach an amount of money or a number of things
   * @param anyway what comes without the initiatives, in minor units or things: a forecast, say, or
   *     what was sold a year before
   * @param initiatives initiatives in any order; those of other goals are passed over
   * @return the sum
   * @throws IllegalArgumentException if the goal's target is neither money nor a count to be
   *     reached, an initiative has a budget in another currency than the goal, or one is there
   *     twice
   */
  public static GoalCoverage of(SalesGoal goal, long anyway, Iterable<Initiative> initiatives) {
    Target target = goal.target();
    checkArgument(
        target.bound() == Target.Bound.AT_LEAST
            && (target.unit() == Unit.MONEY || target.unit() == Unit.COUNT),
        "goal %s asks for %s; initiatives add up to an amount of money or a count to be reached",
        goal.id(),
        target);
    Optional<CurrencyUnit> currency =
        Optional.ofNullable(target.currencyCode()).map(CurrencyUnit::of);
    ImmutableSortedSet.Builder<String> counted = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> others = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> beyond = ImmutableSortedSet.naturalOrder();
    double low = 0;
    double high = 0;
    long promised = 0;
    for (Initiative initiative : ofGoal(goal, initiatives)) {
      promised += initiative.share().orElse(0);
      if (!initiative.kpi().equals(goal.kpi())) {
        others.add(initiative.id());
        continue;
      }
      checkArgument(
          currency.map(initiative.budget().getCurrencyUnit()::equals).orElse(true),
          "initiative %s is in %s, goal %s in %s; both must be in one currency",
          initiative.id(),
          initiative.budget().getCurrencyUnit(),
          goal.id(),
          target.currencyCode());
      counted.add(initiative.id());
      low += initiative.expected().low();
      high += initiative.expected().high();
      if (initiative.share().orElse(0) / ALL * target.amount() > initiative.expected().high()) {
        beyond.add(initiative.id());
      }
    }
    return new GoalCoverage(
        goal.id(),
        target.unit(),
        currency,
        target.amount(),
        anyway,
        low,
        high,
        promised,
        counted.build(),
        others.build(),
        beyond.build());
  }

  /** In the order of ids, so that sums do not depend on the order in which they are given. */
  private static ImmutableList<Initiative> ofGoal(
      SalesGoal goal, Iterable<Initiative> initiatives) {
    ImmutableList<Initiative> own =
        ImmutableList.sortedCopyOf(Comparator.comparing(Initiative::id), initiatives).stream()
            .filter(initiative -> initiative.goal().map(goal.id()::equals).orElse(false))
            .collect(ImmutableList.toImmutableList());
    for (int at = 1; at < own.size(); at++) {
      checkArgument(
          !own.get(at).id().equals(own.get(at - 1).id()),
          "initiative %s is there twice; each counts once",
          own.get(at).id());
    }
    return own;
  }

  /**
   * Returns what the initiatives must bring.
   *
   * @return {@code target - anyway}, at least 0
   */
  public long gap() {
    return Math.max(0, target - anyway);
  }

  /**
   * Returns what is missing when all goes as badly as is expected.
   *
   * @return {@code gap - low}, at least 0
   */
  public double missingAtWorst() {
    return Math.max(0, gap() - low);
  }

  /**
   * Returns what is missing when all goes as well as is expected.
   *
   * @return {@code gap - high}, at least 0
   */
  public double missingAtBest() {
    return Math.max(0, gap() - high);
  }

  /**
   * Returns whether the initiatives close the gap.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    if (gap() == 0) {
      return Verdict.NO_GAP;
    }
    if (missingAtWorst() == 0) {
      return Verdict.COVERED;
    }
    return missingAtBest() == 0 ? Verdict.POSSIBLE : Verdict.SHORT;
  }

  /**
   * Returns whether the shares that must be delivered come to the gap.
   *
   * @return whether {@code promised · target >= gap}
   */
  public boolean isPromised() {
    return promised / ALL * target >= gap();
  }

  /**
   * Says what the initiatives bring beside the gap.
   *
   * @param locale Chinese, or English for every other language
   * @return one or two sentences
   */
  public String explain(Locale locale) {
    DoubleFunction<String> number = value -> Numbers.value(value, unit, currency);
    LongFunction<String> whole = value -> number.apply((double) value);
    return Phrases.named(Initiative.PHRASES, locale)
        .fill(
            "coverage." + verdict().name(),
            ImmutableMap.<String, Object>builder()
                .put("goal", goal)
                .put("target", whole.apply(target))
                .put("anyway", whole.apply(anyway))
                .put("gap", whole.apply(gap()))
                .put("n", counted.size())
                .put("low", number.apply(low))
                .put("high", number.apply(high))
                .put("missing", number.apply(missingAtBest()))
                .put("missingAtWorst", number.apply(missingAtWorst()))
                .buildOrThrow());
  }
}
