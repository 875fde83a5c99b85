package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.Scorecard.Figure;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * One round of review: everybody at once, so that all statements about people are judged together.
 *
 * <p>Immutable; the same facts, period and goals give an equal review.
 */
public final class ReviewRound {
  private final ReviewSettings settings;
  private final RuleBook<CompanyFacts> dataRules;
  private final RuleBook<PersonFacts> rules;

  private ReviewRound(
      ReviewSettings settings, RuleBook<CompanyFacts> dataRules, RuleBook<PersonFacts> rules) {
    this.settings = settings;
    this.dataRules = dataRules;
    this.rules = rules;
  }

  /**
   * Returns a round with the standard settings and rules.
   *
   * @return the round
   */
  public static ReviewRound standard() {
    return new ReviewRound(
        ReviewSettings.standard(), DiagnosisRules.ofData(), DiagnosisRules.standard());
  }

  /**
   * Returns this round with other settings.
   *
   * @param settings how careful the review is, and what stands on its scorecards
   * @return the round
   */
  public ReviewRound withSettings(ReviewSettings settings) {
    return new ReviewRound(Objects.requireNonNull(settings), dataRules, rules);
  }

  /**
   * Returns this round with other rules about people.
   *
   * @param rules the rules in the order of diagnosis
   * @return the round
   */
  public ReviewRound withRules(RuleBook<PersonFacts> rules) {
    return new ReviewRound(settings, dataRules, Objects.requireNonNull(rules));
  }

  /**
   * Returns this round with other rules about the data of the company.
   *
   * @param rules the rules
   * @return the round
   */
  public ReviewRound withDataRules(RuleBook<CompanyFacts> rules) {
    return new ReviewRound(settings, Objects.requireNonNull(rules), this.rules);
  }

  /**
   * Returns the rules about people.
   *
   * @return the rules in the order of diagnosis
   */
  public RuleBook<PersonFacts> rules() {
    return rules;
  }

  /**
   * Returns the rules about the data of the company.
   *
   * @return the rules
   */
  public RuleBook<CompanyFacts> dataRules() {
    return dataRules;
  }

  /**
   * Reviews a period as of the book's instant.
   *
   * @param facts the organization and its book
   * @param period the period under review
   * @param goals the goals whose attainment is stated, in the order in which they are to be listed
   * @return the review
   */
  public Review review(SalesFacts facts, Period period, Iterable<SalesGoal> goals) {
    ImmutableSet<Kpi> notRecorded = notRecorded(facts, period);
    DealHistories histories = new DealHistories(facts, period);
    ImmutableList<PeerComparison> comparisons = PeerRound.compare(facts, period, settings);
    Review.Builder review =
        Review.builder()
            .asOf(facts.book().asOf())
            .day(facts.today())
            .period(period)
            .calendar(facts.calendar())
            .settings(settings)
            .currency(facts.book().currency())
            .totals(BookTotals.of(facts.book(), facts.organization().process()))
            .notRecorded(notRecorded)
            .funnels(histories.funnels())
            .comparisons(comparisons)
            .addAllFindings(ofData(new CompanyFacts(facts, period)));
    if (facts.deals().size() > 0) {
      review.movement(histories.movement());
    }
    for (SalesGoal goal : goals) {
      review.addAttainment(GoalAttainment.of(goal, facts));
    }
    for (Scope scope : scopes(facts)) {
      review.addScorecard(scorecard(facts, period, scope, notRecorded));
    }
    Diagnosis diagnosis = new Diagnosis(rules);
    for (String person : facts.deals().people()) {
      ImmutableList<PeerComparison> own =
          comparisons.stream()
              .filter(comparison -> comparison.person().equals(person))
              .collect(ImmutableList.toImmutableList());
      String name = facts.organization().nameOf(Scope.person(person));
      review.addAllFindings(diagnosis.of(new PersonFacts(facts, person, name, period, own)));
    }
    return review.build();
  }

  private List<Finding> ofData(CompanyFacts facts) {
    return dataRules.evaluate(facts).stream()
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .toList();
  }

  private ImmutableSet<Kpi> notRecorded(SalesFacts facts, Period period) {
    ImmutableSet.Builder<Kpi> missing = ImmutableSet.builder();
    for (Kpi kpi : settings.kpis()) {
      Measure company = kpi.measure(facts, Scope.company(), period);
      if (company.reason().map(reason -> reason == NoData.NOT_RECORDED).orElse(false)) {
        missing.add(kpi);
      }
    }
    return missing.build();
  }

  /** The company, then teams and people in the order of ids. */
  private static ImmutableList<Scope> scopes(SalesFacts facts) {
    Organization organization = facts.organization();
    ImmutableList.Builder<Scope> scopes = ImmutableList.builder();
    scopes.add(Scope.company());
    organization.teams().forEach(team -> scopes.add(Scope.team(team.id())));
    facts.deals().people().forEach(person -> scopes.add(Scope.person(person)));
    return scopes.build();
  }

  private Scorecard scorecard(
      SalesFacts facts, Period period, Scope scope, ImmutableSet<Kpi> notRecorded) {
    return new Scorecard(
        scope,
        facts.organization().nameOf(scope),
        settings.kpis().stream()
            .filter(kpi -> !notRecorded.contains(kpi))
            .map(kpi -> new Figure(kpi, kpi.measure(facts, scope, period)))
            .collect(ImmutableList.toImmutableList()));
  }
}
