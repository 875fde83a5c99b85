package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.report.Rows.Cell;
import dev.pacesetter.examples.review.report.Rows.Line;
import dev.pacesetter.examples.review.report.Rows.Said;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.goal.Target;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.rule.Explanation;
import dev.pacesetter.rule.Finding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The goals with their verdict letter by letter, and how far each is reached. */
final class GoalsSection {
  /**
   * Whether the goal was accepted.
   *
   * @param status how it looks, as a verdict does
   * @param name the state in a word
   * @param text who accepted and who did not
   */
  private record Acceptance(String status, String name, String text) {}

  private record LetterView(String letter, String name, String verdict, String verdictName) {}

  private record GoalView(
      String title,
      String summary,
      @Nullable String rationale,
      Acceptance acceptance,
      ImmutableList<LetterView> letters,
      ImmutableList<Said> findings,
      boolean open) {}

  private record Compact(
      String name, String title, ImmutableList<LetterView> letters, Acceptance acceptance) {}

  private record Table(String heading, ImmutableList<String> columns, ImmutableList<Line> rows) {}

  private final ReviewResult result;
  private final Wording wording;

  GoalsSection(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new HashMap<>();
    view.put(
        "goals",
        result.assessments().stream().filter(GoalsSection::isShared).map(this::goal).toList());
    ImmutableList<Compact> personal =
        result.assessments().stream()
            .filter(assessment -> !isShared(assessment))
            .map(this::compact)
            .collect(ImmutableList.toImmutableList());
    view.put("hasPersonal", !personal.isEmpty());
    view.put("personal", personal);
    table().ifPresent(table -> view.put("attainment", table));
    view.put("attainmentChart", !current().isEmpty());
    boolean ranges = current().stream().anyMatch(one -> one.goal().target().highest().isPresent());
    view.put(
        "attainmentCaption", wording.say(ranges ? "chart.attainment.range" : "chart.attainment"));
    return view;
  }

  /** The attainments of the goals of the period under review, in their order. */
  ImmutableList<GoalAttainment> current() {
    return result.review().attainments().stream()
        .filter(attainment -> attainment.goal().period().equals(result.review().period()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whose goal it is, and of what where there are several in its period. */
  String nameOf(SalesGoal goal) {
    String scope = result.organization().nameOf(goal.scope());
    String name = scope.isEmpty() ? wording.say("company") : scope;
    boolean alone =
        result.review().attainments().stream()
            .map(GoalAttainment::goal)
            .noneMatch(
                other ->
                    other.scope().equals(goal.scope())
                        && other.period().equals(goal.period())
                        && !other.kpi().equals(goal.kpi()));
    return alone
        ? name
        : wording.say(
            "goals.name", Map.of("name", name, "kpi", goal.kpi().name(wording.language())));
  }

  /** Whether more is better, so that a share of the target says how far it is reached. */
  static boolean isReachedFromBelow(SalesGoal goal) {
    return goal.target().bound() == Target.Bound.AT_LEAST;
  }

  private static boolean isShared(SmartAssessment assessment) {
    return assessment.goal().scope().person().isEmpty();
  }

  private GoalView goal(SmartAssessment assessment) {
    return new GoalView(
        assessment.goal().title().in(wording.language()),
        summary(assessment.goal()),
        assessment
            .goal()
            .rationale()
            .map(why -> wording.say("goals.rationale", Map.of("why", why.in(wording.language()))))
            .orElse(null),
        acceptance(assessment.goal()),
        letters(assessment),
        assessment.findings().stream()
            .map(finding -> said(finding, assessment.findings(), result.organization(), wording))
            .collect(ImmutableList.toImmutableList()),
        assessment.goal().scope().conditions().isEmpty());
  }

  private Compact compact(SmartAssessment assessment) {
    return new Compact(
        nameOf(assessment.goal()),
        wording.target(assessment.goal().target()),
        letters(assessment),
        acceptance(assessment.goal()));
  }

  private Acceptance acceptance(SalesGoal goal) {
    @Nullable Consent consent = result.consents().get(goal.id());
    String state = stateOf(consent);
    String status =
        switch (state) {
          case "ACCEPTED" -> "PASS";
          case "DECLINED", "WITHDRAWN" -> "FAIL";
          default -> "WARN";
        };
    return new Acceptance(
        status,
        wording.say("acceptance." + state),
        consent == null
            ? wording.say("acceptance.nothing")
            : consent.summary(wording.language(), result.organization()));
  }

  /** The state of a consent, or that nothing is recorded. */
  static String stateOf(@Nullable Consent consent) {
    return consent == null ? "UNRECORDED" : consent.state().name();
  }

  private ImmutableList<LetterView> letters(SmartAssessment assessment) {
    return Arrays.stream(Letter.values())
        .map(
            letter ->
                new LetterView(
                    letter.name().substring(0, 1),
                    wording.say("letter." + letter),
                    assessment.letter(letter).name(),
                    wording.say("verdict." + assessment.letter(letter))))
        .collect(ImmutableList.toImmutableList());
  }

  private String summary(SalesGoal goal) {
    Optional<GoalAttainment> attainment =
        result.review().attainments().stream()
            .filter(candidate -> candidate.goal().id().equals(goal.id()))
            .findFirst();
    return wording.say(
        isReachedFromBelow(goal) ? "goals.summary" : "goals.summary.kept",
        Map.of(
            "owner",
            goal.owner().map(this::ownerName).orElseGet(() -> wording.say("goals.owner.none")),
            "target",
            wording.target(goal.target()),
            "kpi",
            goal.kpi().name(wording.language()),
            "period",
            goal.period().name(),
            "actual",
            attainment.map(known -> wording.value(known.actual())).orElse("–"),
            "ratio",
            attainment.map(known -> share(known.share())).orElse("–")));
  }

  private String ownerName(String owner) {
    return result
        .organization()
        .person(owner)
        .map(person -> person.name())
        .or(() -> result.organization().team(owner).map(team -> team.name()))
        .orElse(owner);
  }

  private String share(OptionalDouble share) {
    return share.isPresent() ? wording.percent(share.getAsDouble()) : "–";
  }

  /** One row a person or team, one column a period, where there is more than one period. */
  private Optional<Table> table() {
    ImmutableList<GoalAttainment> all = result.review().attainments();
    ImmutableSortedSet<Period> periods =
        all.stream()
            .map(attainment -> attainment.goal().period())
            .collect(ImmutableSortedSet.toImmutableSortedSet(Period::compareTo));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    ImmutableListMultimap<String, GoalAttainment> rows =
        all.stream()
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    attainment -> nameOf(attainment.goal()), attainment -> attainment));
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    rows.asMap()
        .forEach(
            (name, own) ->
                lines.add(
                    new Line(
                        name,
                        "",
                        periods.stream()
                            .map(period -> cell(own, period))
                            .collect(ImmutableList.toImmutableList()))));
    return Optional.of(
        new Table(
            wording.say("attainment.heading"),
            periods.stream().map(Period::name).collect(ImmutableList.toImmutableList()),
            lines.build()));
  }

  private Cell cell(Iterable<GoalAttainment> own, Period period) {
    for (GoalAttainment attainment : own) {
      if (attainment.goal().period().equals(period)) {
        String target = wording.briefTarget(attainment.goal().target());
        String actual = wording.brief(attainment.actual());
        String status = attainment.status().name();
        return isReachedFromBelow(attainment.goal())
            ? new Cell(
                share(attainment.share()),
                wording.say("attainment.cell", Map.of("actual", actual, "target", target)),
                status)
            : new Cell(
                actual, wording.say("attainment.cell.kept", Map.of("target", target)), status);
      }
    }
    return Cell.of("", "");
  }

  static Said said(
      Finding finding, Iterable<Finding> others, Organization organization, Wording wording) {
    @Nullable String repair = finding.repair(wording.language()).orElse(null);
    return new Said(
        finding.ruleId().substring(finding.ruleId().indexOf('.') + 1),
        finding.title(wording.language()),
        finding.verdict().name(),
        wording.say("verdict." + finding.verdict()),
        finding.explain(wording.language()),
        repair,
        Explanation.of(finding, others, organization, wording.language()).render());
  }
}
