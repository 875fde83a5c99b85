package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.report.Rows.Sums;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.plan.PlanCell;
import dev.pacesetter.plan.SalesPlan;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/** The plan by person and by product over months, with every sum. */
final class PlanSection {
  private record PlanView(
      String intro,
      ImmutableList<String> columns,
      ImmutableList<Sums> rows,
      ImmutableList<Sums> products,
      String why) {}

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
                plan.months().size())),
        plan.months().stream().map(Period::name).collect(ImmutableList.toImmutableList()),
        table(plan, plan.people(), Scope::person, this::ofPerson),
        table(plan, plan.products(), Scope::product, this::ofProduct),
        why(plan));
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

  /** The largest cell, because it is the one people ask about first. */
  private String why(SalesPlan plan) {
    int person = 0;
    int product = 0;
    int month = 0;
    for (int p = 0; p < plan.people().size(); p++) {
      for (int q = 0; q < plan.products().size(); q++) {
        for (int m = 0; m < plan.months().size(); m++) {
          if (plan.amount(p, q, m) > plan.amount(person, product, month)) {
            person = p;
            product = q;
            month = m;
          }
        }
      }
    }
    PlanCell largest =
        plan.cell(
            plan.people().get(person),
            plan.products().get(product),
            plan.months().get(month).name());
    return wording.say(
        "plan.why",
        Map.of("why", largest.why().explain(wording.language(), result.organization())));
  }
}
