package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Answer;
import dev.pacesetter.journal.Opportunity.Quote;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.satisfaction.CustomerSatisfaction;
import dev.pacesetter.metrics.satisfaction.NetPromoterScore;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;

/** Metrics over what deals carry with them: quotes, answers, activities. */
final class CustomerKpis {
  private static final double CONFIDENCE = 0.95;

  private CustomerKpis() {}

  static Measure discountRate(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    ImmutableList<Opportunity> opportunities = facts.book().opportunities();
    long list = 0;
    long net = 0;
    int quoted = 0;
    for (int row : deals.rows(scope)) {
      ImmutableList<Quote> quotes = opportunities.get(row).quotes();
      if (!quotes.isEmpty()
          && deals.outcome(row) == Outcome.WON
          && period.contains(LocalDate.ofEpochDay(deals.closedDay(row)))) {
        Quote last = quotes.get(quotes.size() - 1);
        quoted++;
        list = Math.addExact(list, last.list().getAmountMinorLong());
        net = Math.addExact(net, last.net().getAmountMinorLong());
      }
    }
    return list == 0
        ? absent(
            Unit.RATIO, quoted, opportunities.stream().anyMatch(deal -> !deal.quotes().isEmpty()))
        : Measure.of((double) (list - net) / list, Unit.RATIO, quoted);
  }

  static Measure satisfaction(SalesFacts facts, Scope scope, Period period) {
    long[] answers = histogram(SurveyKind.CSAT, facts, scope, period);
    Measure share = CustomerSatisfaction.ofHistogram(answers).share(CONFIDENCE);
    return share.isPresent() ? share : absent(share.unit(), 0, asks(facts, SurveyKind.CSAT));
  }

  static Measure recommendation(SalesFacts facts, Scope scope, Period period) {
    long[] answers = histogram(SurveyKind.NPS, facts, scope, period);
    Measure score = NetPromoterScore.ofHistogram(answers).score(CONFIDENCE);
    return score.isPresent() ? score : absent(score.unit(), 0, asks(facts, SurveyKind.NPS));
  }

  /** How often each answer was given, from the lowest to the highest. */
  private static long[] histogram(SurveyKind survey, SalesFacts facts, Scope scope, Period period) {
    long[] answers = new long[survey.highest() - survey.lowest() + 1];
    for (int row : facts.deals().rows(scope)) {
      for (Answer answer : facts.book().opportunities().get(row).answers()) {
        if (answer.survey() == survey && period.contains(facts.calendar().dayOf(answer.at()))) {
          answers[answer.score() - survey.lowest()]++;
        }
      }
    }
    return answers;
  }

  private static boolean asks(SalesFacts facts, SurveyKind survey) {
    return facts.book().opportunities().stream()
        .flatMap(deal -> deal.answers().stream())
        .anyMatch(answer -> answer.survey() == survey);
  }

  private static Measure absent(Unit unit, long n, boolean recorded) {
    return Measure.noData(unit, n, recorded ? NoData.NOTHING_OBSERVED : NoData.NOT_RECORDED);
  }
}
