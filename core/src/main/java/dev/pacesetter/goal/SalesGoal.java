package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What is to be reached: a metric, a target, a part of the business and a period.
 *
 * <pre>{@code
 * SalesGoal.builder()
 *     .id("q3-emea").title("EMEA new revenue of 1.2M in Q3").owner("ana")
 *     .kpi(Kpis.WON_VALUE).atLeast(Money.of(EUR, 1_200_000))
 *     .tier(Tier.STRETCH, Money.of(EUR, 1_400_000))
 *     .scope(Scope.team("emea")).period(calendar.period("FY2026-Q3"))
 *     .milestones(Milestone.byWorkingDays(target, period, calendar, PeriodKind.MONTH))
 *     .contributesTo("fy26-company")
 *     .build();
 * }</pre>
 *
 * <p>Whom a deal is credited to, and which event counts, order, invoice or payment, is part of what
 * the metric means.
 */
@Value.Immutable
@HouseStyle
public abstract class SalesGoal {
  SalesGoal() {}

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among goals
   */
  public abstract String id();

  /**
   * Returns the goal in one sentence.
   *
   * @return the title, in the languages somebody worded it in
   */
  public abstract Text title();

  /**
   * Returns who answers for it.
   *
   * @return the id of a person or team; empty for a goal that nobody owns yet
   */
  public abstract Optional<String> owner();

  /**
   * Returns what is measured.
   *
   * @return the metric
   */
  public abstract Kpi kpi();

  /**
   * Returns the number asked for.
   *
   * @return the target, in the unit of the metric
   */
  public abstract Target target();

  /**
   * Returns which part of the business it speaks of.
   *
   * @return the scope
   */
  @Value.Default
  public Scope scope() {
    return Scope.company();
  }

  /**
   * Returns when it is to be reached.
   *
   * @return the period
   */
  public abstract Period period();

  /**
   * Returns the goal this one contributes to.
   *
   * @return the id of the parent goal; empty at the top
   */
  public abstract Optional<String> contributesTo();

  /**
   * Returns what one of what this goal counts is worth for the goal above, where that one is on
   * another metric: 5,000 a deal, for a goal on deals below one on money.
   *
   * @return the worth of one; empty where both are on the same metric
   */
  public abstract Optional<Money> worth();

  /**
   * Returns what else is named beside the target: the least, and what is more than planned.
   *
   * @return amounts in steps of the target's unit, without {@link Tier#TARGET}; they ascend from
   *     the floor to the challenge, or descend where less is asked for
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<Tier, Long> tiers();

  /**
   * Returns how far the goal is to be on the way.
   *
   * @return the milestones in the order of days, each within the period
   */
  public abstract ImmutableList<Milestone> milestones();

  /**
   * Returns from where the goal starts.
   *
   * @return what the metric was before; empty when it was not written down
   */
  public abstract Optional<Baseline> baseline();

  /**
   * Returns how much of the owner's attention the goal asks for.
   *
   * @return hundredths of a percent, 10,000 for all; empty when goals are not weighted
   */
  public abstract OptionalInt weight();

  /**
   * Returns how often owner and manager look at the goal together.
   *
   * @return the days from one review to the next, at least 1; empty when none are fixed
   */
  public abstract OptionalInt daysBetweenReviews();

  /**
   * Returns when and how the goal is changed on the way.
   *
   * @return the rule in words; empty when none was agreed
   */
  public abstract Optional<Text> replanning();

  /**
   * Returns what the owner must be trained in to reach the goal.
   *
   * @return the names of trainings, as the journal has them; empty for a usual goal
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> requiredTrainings();

  /**
   * Returns which trainings are planned for the owner.
   *
   * @return the day on which each ends
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, LocalDate> plannedTrainings();

  /**
   * Returns the number asked for on a tier.
   *
   * @param tier the tier
   * @return the target of that tier; empty where none is named
   */
  public Optional<Target> target(Tier tier) {
    return tier == Tier.TARGET
        ? Optional.of(target())
        : Optional.ofNullable(tiers().get(tier)).map(target()::withAmount);
  }

  /**
   * Returns the highest tier that a measured value reaches.
   *
   * @param value the value in the target's unit
   * @return the tier; empty when not even the lowest is reached
   */
  public Optional<Tier> tierOf(double value) {
    return Arrays.stream(Tier.values())
        .filter(tier -> target(tier).map(target -> target.isMetBy(value)).orElse(false))
        .reduce((lower, higher) -> higher);
  }

  /**
   * Returns why the goal is as it is.
   *
   * @return the reason in words; empty when none was written down
   */
  public abstract Optional<Text> rationale();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a goal id is '%s'; it must not be blank", id());
    checkArgument(
        target().unit() == kpi().unit(),
        "goal %s asks for %s of the metric %s, which is in %s",
        id(),
        target().unit(),
        kpi().id(),
        kpi().unit());
    checkArgument(
        !contributesTo().map(id()::equals).orElse(false), "goal %s contributes to itself", id());
    checkTiers();
    checkMilestones();
    checkArgument(
        weight().orElse(1) >= 1 && weight().orElse(1) <= 10_000,
        "goal %s has the weight %s; it must be from 1 to 10,000 hundredths of a percent",
        id(),
        weight());
    checkArgument(
        daysBetweenReviews().orElse(1) >= 1,
        "goal %s is reviewed every %s days; it must be at least 1",
        id(),
        daysBetweenReviews());
    checkArgument(
        baseline().map(Baseline::unit).orElse(target().unit()) == target().unit(),
        "goal %s asks for %s and starts from %s; both must be in one unit",
        id(),
        target().unit(),
        baseline());
  }

  private void checkTiers() {
    checkArgument(
        !tiers().containsKey(Tier.TARGET),
        "goal %s names the tier TARGET, which is its target already",
        id());
    checkArgument(
        tiers().isEmpty() || target().bound() != Target.Bound.BETWEEN,
        "goal %s is to end between two numbers; it has no tiers",
        id());
    int sign = target().bound() == Target.Bound.AT_LEAST ? 1 : -1;
    Target before = null;
    for (Tier tier : Tier.values()) {
      Optional<Target> here = target(tier);
      checkArgument(
          before == null
              || here.isEmpty()
              || sign * Long.compare(before.amount(), here.get().amount()) <= 0,
          "goal %s asks for %s on the tier %s, which is less than on the one before: %s",
          id(),
          here.map(Target::amount).orElse(0L),
          tier,
          before == null ? 0 : before.amount());
      before = here.orElse(before);
    }
  }

  private void checkMilestones() {
    LocalDate before = null;
    for (Milestone milestone : milestones()) {
      checkArgument(
          period().contains(milestone.day()),
          "goal %s has a milestone on %s; it must be within %s, [%s, %s)",
          id(),
          milestone.day(),
          period(),
          period().start(),
          period().end());
      checkArgument(
          before == null || before.isBefore(milestone.day()),
          "goal %s has milestones on %s and then on %s; they must be in the order of days",
          id(),
          before,
          milestone.day());
      before = milestone.day();
    }
  }

  /** Collects a goal. */
  public static final class Builder extends ImmutableSalesGoal.Builder {
    Builder() {}

    /**
     * Sets a title that reads the same in every language.
     *
     * @param title the goal in one sentence
     * @return this builder
     */
    public Builder title(String title) {
      title(Text.of(title));
      return this;
    }

    /**
     * Says why the goal is as it is, in the same words to every reader.
     *
     * @param rationale the reason in words
     * @return this builder
     */
    public Builder rationale(String rationale) {
      rationale(Text.of(rationale));
      return this;
    }

    /**
     * Asks for an amount of money or more.
     *
     * @param money the amount, greater than 0
     * @return this builder
     */
    public Builder atLeast(Money money) {
      target(Target.atLeast(money));
      return this;
    }

    /**
     * Asks for a number of things or more.
     *
     * @param count the number, greater than 0
     * @return this builder
     */
    public Builder atLeast(long count) {
      target(Target.atLeast(count));
      return this;
    }

    /**
     * Asks for a share, a time or a score, or more.
     *
     * @param value the number in {@code unit}: 0.35 is 35 %
     * @param unit anything but money
     * @return this builder
     */
    public Builder atLeast(double value, Unit unit) {
      target(Target.atLeast(value, unit));
      return this;
    }

    /**
     * Names an amount of money beside the target.
     *
     * @param tier any but {@link Tier#TARGET}
     * @param money the amount, in the target's currency
     * @return this builder
     */
    public Builder tier(Tier tier, Money money) {
      putTier(tier, money.getAmountMinorLong());
      return this;
    }

    /**
     * Says when and how the goal is changed on the way, in the same words to every reader.
     *
     * @param replanning the rule in words
     * @return this builder
     */
    public Builder replanning(String replanning) {
      replanning(Text.of(replanning));
      return this;
    }
  }
}
