package dev.pacesetter.feedback;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.review.PeerComparison;
import dev.pacesetter.review.PeerMetric;
import dev.pacesetter.review.PeerVerdict;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses from a review what one person is told.
 *
 * <p>Only findings that nothing else explains count for or against anybody. At most two points to
 * work on: a pattern over several metrics first, then the clearest. Every supported strength is
 * said, up to three.
 */
public final class Feedback {
  private static final int WORKING_DAYS = 20;
  private static final int MOST_STRENGTHS = 3;
  private static final String EXPLAINS = "explains";
  private static final String PATTERN = "pattern.";
  private static final ImmutableMap<String, Training> TRAININGS =
      ImmutableMap.<String, Training>builder()
          .put("pattern.sells-on-price", Training.VALUE_CASE)
          .put("pattern.closes-small", Training.NEGOTIATION)
          .put("person.qualification", Training.QUALIFICATION)
          .put("person.discovery", Training.DISCOVERY)
          .put("person.proposal", Training.PROPOSAL_WRITING)
          .put("person.closing", Training.CLOSING)
          .put("person.win-rate", Training.QUALIFICATION)
          .put("person.value", Training.VALUE_CASE)
          .put("person.cycle", Training.MULTI_CONTACT_SELLING)
          .put("person.discount", Training.NEGOTIATION)
          .buildOrThrow();

  private final int workingDays;

  private Feedback(int workingDays) {
    this.workingDays = workingDays;
  }

  /**
   * Returns feedback whose points are due 20 working days after the review.
   *
   * @return the feedback
   */
  public static Feedback standard() {
    return new Feedback(WORKING_DAYS);
  }

  /**
   * Returns this feedback with another time to try things.
   *
   * @param workingDays how many working days after the review a point is due, at least 1
   * @return the feedback
   * @throws IllegalArgumentException if it is below 1
   */
  public Feedback dueAfterWorkingDays(int workingDays) {
    checkArgument(
        workingDays >= 1,
        "development points are due after %s working days; it must be 1 or more",
        workingDays);
    return new Feedback(workingDays);
  }

  /**
   * Returns what a person is told.
   *
   * @param person the person's id
   * @param review the review of everybody
   * @return the note
   * @throws IllegalArgumentException if the review knows nobody of that id
   */
  public Note noteFor(String person, Review review) {
    Scope scope = Scope.person(person);
    String name =
        review
            .scorecard(scope)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the review of %s has nobody with the id '%s'"
                            .formatted(review.period(), person)))
            .name();
    ImmutableList<Finding> findings =
        review.findingsAbout(scope).stream()
            .filter(finding -> finding.explainedBy().isEmpty())
            .collect(ImmutableList.toImmutableList());
    return Note.builder()
        .person(person)
        .personName(name)
        .period(review.period())
        .asOf(review.asOf())
        .day(review.day())
        .falseDiscoveryRate(review.settings().falseDiscoveryRate())
        .goals(goals(person, review))
        .strengths(strengths(findings))
        .developmentPoints(developmentPoints(person, findings, review))
        .explained(
            findings.stream()
                .filter(finding -> finding.reason().equals(EXPLAINS))
                .collect(ImmutableList.toImmutableList()))
        .addAllUndecided(undecided(review.findingsAbout(Scope.company())))
        .addAllUndecided(undecided(findings))
        .inLine(inLine(person, review))
        .build();
  }

  private static ImmutableList<GoalAttainment> goals(String person, Review review) {
    return review.attainments().stream()
        .filter(
            attainment ->
                attainment.goal().owner().map(person::equals).orElse(false)
                    || attainment.goal().scope().person().map(person::equals).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Finding> strengths(ImmutableList<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.verdict() == Verdict.PASS && !finding.reason().equals(EXPLAINS))
        .sorted(Comparator.comparingDouble(Feedback::adjustedPValue))
        .limit(MOST_STRENGTHS)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<DevelopmentPoint> developmentPoints(
      String person, ImmutableList<Finding> findings, Review review) {
    LocalDate due = due(review.calendar(), review.day());
    return findings.stream()
        .filter(finding -> finding.verdict().compareTo(Verdict.WARN) >= 0)
        .filter(finding -> check(finding).isPresent())
        .sorted(
            Comparator.<Finding, Boolean>comparing(finding -> !finding.ruleId().startsWith(PATTERN))
                .thenComparingDouble(Feedback::adjustedPValue))
        .limit(Note.MOST_POINTS)
        .map(
            finding ->
                DevelopmentPoint.builder()
                    .finding(finding)
                    .training(Optional.ofNullable(training(finding)))
                    .owner(person)
                    .due(due)
                    .check(check(finding).orElseThrow())
                    .build())
        .collect(ImmutableList.toImmutableList());
  }

  private static @Nullable Training training(Finding finding) {
    return TRAININGS.get(finding.ruleId());
  }

  private LocalDate due(FiscalCalendar calendar, LocalDate reviewed) {
    return calendar.workingDays().plus(reviewed, workingDays);
  }

  private static Optional<KpiVersion> check(Finding finding) {
    return finding.evidence().stream().flatMap(number -> number.kpi().stream()).findFirst();
  }

  private static ImmutableList<Finding> undecided(ImmutableList<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.verdict() == Verdict.UNDECIDED)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<PeerMetric> inLine(String person, Review review) {
    return review.comparisonsOf(person).stream()
        .filter(comparison -> comparison.verdict() == PeerVerdict.IN_LINE)
        .map(PeerComparison::metric)
        .collect(ImmutableList.toImmutableList());
  }

  private static double adjustedPValue(Finding finding) {
    Evidence main = finding.evidence().get(0);
    return main.adjustedPValue().orElse(1);
  }
}
