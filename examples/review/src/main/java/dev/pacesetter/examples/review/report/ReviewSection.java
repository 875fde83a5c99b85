package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.report.Rows.Cell;
import dev.pacesetter.examples.review.report.Rows.Line;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.pipeline.Movement;
import dev.pacesetter.metrics.pipeline.Waterfall;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.FunnelView;
import dev.pacesetter.review.FunnelView.Cohort;
import dev.pacesetter.review.FunnelView.Step;
import dev.pacesetter.review.PeriodMovement;
import dev.pacesetter.review.PeriodMovement.Basis;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.Scorecard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scorecards of company and teams, the funnel, and how the pipeline moved. */
final class ReviewSection {
  private record StageRow(
      String name,
      String reached,
      String implied,
      String converted,
      String lost,
      String pending,
      String step,
      String stepDetail,
      String total,
      String totalDetail) {}

  private record FunnelTable(String intro, ImmutableList<StageRow> rows) {}

  /** A line of the waterfall; what leaves the pipeline has a negative sign. */
  record Move(String key, long count, long amount, boolean isTotal) {}

  private record MoveRow(String name, String count, String value, boolean total) {}

  private record MoveTable(String intro, @Nullable String amounts, ImmutableList<MoveRow> rows) {}

  private final Wording wording;
  private final Review review;
  private final Organization organization;

  ReviewSection(ReviewResult result, Wording wording) {
    this.wording = wording;
    this.review = result.review();
    this.organization = result.organization();
  }

  Map<String, Object> view() {
    Map<String, Object> view = new HashMap<>();
    view.put(
        "reviewIntro",
        wording.say(
            "review.intro",
            Map.of(
                "start", review.period().start().toString(),
                "end", lastDay())));
    ImmutableList<Scorecard> cards =
        review.scorecards().stream()
            .filter(card -> card.scope().person().isEmpty())
            .collect(ImmutableList.toImmutableList());
    view.put(
        "cardNames",
        cards.stream()
            .map(card -> card.name().isEmpty() ? wording.say("company") : card.name())
            .toList());
    view.put("cards", figures(cards));
    if (!review.notRecorded().isEmpty()) {
      view.put(
          "notRecorded",
          wording.say(
              "not.recorded",
              Map.of(
                  "names",
                  review.notRecorded().stream()
                      .map(kpi -> kpi.name(wording.language()))
                      .collect(Collectors.joining(wording.say("list"))))));
    }
    funnel().ifPresent(funnel -> view.put("funnel", table(funnel)));
    review.movement().ifPresent(movement -> view.put("waterfall", table(movement)));
    view.put(
        "alerts",
        review.findingsAbout(Scope.company()).stream()
            .map(finding -> GoalsSection.said(finding, review.findings(), organization, wording))
            .toList());
    return view;
  }

  private String lastDay() {
    return review.day().isBefore(review.period().lastDay())
        ? review.day().toString()
        : review.period().lastDay().toString();
  }

  private ImmutableList<Line> figures(ImmutableList<Scorecard> cards) {
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    for (Scorecard.Figure figure : cards.get(0).figures()) {
      lines.add(
          new Line(
              figure.kpi().name(wording.language()),
              "",
              cards.stream()
                  .map(card -> card.on(figure.kpi()).map(this::cell).orElse(Cell.of("", "")))
                  .collect(ImmutableList.toImmutableList())));
    }
    return lines.build();
  }

  private Cell cell(Measure measure) {
    return Cell.of(wording.value(measure), wording.detail(measure));
  }

  /** The funnel of every deal of the company. */
  Optional<FunnelView> funnel() {
    return review.funnels().stream()
        .filter(funnel -> funnel.scope().conditions().isEmpty() && funnel.cohort() == Cohort.ALL)
        .findFirst();
  }

  private FunnelTable table(FunnelView funnel) {
    ImmutableList.Builder<StageRow> rows = ImmutableList.builder();
    for (Step step : funnel.steps()) {
      rows.add(
          new StageRow(
              step.stage(),
              wording.count(step.reached()),
              wording.count(step.implied()),
              wording.count(step.converted()),
              wording.count(step.dropped()),
              wording.count(step.pending()),
              wording.value(step.stepRate()),
              wording.detail(step.stepRate()),
              wording.value(step.totalRate()),
              wording.detail(step.totalRate())));
    }
    rows.add(
        new StageRow(
            wording.say("funnel.won"),
            wording.count(funnel.won()),
            "",
            "",
            "",
            "",
            "",
            "",
            wording.value(funnel.wonRate()),
            wording.detail(funnel.wonRate())));
    return new FunnelTable(
        wording.say(
            "funnel.intro",
            Map.of(
                "count", funnel.deals(),
                "asOf", review.day().toString())),
        rows.build());
  }

  /** The lines of the waterfall in the order in which they add up. */
  static ImmutableList<Move> moves(Waterfall waterfall) {
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    moves.add(move("start", waterfall.start(), 1, true));
    moves.add(move("created", waterfall.created(), 1, false));
    if (waterfall.reopened().count() > 0) {
      moves.add(move("reopened", waterfall.reopened(), 1, false));
    }
    moves.add(move("pulledIn", waterfall.pulledIn(), 1, false));
    moves.add(new Move("increased", 0, waterfall.increased().amount(), false));
    moves.add(move("won", waterfall.won(), -1, false));
    moves.add(move("lost", waterfall.lost(), -1, false));
    moves.add(new Move("decreased", 0, -waterfall.decreased().amount(), false));
    moves.add(move("pushedOut", waterfall.pushedOut(), -1, false));
    moves.add(move("end", waterfall.end(), 1, true));
    return moves.build();
  }

  private static Move move(String key, Movement movement, int sign, boolean total) {
    return new Move(key, sign * movement.count(), sign * movement.amount(), total);
  }

  private MoveTable table(PeriodMovement movement) {
    return new MoveTable(
        wording.say(
            movement.basis() == Basis.CLOSING_IN_PERIOD
                ? "waterfall.scope.due"
                : "waterfall.scope.open",
            Map.of("start", review.period().start().toString(), "end", lastDay())),
        movement.valued() ? wording.amounts() : null,
        moves(movement.waterfall()).stream()
            .map(
                move ->
                    new MoveRow(
                        wording.say("waterfall." + move.key()),
                        wording.count(move.count()),
                        movement.valued() ? wording.amount(move.amount()) : "–",
                        move.isTotal()))
            .collect(ImmutableList.toImmutableList()));
  }
}
