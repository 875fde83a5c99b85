package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.outlook.Outlook;
import dev.pacesetter.examples.review.report.Rows.Said;
import dev.pacesetter.examples.review.report.Rows.Sums;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.Assignment;
import dev.pacesetter.plan.PlanCell;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.capacity.Capacity;
import dev.pacesetter.plan.need.Need;
import dev.pacesetter.plan.need.StepNeed;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** The plan by person and by product over months, with every sum. */
final class PlanSection {
  private record PlanView(
      String intro,
      ImmutableList<String> columns,
      ImmutableList<Sums> rows,
      ImmutableList<Sums> products,
      @Nullable CapacityView capacity,
      @Nullable NeedView need,
      @Nullable AssignmentView assignment,
      ImmutableList<Said> findings,
      ImmutableList<Said> passed,
      String cellsIntro,
      ImmutableList<PersonCells> people) {}

  private record CapacityView(
      String text, String gap, String attainment, boolean hasPeople, ImmutableList<Sums> people) {}

  private record NeedView(String text, boolean hasSteps, ImmutableList<NeedRow> steps) {}

  private record NeedRow(
      String step, String number, String average, String rate, String latest, String weekly) {}

  private record AssignmentView(ImmutableList<LevelRow> levels, ImmutableList<Sums> gaps) {}

  private record LevelRow(String name, int goals, String sum, String above, String top) {}

  /** The cells of one person, the largest first, each with why it is this number. */
  private record PersonCells(String name, String sum, ImmutableList<CellRow> cells) {}

  private record CellRow(String product, String month, String amount, String why) {}

  /** So many cells are traced on the page; the rest is in review.json. */
  private static final int TRACED = 400;

  private final ReviewResult result;
  private final Wording wording;

  PlanSection(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Map<String, Object> view() {
    return result
        .plan()
        .<Map<String, Object>>map(plan -> Map.of("plan", view(plan)))
        .orElseGet(
            () ->
                result
                    .planProblem()
                    .<Map<String, Object>>map(
                        problem ->
                            Map.of(
                                "planProblem",
                                wording.say(
                                    "plan.problem",
                                    Map.of("problem", problem.in(wording.language())))))
                    .orElse(Map.of()));
  }

  private PlanView view(SalesPlan plan) {
    String goal =
        result.assessments().stream()
            .map(assessment -> assessment.goal())
            .filter(candidate -> candidate.id().equals(plan.goalId()))
            .findFirst()
            .map(candidate -> candidate.title().in(wording.language()))
            .orElse(plan.goalId());
    return new PlanView(
        wording.say(
            "plan.intro",
            Map.of(
                "goal",
                goal,
                "total",
                wording.money(plan.total()),
                "people",
                plan.people().size(),
                "products",
                plan.products().size(),
                "months",
                plan.months().size(),
                "rounding",
                plan.explainRounding(wording.language()))),
        plan.months().stream().map(Period::name).collect(ImmutableList.toImmutableList()),
        table(plan, plan.people(), Scope::person, this::ofPerson),
        table(plan, plan.products(), Scope::product, this::ofProduct),
        result.outlook().flatMap(this::capacity).orElse(null),
        result.outlook().flatMap(Outlook::need).map(this::need).orElse(null),
        result
            .assignment()
            .filter(assignment -> assignment.levels().size() > 1)
            .map(this::assignment)
            .orElse(null),
        said(finding -> finding.verdict() != Verdict.PASS),
        said(finding -> finding.verdict() == Verdict.PASS),
        cellsIntro(plan),
        people(plan));
  }

  private ImmutableList<Said> said(Predicate<Finding> wanted) {
    return result.planFindings().stream()
        .filter(wanted)
        .map(
            finding ->
                GoalsSection.said(finding, result.planFindings(), result.organization(), wording))
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<CapacityView> capacity(Outlook outlook) {
    SalesPlan plan = result.plan().orElseThrow();
    return outlook
        .capacity()
        .map(
            can ->
                new CapacityView(
                    can.explain(wording.language()),
                    outlook.gap().map(gap -> gap.explain(wording.language())).orElse(""),
                    wording.say(outlook.isLearned() ? "capacity.learned" : "capacity.assumed"),
                    outlook.isLearned(),
                    plan.people().stream()
                        .map(person -> capacity(can, plan, person))
                        .collect(ImmutableList.toImmutableList())));
  }

  private Sums capacity(Capacity can, SalesPlan plan, String person) {
    long expected =
        can.cells().stream().anyMatch(cell -> cell.person().equals(person))
            ? can.ofPerson(person)
            : 0;
    long planned = plan.ofPerson(person);
    return new Sums(
        result.organization().nameOf(Scope.person(person)),
        ImmutableList.of(wording.amount(expected), wording.amount(planned)),
        wording.amount(expected - planned),
        false);
  }

  private NeedView need(Need need) {
    boolean isKnown = !need.steps().isEmpty();
    String text = need.explain(wording.language());
    return new NeedView(
        isKnown ? text.lines().findFirst().orElse(text) : text,
        isKnown,
        need.steps().stream().map(this::row).collect(ImmutableList.toImmutableList()));
  }

  private NeedRow row(StepNeed step) {
    return new NeedRow(
        wording.say("need.step." + step.step()),
        step.number().isPresent()
            ? Numbers.decimal((double) step.number().getAsLong(), 0)
            : wording.say("need.unknown"),
        Numbers.decimal(step.onAverage(), 1),
        wording.value(step.rate()) + " " + wording.detail(step.rate()),
        step.latest().map(Object::toString).orElse(""),
        step.perPersonAndWeek().isPresent()
            ? Numbers.decimal(step.perPersonAndWeek().getAsDouble(), 2)
            : "");
  }

  private AssignmentView assignment(Assignment both) {
    return new AssignmentView(
        both.levels().stream()
            .map(
                level ->
                    new LevelRow(
                        wording.say("assignment.level", Map.of("level", level.level())),
                        level.goals(),
                        wording.amount(level.sum()),
                        over(level.overAbove()),
                        over(level.overTop())))
            .collect(ImmutableList.toImmutableList()),
        both.branches().stream()
            .map(
                branch ->
                    new Sums(
                        name(branch.goal()),
                        ImmutableList.of(
                            wording.amount(branch.topDown()),
                            wording.amount(branch.assigned()),
                            wording.amount(branch.bottomUp())),
                        wording.amount(branch.gap()),
                        branch.level() == 0))
            .collect(ImmutableList.toImmutableList()));
  }

  private String name(SalesGoal goal) {
    String scope = result.organization().nameOf(goal.scope());
    return scope.isEmpty() ? wording.say("company") : scope;
  }

  private static String over(Measure over) {
    return over.isPresent() ? Numbers.percent(over.value()) : "";
  }

  private long ofPerson(String person, int month) {
    SalesPlan plan = result.plan().orElseThrow();
    long sum = 0;
    int row = plan.people().indexOf(person);
    for (int product = 0; product < plan.products().size(); product++) {
      sum = Math.addExact(sum, plan.amount(row, product, month));
    }
    return sum;
  }

  private long ofProduct(String product, int month) {
    SalesPlan plan = result.plan().orElseThrow();
    long sum = 0;
    int column = plan.products().indexOf(product);
    for (int person = 0; person < plan.people().size(); person++) {
      sum = Math.addExact(sum, plan.amount(person, column, month));
    }
    return sum;
  }

  private ImmutableList<Sums> table(
      SalesPlan plan,
      ImmutableList<String> ids,
      Function<String, Scope> scope,
      ToLongBiFunction<String, Integer> amount) {
    ImmutableList.Builder<Sums> rows = ImmutableList.builder();
    long[] totals = new long[plan.months().size()];
    for (String id : ids) {
      ImmutableList.Builder<String> cells = ImmutableList.builder();
      long sum = 0;
      for (int month = 0; month < totals.length; month++) {
        long value = amount.applyAsLong(id, month);
        totals[month] = Math.addExact(totals[month], value);
        sum = Math.addExact(sum, value);
        cells.add(wording.amount(value));
      }
      rows.add(
          new Sums(
              result.organization().nameOf(scope.apply(id)),
              cells.build(),
              wording.amount(sum),
              false));
    }
    ImmutableList.Builder<String> cells = ImmutableList.builder();
    for (long total : totals) {
      cells.add(wording.amount(total));
    }
    rows.add(new Sums(wording.say("total"), cells.build(), wording.amount(plan.total()), true));
    return rows.build();
  }

  private String cellsIntro(SalesPlan plan) {
    long cells = plan.amounts().stream().filter(amount -> amount > 0).count();
    return cells <= TRACED
        ? wording.say("plan.cells.all")
        : wording.say("plan.cells.largest", Map.of("shown", TRACED, "cells", cells));
  }

  /** The largest cells of the plan by person, because they are the ones people ask about first. */
  private ImmutableList<PersonCells> people(SalesPlan plan) {
    long smallest = smallestTraced(plan);
    int left = TRACED;
    ImmutableList.Builder<PersonCells> people = ImmutableList.builder();
    for (int person = 0; person < plan.people().size(); person++) {
      List<PlanCell> own = new ArrayList<>();
      for (String product : plan.products()) {
        for (Period month : plan.months()) {
          PlanCell cell = plan.cell(plan.people().get(person), product, month.name());
          if (cell.amount() > 0 && cell.amount() >= smallest && own.size() < left) {
            own.add(cell);
          }
        }
      }
      left -= own.size();
      own.sort(Comparator.comparingLong(PlanCell::amount).reversed());
      if (!own.isEmpty()) {
        String id = plan.people().get(person);
        people.add(
            new PersonCells(
                result.organization().nameOf(Scope.person(id)),
                wording.amount(plan.ofPerson(id)),
                own.stream().map(this::row).collect(ImmutableList.toImmutableList())));
      }
    }
    return people.build();
  }

  private static long smallestTraced(SalesPlan plan) {
    long[] amounts = plan.amounts().toArray();
    Arrays.sort(amounts);
    return amounts.length <= TRACED ? 1 : amounts[amounts.length - TRACED];
  }

  private CellRow row(PlanCell cell) {
    return new CellRow(
        result.organization().nameOf(Scope.product(cell.product())),
        cell.month().name(),
        wording.amount(cell.amount()),
        cell.why().explain(wording.language(), result.organization()));
  }
}
