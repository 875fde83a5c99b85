package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.importing.FileCount;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.importing.Rejection;
import dev.pacesetter.feedback.DevelopmentPoint;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Baseline;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.Letter;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.goal.Standing;
import dev.pacesetter.metrics.pipeline.Waterfall;
import dev.pacesetter.plan.Assignment;
import dev.pacesetter.plan.PlanCell;
import dev.pacesetter.plan.PlanReason;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.review.BookTotals;
import dev.pacesetter.review.FunnelView;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.review.PeerComparison;
import dev.pacesetter.review.PeriodMovement;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.Scorecard;
import dev.pacesetter.rule.Finding;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page states, as JSON. The names are documented in the README of this example; a
 * test holds both together.
 */
final class ReviewJson {
  private final ReviewResult result;
  private final Review review;
  private final ObjectNode root = Json.object();

  private ReviewJson(ReviewResult result) {
    this.result = result;
    this.review = result.review();
  }

  static String of(ReviewResult result) {
    ReviewJson json = new ReviewJson(result);
    json.fill();
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(json.root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill() {
    root.put("format", 1);
    root.put("source", result.imported().source());
    root.put("asOf", review.day().toString());
    root.set("period", period(review.period()));
    review.currency().ifPresent(currency -> root.put("currency", currency.getCode()));
    root.set("data", data());
    root.set("book", book());
    result.assessments().forEach(assessment -> array("goals").add(goal(assessment)));
    review.attainments().forEach(attainment -> array("attainments").add(attainment(attainment)));
    result.plan().ifPresent(plan -> root.set("plan", plan(plan)));
    result.planProblem().ifPresent(problem -> root.set("planProblem", Json.texts(problem::in)));
    result.tasks().ifPresent(tasks -> root.set("tasks", TasksJson.of(tasks)));
    result.pace().ifPresent(pace -> root.set("pace", PaceJson.of(pace)));
    review.scorecards().forEach(card -> array("scorecards").add(scorecard(card)));
    review.notRecorded().forEach(kpi -> array("notRecorded").add(Json.kpi(kpi)));
    review.funnels().forEach(funnel -> array("funnels").add(funnel(funnel)));
    review.movement().ifPresent(movement -> root.set("waterfall", waterfall(movement)));
    review.comparisons().forEach(comparison -> array("peers").add(peer(comparison)));
    review.findings().forEach(finding -> array("findings").add(explained(finding)));
    result.notes().forEach(note -> array("notes").add(note(note)));
  }

  private ArrayNode array(String name) {
    return root.withArray(name);
  }

  private static ObjectNode period(Period period) {
    ObjectNode node = Json.object();
    node.put("name", period.name());
    node.put("start", period.start().toString());
    node.put("end", period.end().toString());
    return node;
  }

  private ObjectNode data() {
    Import imported = result.imported();
    ObjectNode node = Json.object();
    node.put("facts", result.facts());
    ArrayNode conflicts = node.putArray("conflicts");
    result.conflicts().forEach(conflicts::add);
    ArrayNode files = node.putArray("files");
    for (FileCount file : imported.files()) {
      files
          .addObject()
          .put("file", file.file())
          .put("charset", file.charset())
          .put("rows", file.rows())
          .put("used", file.used())
          .put("rejected", file.rejected());
    }
    ArrayNode aliases = node.putArray("aliases");
    imported
        .aliases()
        .forEach(
            alias ->
                aliases
                    .addObject()
                    .put("file", alias.file())
                    .put("column", alias.column())
                    .put("from", alias.from())
                    .put("to", alias.to())
                    .put("count", alias.count()));
    ArrayNode decisions = node.putArray("decisions");
    imported
        .notes()
        .forEach(
            note -> {
              ObjectNode decision = decisions.addObject();
              decision.put("kind", note.kind().name());
              decision.put("count", note.count());
              decision.set("text", Json.texts(note.message()::in));
            });
    ObjectNode counts = node.putObject("rejections");
    imported.rejections().counts().forEach((reason, count) -> counts.put(reason.name(), count));
    ArrayNode rejected = node.putArray("rejectedRows");
    for (Rejection rejection : imported.rejections().listed()) {
      ObjectNode row = rejected.addObject();
      row.put("file", rejection.file());
      row.put("line", rejection.line());
      row.put("column", rejection.column());
      row.put("value", rejection.value());
      row.put("reason", rejection.reason().name());
      row.set("allowed", Json.texts(rejection.allowed()::in));
    }
    return node;
  }

  private ObjectNode book() {
    BookTotals totals = review.totals();
    ObjectNode node = Json.object();
    node.put("won", totals.won());
    node.put("lost", totals.lost());
    node.put("open", totals.open());
    node.set("wonValue", Json.money(totals.wonValue(), review.currency()));
    ArrayNode stages = node.putArray("openByStage");
    totals
        .openByStage()
        .forEach(
            stage -> stages.addObject().put("stage", stage.stage()).put("count", stage.count()));
    return node;
  }

  private ObjectNode goal(SmartAssessment assessment) {
    ObjectNode node = Json.object();
    node.put("id", assessment.goal().id());
    node.set("title", Json.texts(assessment.goal().title()::in));
    assessment.goal().rationale().ifPresent(why -> node.set("rationale", Json.texts(why::in)));
    assessment.goal().owner().ifPresent(owner -> node.put("owner", owner));
    node.put("scope", assessment.goal().scope().toString());
    node.put("period", assessment.goal().period().name());
    node.set("kpi", Json.kpi(assessment.goal().kpi()));
    ObjectNode target = node.putObject("target");
    target.put("bound", assessment.goal().target().bound().name());
    target.put("unit", assessment.goal().target().unit().name());
    target.put("amount", assessment.goal().target().amount());
    assessment
        .goal()
        .target()
        .currency()
        .ifPresent(currency -> target.put("currency", currency.getCode()));
    Long upTo = assessment.goal().target().upTo();
    if (upTo != null) {
      target.put("upTo", upTo);
    }
    ObjectNode tiers = node.putObject("tiers");
    assessment.goal().tiers().forEach((tier, amount) -> tiers.put(tier.name(), amount));
    ArrayNode milestones = node.putArray("milestones");
    for (Milestone milestone : assessment.goal().milestones()) {
      milestones
          .addObject()
          .put("day", milestone.day().toString())
          .put("amount", milestone.amount());
    }
    assessment.goal().baseline().ifPresent(baseline -> node.set("baseline", baseline(baseline)));
    assessment.goal().weight().ifPresent(weight -> node.put("weight", weight));
    assessment.goal().contributesTo().ifPresent(parent -> node.put("contributesTo", parent));
    ObjectNode letters = node.putObject("letters");
    for (Letter letter : Letter.values()) {
      letters.put(letter.name(), assessment.letter(letter).name());
    }
    node.set("acceptance", acceptance(assessment.goal().id()));
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : assessment.findings()) {
      findings.add(Json.explained(finding, assessment.findings(), result.organization()));
    }
    return node;
  }

  private static ObjectNode baseline(Baseline baseline) {
    ObjectNode node = Json.object();
    node.put("kpi", baseline.kpi().id());
    node.put("kpiVersion", baseline.kpi().version());
    node.put("scope", baseline.scope().toString());
    node.put("period", baseline.period().name());
    node.put("amount", baseline.amount());
    return node;
  }

  private ObjectNode acceptance(String goal) {
    ObjectNode node = Json.object();
    @Nullable Consent consent = result.consents().get(goal);
    node.put("state", GoalsSection.stateOf(consent));
    if (consent == null) {
      return node;
    }
    node.set("text", Json.texts(locale -> consent.summary(locale, result.organization())));
    consent.agreement().answerBy().ifPresent(by -> node.put("answerBy", by.toString()));
    ArrayNode members = node.putArray("members");
    for (Standing standing : consent.members()) {
      ObjectNode member = members.addObject();
      member.put("person", standing.member());
      member.put("share", standing.share());
      member.put("answer", standing.answer().name());
      member.put("since", standing.since().toString());
      standing.said().ifPresent(words -> member.set("said", Json.texts(words::in)));
      standing.counter().ifPresent(counter -> member.put("counter", counter));
      standing.voided().ifPresent(voided -> member.put("voided", voided));
    }
    return node;
  }

  private ObjectNode explained(Finding finding) {
    return Json.explained(finding, review.findings(), result.organization());
  }

  private static ObjectNode attainment(GoalAttainment attainment) {
    ObjectNode node = Json.object();
    node.put("goal", attainment.goal().id());
    node.put("scope", attainment.goal().scope().toString());
    node.put("period", attainment.goal().period().name());
    node.put("target", attainment.goal().target().amount());
    node.set("actual", Json.measure(attainment.actual()));
    Json.put(node, "share", attainment.share());
    node.put("status", attainment.status().name());
    attainment.tier().ifPresent(tier -> node.put("tier", tier.name()));
    return node;
  }

  /** What each level of goals asks for, and what comes from below. */
  private static ObjectNode assignment(Assignment both) {
    ObjectNode node = Json.object();
    ArrayNode levels = node.putArray("levels");
    for (Assignment.Level level : both.levels()) {
      ObjectNode entry = levels.addObject();
      entry.put("level", level.level());
      entry.put("goals", level.goals());
      entry.put("sum", level.sum());
      entry.set("overAbove", Json.measure(level.overAbove()));
      entry.set("overTop", Json.measure(level.overTop()));
    }
    ArrayNode goals = node.putArray("goals");
    for (Assignment.Branch branch : both.branches()) {
      ObjectNode entry = goals.addObject();
      entry.put("goal", branch.goal().id());
      entry.put("level", branch.level());
      entry.put("topDown", branch.topDown());
      entry.put("assigned", branch.assigned());
      entry.put("bottomUp", branch.bottomUp());
      entry.put("gap", branch.gap());
    }
    return node;
  }

  private ObjectNode plan(SalesPlan plan) {
    ObjectNode node = Json.object();
    node.put("goal", plan.goalId());
    node.set("kpi", Json.kpi(plan.kpi()));
    plan.currency().ifPresent(currency -> node.put("currency", currency.getCode()));
    node.put("total", plan.total());
    node.put("weights", plan.weightRule().name());
    plan.base().ifPresent(base -> node.set("base", period(base)));
    node.put("unit", plan.unit());
    node.put("lot", plan.lot());
    plan.hierarchy().forEach(node.putArray("hierarchy")::add);
    ArrayNode cells = node.putArray("cells");
    for (int person = 0; person < plan.people().size(); person++) {
      for (int product = 0; product < plan.products().size(); product++) {
        for (int month = 0; month < plan.months().size(); month++) {
          cells.add(
              cell(
                  plan.cell(
                      plan.people().get(person),
                      plan.products().get(product),
                      plan.months().get(month).name())));
        }
      }
    }
    ArrayNode findings = node.putArray("findings");
    result
        .planFindings()
        .forEach(
            finding ->
                findings.add(
                    Json.explained(finding, result.planFindings(), result.organization())));
    result.assignment().ifPresent(both -> node.set("assignment", assignment(both)));
    result.outlook().ifPresent(outlook -> OutlookJson.put(outlook, node));
    return node;
  }

  /** A cell with its weight and the parts it was rounded in. */
  private static ObjectNode cell(PlanCell cell) {
    ObjectNode node = Json.object();
    node.put("person", cell.person());
    node.put("product", cell.product());
    node.put("month", cell.month().name());
    node.put("amount", cell.amount());
    if (cell.amount() > 0) {
      node.put("weight", cell.why().weight());
      ArrayNode steps = node.putArray("steps");
      for (PlanReason.Portion portion : cell.why().portions()) {
        steps
            .addObject()
            .put("part", portion.part().toString())
            .put("share", portion.share())
            .put("amount", portion.amount());
      }
    }
    return node;
  }

  private static ObjectNode scorecard(Scorecard card) {
    ObjectNode node = Json.object();
    node.put("scope", card.scope().toString());
    node.put("name", card.name());
    ArrayNode figures = node.putArray("figures");
    for (Scorecard.Figure figure : card.figures()) {
      ObjectNode entry = figures.addObject();
      entry.set("kpi", Json.kpi(figure.kpi()));
      entry.set("measure", Json.measure(figure.measure()));
    }
    return node;
  }

  private static ObjectNode funnel(FunnelView funnel) {
    ObjectNode node = Json.object();
    node.put("scope", funnel.scope().toString());
    node.put("cohort", funnel.cohort().name());
    node.put("deals", funnel.deals());
    node.put("unstaged", funnel.unstaged());
    node.put("won", funnel.won());
    node.set("wonRate", Json.measure(funnel.wonRate()));
    ArrayNode steps = node.putArray("steps");
    for (FunnelView.Step step : funnel.steps()) {
      ObjectNode entry = steps.addObject();
      entry.put("stage", step.stage());
      entry.put("reached", step.reached());
      entry.put("implied", step.implied());
      entry.put("converted", step.converted());
      entry.put("dropped", step.dropped());
      entry.put("pending", step.pending());
      entry.set("stepRate", Json.measure(step.stepRate()));
      entry.set("totalRate", Json.measure(step.totalRate()));
      entry.set("medianDays", Json.measure(step.medianDays()));
    }
    return node;
  }

  private static ObjectNode waterfall(PeriodMovement movement) {
    Waterfall waterfall = movement.waterfall();
    ObjectNode node = Json.object();
    node.put("basis", movement.basis().name());
    node.put("valued", movement.valued());
    node.put("from", waterfall.from().toString());
    node.put("to", waterfall.to().toString());
    ArrayNode steps = node.putArray("steps");
    ReviewSection.moves(waterfall)
        .forEach(
            move ->
                steps
                    .addObject()
                    .put("step", move.key())
                    .put("count", move.count())
                    .put("amount", move.amount()));
    return node;
  }

  private static ObjectNode peer(PeerComparison comparison) {
    ObjectNode node = Json.object();
    node.put("person", comparison.person());
    node.put("name", comparison.personName());
    node.put("metric", comparison.metric().toString());
    node.set("observed", Json.measure(comparison.observed()));
    Json.put(node, "expected", comparison.expected());
    node.set("standardised", Json.measure(comparison.standardised()));
    node.set("company", Json.measure(comparison.company()));
    node.put("test", comparison.test());
    Json.put(node, "pValue", comparison.pValue());
    Json.put(node, "adjustedPValue", comparison.adjustedPValue());
    node.put("verdict", comparison.verdict().name());
    node.put("unmixedVerdict", comparison.unmixedVerdict().name());
    comparison.moreNeeded().ifPresent(more -> node.put("moreNeeded", more));
    return node;
  }

  private static ObjectNode note(Note note) {
    ObjectNode node = Json.object();
    node.put("person", note.person());
    node.put("name", note.personName());
    ArrayNode strengths = node.putArray("strengths");
    note.strengths().forEach(finding -> strengths.add(Json.finding(finding)));
    ArrayNode points = node.putArray("developmentPoints");
    for (DevelopmentPoint point : note.developmentPoints()) {
      ObjectNode entry = points.addObject();
      entry.set("finding", Json.finding(point.finding()));
      point.training().ifPresent(training -> entry.put("training", training.id()));
      entry.put("owner", point.owner());
      entry.put("due", point.due().toString());
      entry
          .putObject("check")
          .put("id", point.check().id())
          .put("version", point.check().version());
    }
    ArrayNode explained = node.putArray("explained");
    note.explained().forEach(finding -> explained.add(Json.finding(finding)));
    ArrayNode undecided = node.putArray("undecided");
    note.undecided().forEach(finding -> undecided.add(Json.finding(finding)));
    ArrayNode inLine = node.putArray("inLine");
    note.inLine().forEach(metric -> inLine.add(metric.toString()));
    ObjectNode text = node.putObject("text");
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      ArrayNode sections = text.putArray(locale.getLanguage());
      note.sections(locale)
          .forEach(
              section -> {
                ObjectNode entry = sections.addObject();
                entry.put("heading", section.heading());
                ArrayNode items = entry.putArray("items");
                section.items().forEach(item -> items.add(item.text()));
              });
    }
    return node;
  }
}
