package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.report.ReviewSection.Move;
import dev.pacesetter.goal.Target;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.FunnelLimits;
import dev.pacesetter.monitor.PaceCurve;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.FunnelView;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.review.PeerComparison;
import dev.pacesetter.review.PeriodMovement;
import java.util.Map;

/** The data behind the charts; the script draws what is here and computes nothing. */
final class Charts {
  /** How many points the limits are drawn through. */
  private static final int LIMIT_POINTS = 60;

  private final ReviewResult result;
  private final Wording wording;
  private final ObjectNode charts = JsonNodeFactory.instance.objectNode();

  private Charts(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  static ObjectNode of(ReviewResult result, Wording wording) {
    Charts charts = new Charts(result, wording);
    charts.words();
    charts.attainment();
    charts.pace();
    charts.funnel();
    charts.waterfall();
    charts.peers();
    return charts.charts;
  }

  private void words() {
    charts.put("language", wording.language().getLanguage());
    ObjectNode words = charts.putObject("words");
    words.put("attainment", wording.say("tile.attainment"));
    words.put("planned", wording.say("chart.planned"));
    words.put("actual", wording.say("actual"));
    words.put("converted", wording.say("funnel.converted"));
    words.put("pending", wording.say("funnel.pending"));
    words.put("lost", wording.say("funnel.lost"));
    words.put("closed", wording.say("chart.closed"));
    words.put("limit95", wording.say("chart.limit95"));
    words.put("limit998", wording.say("chart.limit998"));
  }

  private void attainment() {
    GoalsSection goals = new GoalsSection(result, wording);
    ImmutableList<GoalAttainment> current = goals.current();
    if (current.isEmpty()) {
      return;
    }
    ArrayNode rows = charts.putArray("attainment");
    for (GoalAttainment attainment : current) {
      if (attainment.share().isPresent()) {
        ObjectNode row = rows.addObject();
        String name = goals.nameOf(attainment.goal());
        row.put("name", name);
        Target target = attainment.goal().target();
        row.put("ratio", attainment.share().getAsDouble());
        row.put("reached", attainment.status() == GoalAttainment.Status.REACHED);
        target.highest().ifPresent(high -> row.put("upTo", high / target.value()));
        boolean fromBelow = GoalsSection.isReachedFromBelow(attainment.goal());
        String share = wording.percent(attainment.share().getAsDouble());
        String actual = wording.brief(attainment.actual());
        row.put("short", fromBelow ? share : actual);
        row.put(
            "label",
            fromBelow
                ? share
                : wording.say(
                    "chart.attainment.kept",
                    Map.of("actual", actual, "target", wording.briefTarget(target))));
        row.put(
            "tip",
            wording.say(
                "chart.attainment.tip",
                Map.of(
                    "name",
                    name,
                    "actual",
                    wording.value(attainment.actual()),
                    "target",
                    wording.target(target))));
      }
    }
  }

  private void pace() {
    result.pace().ifPresent(this::pace);
  }

  private void pace(PaceReport report) {
    PaceCurve curve = report.curve(Scope.company());
    boolean money = report.plan().kpi().unit() == Unit.MONEY;
    ObjectNode pace = charts.putObject("pace");
    ArrayNode days = pace.putArray("days");
    ArrayNode planned = pace.putArray("planned");
    ArrayNode actual = pace.putArray("actual");
    for (int day = 0; day < curve.planned().length(); day++) {
      days.add(curve.start().plusDays(day).toString());
      planned.add(money ? wording.major(curve.planned().get(day)) : curve.planned().get(day));
    }
    for (int day = 0; day < curve.actual().length(); day++) {
      double value = (double) curve.actual().get(day);
      actual.add(money ? wording.major(value) : value);
    }
  }

  private void funnel() {
    new ReviewSection(result, wording).funnel().ifPresent(this::funnel);
  }

  private void funnel(FunnelView funnel) {
    ArrayNode rows = charts.putArray("funnel");
    for (FunnelView.Step step : funnel.steps()) {
      ObjectNode row = rows.addObject();
      row.put("name", step.stage());
      row.put("converted", step.converted());
      row.put("pending", step.pending());
      row.put("lost", step.dropped());
    }
    ObjectNode won = rows.addObject();
    won.put("name", wording.say("funnel.won"));
    won.put("converted", funnel.won());
    won.put("pending", 0);
    won.put("lost", 0);
  }

  private void waterfall() {
    result.review().movement().ifPresent(this::waterfall);
  }

  /** Bars that stand on each other: an invisible base, and the movement above it. */
  private void waterfall(PeriodMovement movement) {
    ArrayNode rows = charts.putArray("waterfall");
    long level = 0;
    for (Move move : ReviewSection.moves(movement.waterfall())) {
      long size = movement.valued() ? move.amount() : move.count();
      long before = move.isTotal() ? 0 : level;
      long after = before + size;
      ObjectNode row = rows.addObject();
      row.put("name", wording.say("waterfall." + move.key()));
      row.put("base", plain(Math.min(before, after), movement.valued()));
      row.put("size", plain(Math.abs(size), movement.valued()));
      row.put("kind", move.isTotal() ? "total" : size >= 0 ? "plus" : "minus");
      row.put("label", text(size, movement.valued(), true));
      row.put("tip", text(size, movement.valued(), false));
      level = after;
    }
  }

  private String text(long size, boolean valued, boolean brief) {
    if (!valued) {
      return wording.count(size);
    }
    return brief ? wording.brief((double) size, Unit.MONEY) : wording.money(size);
  }

  private double plain(long size, boolean valued) {
    return valued ? wording.major((double) size) : (double) size;
  }

  private void peers() {
    ImmutableList<PeerComparison> points = new PeersSection(result, wording).winRates();
    if (points.isEmpty()) {
      return;
    }
    ObjectNode peers = charts.putObject("peers");
    double center = points.get(0).company().value();
    peers.put("center", center);
    ArrayNode dots = peers.putArray("points");
    long most = 1;
    for (PeerComparison point : points) {
      most = Math.max(most, point.n());
      ObjectNode dot = dots.addObject();
      dot.put("name", point.personName());
      dot.put("n", point.n());
      dot.put("rate", Math.min(1, point.standardised().value()));
      dot.put("status", point.verdict().name());
      dot.put("label", point.personName().replace("{", "(").replace("}", ")"));
      dot.put(
          "tip",
          wording.say(
              "peer.tip",
              Map.of(
                  "name", point.personName(),
                  "rate", wording.value(point.standardised()),
                  "observed", wording.value(point.observed()),
                  "n", wording.count(point.n()))));
    }
    limits(peers.putArray("limits"), center, most + Math.max(1, most / 10));
  }

  private static void limits(ArrayNode rows, double center, long most) {
    long last = 0;
    for (int i = 1; i <= LIMIT_POINTS; i++) {
      long n = Math.max(1, most * i / LIMIT_POINTS);
      if (n != last) {
        FunnelLimits usual = FunnelLimits.exactBinomial(center, n, 0.025).clipped();
        FunnelLimits wide = FunnelLimits.exactBinomial(center, n, 0.001).clipped();
        ObjectNode row = rows.addObject();
        row.put("n", n);
        row.put("lower95", usual.lower());
        row.put("upper95", usual.upper());
        row.put("lower998", wide.lower());
        row.put("upper998", wide.upper());
        last = n;
      }
    }
  }
}
