package dev.pacesetter.examples.review.goals;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.examples.review.importing.Quota;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.goal.Baseline;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.Weights;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets the goals of a company: those written by hand, those that follow from quotas, and those of
 * the people, which follow from their team's where nobody wrote them.
 *
 * <p>The goals of a team's people add up to the team's, and the teams' to the company's, to the
 * cent.
 */
public final class GoalSetting {
  private static final Comparator<SalesGoal> ORDER =
      Comparator.comparing(SalesGoal::period)
          .thenComparingInt(GoalSetting::level)
          .thenComparing(goal -> goal.scope().toString());

  private final Organization organization;
  private final FiscalCalendar calendar;
  private final Function<Period, SalesFacts> eve;

  private GoalSetting(
      Organization organization, FiscalCalendar calendar, Function<Period, SalesFacts> eve) {
    this.organization = organization;
    this.calendar = calendar;
    this.eve = eve;
  }

  /**
   * Returns the setting of goals by what was known on the eve of each goal's period.
   *
   * @param organization who sells what
   * @param calendar the fiscal calendar
   * @param eve gives what was known on the eve of a period or, if that is to come, what is known
   * @return the setting
   */
  public static GoalSetting by(
      Organization organization, FiscalCalendar calendar, Function<Period, SalesFacts> eve) {
    return new GoalSetting(organization, calendar, eve);
  }

  /**
   * Turns written goals into goals, and gives each person a share of their team's where nobody
   * wrote a goal for a person. Goals to stay below something and goals of a week are not shared
   * out.
   *
   * @param file the written goals
   * @return the goals by period, the company first, then teams, then people
   * @throws dev.pacesetter.examples.review.yaml.YamlException if a goal names a team or a person
   *     that is not there, or asks for more than a plan can hold
   */
  public ImmutableList<SalesGoal> from(GoalFile file) {
    Map<String, SalesGoal> goals = new LinkedHashMap<>();
    for (WrittenGoal written : file.goals()) {
      goals.put(written.id(), goal(written));
    }
    ImmutableSet<String> parents =
        goals.values().stream()
            .flatMap(goal -> goal.contributesTo().stream())
            .collect(ImmutableSet.toImmutableSet());
    ImmutableList.Builder<SalesGoal> all = ImmutableList.builder();
    all.addAll(goals.values());
    for (WrittenGoal written : file.goals()) {
      SalesGoal goal = requireNonNull(goals.get(written.id()));
      boolean divisible =
          goal.scope().person().isEmpty()
              && !parents.contains(goal.id())
              && goal.target().bound() == Target.Bound.AT_LEAST
              && goal.period().kind().compareTo(PeriodKind.MONTH) <= 0;
      if (divisible && goal.kpi() instanceof AdditiveKpi kpi) {
        all.addAll(shares(written, goal, kpi));
      }
    }
    return sorted(all.build());
  }

  /**
   * Turns the quotas of people into goals; teams and the company get the sum of theirs.
   *
   * @param quotas what people are to sell
   * @return the goals by period, the company first, then teams, then people
   */
  public ImmutableList<SalesGoal> from(List<Quota> quotas) {
    Kpi kpi = takesOrders(quotas) ? Kpis.ORDER_VALUE : Kpis.WON_VALUE;
    Map<Period, Map<Scope, Quota>> sums = new TreeMap<>();
    for (Quota quota : quotas) {
      if (quota.amount().isPositive()) {
        Map<Scope, Quota> own =
            sums.computeIfAbsent(quota.period(), period -> new LinkedHashMap<>());
        for (Scope scope : lineage(quota.scope(), quota.period().start())) {
          own.merge(
              scope,
              new Quota(scope, quota.period(), quota.amount()),
              (sum, more) -> new Quota(scope, sum.period(), sum.amount().plus(more.amount())));
        }
      }
    }
    ImmutableList.Builder<SalesGoal> goals = ImmutableList.builder();
    sums.values().forEach(own -> own.values().forEach(quota -> goals.add(goal(quota, kpi))));
    return sorted(goals.build());
  }

  /** Whether quotas are on orders: some are known on the eve of the last quota's period. */
  private boolean takesOrders(List<Quota> quotas) {
    return quotas.stream()
        .map(Quota::period)
        .max(Comparator.naturalOrder())
        .map(period -> !eve.apply(period).book().orderLines().isEmpty())
        .orElse(false);
  }

  private SalesGoal goal(WrittenGoal written) {
    checkScope(written);
    Period period = period(written.entry().get("period"));
    WrittenGoal.Details details = written.details();
    SalesGoal.Builder goal =
        SalesGoal.builder()
            .id(written.id())
            .title(written.title())
            .owner(written.owner())
            .kpi(written.kpi())
            .target(written.target())
            .scope(written.scope())
            .period(period)
            .contributesTo(Optional.ofNullable(written.contributesTo()))
            .worth(Optional.ofNullable(written.worth()))
            .rationale(Optional.ofNullable(written.rationale()))
            .tiers(details.tiers())
            .weight(details.weight())
            .daysBetweenReviews(details.daysBetweenReviews())
            .replanning(Optional.ofNullable(details.replanning()))
            .requiredTrainings(details.requiredTrainings())
            .plannedTrainings(details.plannedTrainings());
    @Nullable ImmutableList<Milestone> milestones = details.milestones();
    goal.milestones(milestones == null ? monthly(written.target(), period) : milestones);
    WrittenGoal.@Nullable Start start = details.baseline();
    if (start != null) {
      goal.baseline(
          new Baseline(
              KpiVersion.of(written.kpi()),
              written.scope(),
              period(written.entry().get("baseline").get("period")),
              written.kpi().unit(),
              start.amount()));
    }
    try {
      return goal.build();
    } catch (IllegalArgumentException e) {
      throw GoalEntry.refused(written, e);
    }
  }

  /**
   * The end of every month by working days, which is how the plan divides a goal too; of every week
   * for a month of a year of weeks.
   */
  private ImmutableList<Milestone> monthly(Target target, Period period) {
    boolean adds = target.unit() == Unit.MONEY || target.unit() == Unit.COUNT;
    boolean isLong = period.kind().compareTo(PeriodKind.MONTH) < 0;
    boolean ofWeeks = period.kind() == PeriodKind.MONTH && !calendar.childrenOf(period).isEmpty();
    PeriodKind parts = isLong ? PeriodKind.MONTH : ofWeeks ? PeriodKind.WEEK : period.kind();
    return adds ? Milestone.byWorkingDays(target, period, calendar, parts) : ImmutableList.of();
  }

  private Period period(YamlNode period) {
    return period.as(calendar::period, periodsOf(period.text()));
  }

  /** One period of each kind, in the year that a name speaks of. */
  private ImmutableList<String> periodsOf(String name) {
    int year = Integer.parseInt(name.replace("FY", "").substring(0, 4));
    LocalDate day = LocalDate.of(year, 7, 1);
    return calendar.kinds().stream()
        .map(kind -> calendar.periodOf(kind, day).name())
        .collect(ImmutableList.toImmutableList());
  }

  /** Checks that the teams and people a goal speaks of are there. */
  private void checkScope(WrittenGoal written) {
    check(written, written.scope().team(), organization.teams(), Team::id, Scope::team);
    check(written, written.scope().person(), organization.people(), Person::id, Scope::person);
  }

  private static <T> void check(
      WrittenGoal written,
      Optional<String> asked,
      List<T> known,
      Function<T, String> id,
      Function<String, Scope> scope) {
    ImmutableList<String> ids = known.stream().map(id).collect(ImmutableList.toImmutableList());
    if (asked.isPresent() && !ids.contains(asked.get())) {
      throw written
          .entry()
          .get("scope")
          .problem(
              "yaml.bad-value",
              "scope",
              scope.apply(asked.get()),
              Lists.transform(ids, scope::apply));
    }
  }

  /** Divides a goal among the people of its scope who are there in its period. */
  private List<SalesGoal> shares(WrittenGoal written, SalesGoal goal, AdditiveKpi kpi) {
    List<Person> people =
        organization.peopleIn(goal.scope(), goal.period()).stream()
            .flatMap(id -> organization.person(id).stream())
            .filter(person -> person.isThereIn(goal.period()))
            .toList();
    if (people.isEmpty() || organization.products().isEmpty()) {
      return List.of();
    }
    SalesPlan plan = plan(written, goal, kpi, people);
    return people.stream()
        .filter(person -> plan.ofPerson(person.id()) > 0)
        .map(person -> share(goal, person, plan.ofPerson(person.id())))
        .toList();
  }

  /** What no plan can hold, such as an amount beyond all plans, is refused where it stands. */
  private SalesPlan plan(
      WrittenGoal written, SalesGoal goal, AdditiveKpi kpi, List<Person> people) {
    try {
      SalesFacts known = eve.apply(goal.period());
      return SalesPlan.forGoal(goal)
          .acrossPeople(people)
          .acrossProducts(organization.products())
          .acrossMonths(calendar)
          .weightedBy(Weights.history(kpi, known, calendar.yearUpTo(known.today().plusDays(1))))
          .decompose();
    } catch (IllegalArgumentException e) {
      throw GoalEntry.refused(written, e);
    }
  }

  private SalesGoal share(SalesGoal goal, Person person, long amount) {
    return SalesGoal.builder()
        .id(goal.id() + "/" + person.id())
        .title(title(goal.kpi(), Scope.person(person.id()), goal.period()))
        .owner(person.id())
        .kpi(goal.kpi())
        .target(goal.target().withAmount(amount))
        .scope(Scope.person(person.id()))
        .period(goal.period())
        .milestones(monthly(goal.target().withAmount(amount), goal.period()))
        .contributesTo(goal.id())
        .build();
  }

  private SalesGoal goal(Quota quota, Kpi kpi) {
    ImmutableList<Scope> lineage = lineage(quota.scope(), quota.period().start());
    SalesGoal.Builder goal =
        SalesGoal.builder()
            .id(id(quota.scope(), quota.period()))
            .title(title(kpi, quota.scope(), quota.period()))
            .kpi(kpi)
            .target(Target.atLeast(quota.amount()))
            .scope(quota.scope())
            .period(quota.period())
            .milestones(monthly(Target.atLeast(quota.amount()), quota.period()));
    quota.scope().person().or(() -> quota.scope().team()).ifPresent(goal::owner);
    if (lineage.size() > 1) {
      goal.contributesTo(id(lineage.get(1), quota.period()));
    }
    return goal.build();
  }

  /** What a goal is called that nobody wrote: metric, whose, when. */
  private Text title(Kpi kpi, Scope scope, Period period) {
    Text metric = Text.inEach(kpi::name);
    Message title =
        scope.conditions().isEmpty()
            ? Message.of("goal.title.company", metric, period.name())
            : Message.of("goal.title", metric, organization.nameOf(scope), period.name());
    return Text.inEach(title::in);
  }

  private static String id(Scope scope, Period period) {
    return "quota/" + period.name() + "/" + scope;
  }

  /** A scope and everything it is a part of: the person, the teams above, the company. */
  private ImmutableList<Scope> lineage(Scope scope, LocalDate day) {
    ImmutableList.Builder<Scope> lineage = ImmutableList.builder();
    if (scope.person().isPresent()) {
      lineage.add(scope);
      organization
          .teamsOf(scope.person().get(), day)
          .forEach(team -> lineage.add(Scope.team(team)));
    }
    for (Optional<String> at = scope.team();
        at.isPresent();
        at = at.flatMap(organization::team).flatMap(team -> team.parentOn(day))) {
      lineage.add(Scope.team(at.get()));
    }
    return lineage.add(Scope.company()).build();
  }

  private static int level(SalesGoal goal) {
    if (goal.scope().person().isPresent()) {
      return 2;
    }
    return goal.scope().conditions().isEmpty() ? 0 : 1;
  }

  private static ImmutableList<SalesGoal> sorted(List<SalesGoal> goals) {
    return ImmutableList.sortedCopyOf(ORDER, goals);
  }
}
