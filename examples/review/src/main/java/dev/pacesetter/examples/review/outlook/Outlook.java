package dev.pacesetter.examples.review.outlook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.capacity.Capacity;
import dev.pacesetter.plan.capacity.CapacityGap;
import dev.pacesetter.plan.capacity.ExpectedAttainment;
import dev.pacesetter.plan.capacity.Workforce;
import dev.pacesetter.plan.need.FunnelHistory;
import dev.pacesetter.plan.need.Need;
import dev.pacesetter.plan.need.ReverseFunnel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What can be expected of people, and what the goal takes.
 *
 * <p>Quotas are what people were asked for in the year before the plan or, if that is to come,
 * before today, in proportion to its length; where nothing is recorded of that year, what they are
 * asked for in the plan's own period. The expected attainment is that of all their goals that are
 * over, and 1 without any. The reverse funnel learns from the year before.
 *
 * @param capacity what can be expected; empty for a goal that is not on money, or without quotas
 * @param gap what lacks to the plan's total; empty with the capacity
 * @param isLearned whether the expected attainment comes from goals that are over
 * @param need what the goal takes with {@value #CONFIDENCE} certainty; empty for a goal of nothing
 */
public record Outlook(
    Optional<Capacity> capacity,
    Optional<CapacityGap> gap,
    boolean isLearned,
    Optional<Need> need) {
  private static final double CONFIDENCE = 0.8;

  /**
   * Looks ahead.
   *
   * @param plan the plan
   * @param facts what is known on the eve of its period or, if that is to come, today
   * @param goals all goals, past ones among them
   * @return the outlook
   */
  public static Outlook of(SalesPlan plan, SalesFacts facts, Iterable<SalesGoal> goals) {
    ImmutableList<SalesGoal> personal = personal(plan, goals);
    Measure attainment = ExpectedAttainment.ofGoals(plan.kpi(), personal, facts);
    boolean isLearned = attainment.isPresent() && attainment.value() > 0;
    Optional<Capacity> capacity =
        plan.currency()
            .flatMap(
                currency ->
                    capacity(
                        plan,
                        facts,
                        quotas(plan, facts, personal, currency),
                        isLearned ? attainment : ExpectedAttainment.assumed(1)));
    return new Outlook(
        capacity,
        capacity.map(can -> can.gapTo(Money.ofMinor(can.currency(), plan.total()))),
        isLearned,
        plan.total() == 0 ? Optional.empty() : Optional.of(need(plan, facts)));
  }

  private static ImmutableList<SalesGoal> personal(SalesPlan plan, Iterable<SalesGoal> goals) {
    ImmutableList.Builder<SalesGoal> personal = ImmutableList.builder();
    for (SalesGoal goal : goals) {
      boolean isPersonal =
          goal.scope().person().map(id -> goal.scope().equals(Scope.person(id))).orElse(false);
      if (isPersonal
          && goal.kpi().id().equals(plan.kpi().id())
          && goal.target().bound() == Target.Bound.AT_LEAST) {
        personal.add(goal);
      }
    }
    return personal.build();
  }

  /** The quotas of people for the plan's period: by the year before it, else by the period. */
  private static ImmutableMap<String, Money> quotas(
      SalesPlan plan, SalesFacts facts, ImmutableList<SalesGoal> personal, CurrencyUnit currency) {
    Period year = yearBefore(plan, facts);
    Map<String, Long> before = new TreeMap<>();
    Map<String, Long> own = new TreeMap<>();
    for (SalesGoal goal : personal) {
      String person = goal.scope().person().orElseThrow();
      if (year.encloses(goal.period())) {
        before.merge(person, goal.target().amount(), Math::addExact);
      }
      if (goal.period().equals(plan.period())) {
        own.put(person, goal.target().amount());
      }
    }
    double share = (double) plan.period().days() / year.days();
    ImmutableMap.Builder<String, Money> quotas = ImmutableMap.builder();
    for (Map.Entry<String, Long> quota : (before.isEmpty() ? own : before).entrySet()) {
      long amount = before.isEmpty() ? quota.getValue() : Math.round(quota.getValue() * share);
      if (amount > 0) {
        quotas.put(quota.getKey(), Money.ofMinor(currency, amount));
      }
    }
    return quotas.buildOrThrow();
  }

  /** The year before the plan, or before today where the plan is still to come. */
  private static Period yearBefore(SalesPlan plan, SalesFacts facts) {
    LocalDate tomorrow = facts.today().plusDays(1);
    LocalDate start = plan.period().start();
    return facts.calendar().yearUpTo(tomorrow.isBefore(start) ? tomorrow : start);
  }

  private static Optional<Capacity> capacity(
      SalesPlan plan, SalesFacts facts, ImmutableMap<String, Money> quotas, Measure attainment) {
    Workforce workforce =
        Workforce.in(plan.period(), facts.organization(), facts.calendar()).expecting(attainment);
    boolean isAnybodyThere = false;
    for (Map.Entry<String, Money> quota : quotas.entrySet()) {
      Optional<Person> person = facts.organization().person(quota.getKey());
      if (person.isPresent() && person.get().isThereIn(plan.period())) {
        workforce.withQuota(quota.getKey(), quota.getValue());
        isAnybodyThere = true;
      }
    }
    return isAnybodyThere ? Optional.of(workforce.capacity()) : Optional.empty();
  }

  private static Need need(SalesPlan plan, SalesFacts facts) {
    ReverseFunnel funnel =
        FunnelHistory.of(facts, plan.scope(), ImmutableList.of(), yearBefore(plan, facts))
            .within(plan.period(), facts.calendar(), facts.today())
            .sharedBy(Math.max(1, plan.people().size()));
    return plan.kpi().unit() == Unit.MONEY && plan.currency().isPresent()
        ? funnel.needFor(Money.ofMinor(plan.currency().get(), plan.total()), CONFIDENCE)
        : funnel.needFor(plan.total(), CONFIDENCE);
  }
}
