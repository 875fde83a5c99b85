package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity.Answer;
import dev.pacesetter.journal.Opportunity.Quote;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Sample;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.satisfaction.CustomerSatisfaction;
import dev.pacesetter.metrics.satisfaction.NetPromoterScore;
import dev.pacesetter.organization.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/** Metrics over what deals carry with them: quotes, answers, activities. */
final class CustomerKpis {
  private static final double CONFIDENCE = 0.95;

  private CustomerKpis() {}

  static Measure discountRate(SalesFacts facts, Scope scope, Period period) {
    List<Quote> quotes = lastQuotes(facts, scope, period);
    long list = sum(quotes, Quote::list);
    return list == 0
        ? absent(Unit.RATIO, quotes.size(), isQuoting(facts))
        : Measure.of((double) (list - sum(quotes, Quote::net)) / list, Unit.RATIO, quotes.size());
  }

  static Measure discountOnNet(SalesFacts facts, Scope scope, Period period) {
    List<Quote> quotes = lastQuotes(facts, scope, period);
    long net = sum(quotes, Quote::net);
    return net == 0
        ? absent(Unit.RATIO, quotes.size(), isQuoting(facts))
        : Measure.of((double) (sum(quotes, Quote::list) - net) / net, Unit.RATIO, quotes.size());
  }

  static Measure discountMean(SalesFacts facts, Scope scope, Period period) {
    double[] rates =
        lastQuotes(facts, scope, period).stream()
            .filter(quote -> quote.list().isPositive())
            .mapToDouble(
                quote ->
                    1
                        - (double) quote.net().getAmountMinorLong()
                            / quote.list().getAmountMinorLong())
            .toArray();
    return rates.length == 0
        ? absent(Unit.RATIO, 0, isQuoting(facts))
        : Sample.of(Unit.RATIO, rates).withConfidence(CONFIDENCE).mean();
  }

  private static long sum(List<Quote> quotes, Function<Quote, Money> part) {
    return quotes.stream().mapToLong(quote -> part.apply(quote).getAmountMinorLong()).sum();
  }

  private static boolean isQuoting(SalesFacts facts) {
    return facts.book().opportunities().stream().anyMatch(deal -> !deal.quotes().isEmpty());
  }

  /** The last quote of each deal won in the period that has one. */
  private static List<Quote> lastQuotes(SalesFacts facts, Scope scope, Period period) {
    Deals deals = facts.deals();
    List<Quote> last = new ArrayList<>();
    for (int row : DealKpis.closed(deals, scope, period, Outcome.WON)) {
      ImmutableList<Quote> quotes = facts.book().opportunities().get(row).quotes();
      if (!quotes.isEmpty()) {
        last.add(quotes.get(quotes.size() - 1));
      }
    }
    return last;
  }

  static Measure satisfactionMean(SalesFacts facts, Scope scope, Period period) {
    long[] answers = histogram(SurveyKind.CSAT, facts, scope, period);
    Measure mean = CustomerSatisfaction.ofHistogram(answers).meanAnswer(CONFIDENCE);
    return mean.isPresent() ? mean : absent(mean.unit(), mean.n(), asks(facts, SurveyKind.CSAT));
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
