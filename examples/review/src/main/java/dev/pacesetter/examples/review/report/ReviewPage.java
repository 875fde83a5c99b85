package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.report.Rows.Tile;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.review.Review;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The page of one language, section by section. */
final class ReviewPage {
  private record OtherPage(String href, String language, String name) {}

  private final ReviewResult result;
  private final Review review;
  private final Wording wording;

  private ReviewPage(ReviewResult result, Wording wording) {
    this.result = result;
    this.review = result.review();
    this.wording = wording;
  }

  static String of(ReviewResult result, Locale language, ImmutableList<Locale> languages) {
    Wording wording = new Wording(language, currency(result));
    Map<String, Object> view = new HashMap<>(new ReviewPage(result, wording).head(languages));
    view.putAll(new GoalsSection(result, wording).view());
    view.putAll(new PlanSection(result, wording).view());
    view.putAll(new PaceSection(result, wording).view());
    view.putAll(new ReviewSection(result, wording).view());
    view.putAll(new PeersSection(result, wording).view());
    view.putAll(new PeopleSection(result, wording).view());
    view.putAll(new DataSection(result, wording).view());
    return HtmlPage.render(view, Charts.of(result, wording), wording);
  }

  private static Optional<CurrencyUnit> currency(ReviewResult result) {
    return Optional.of(result.review().currency().orElse(result.imported().currency()));
  }

  private Map<String, Object> head(ImmutableList<Locale> languages) {
    Map<String, Object> view = new HashMap<>();
    view.put(
        "title",
        wording.say(
            "title",
            Map.of(
                "period",
                review.period().name(),
                "source",
                result.imported().title().in(wording.language()))));
    view.put(
        "lead",
        wording.say(
            "lead",
            Map.of(
                "asOf", review.day().toString(),
                "period", review.period().name(),
                "start", review.period().start().toString(),
                "end", review.period().lastDay().toString())));
    languages.stream()
        .filter(other -> !other.equals(wording.language()))
        .findFirst()
        .ifPresent(other -> view.put("otherPage", otherPage(other)));
    view.put("tiles", tiles());
    return view;
  }

  private OtherPage otherPage(Locale other) {
    return new OtherPage(
        ReviewFiles.pageName(other),
        other.getLanguage(),
        new Wording(other, wording.currency()).say("language.name"));
  }

  private ImmutableList<Tile> tiles() {
    ImmutableList.Builder<Tile> tiles = ImmutableList.builder();
    tile(Kpis.WON_VALUE).ifPresent(tiles::add);
    tile(Kpis.ORDER_VALUE).ifPresent(tiles::add);
    tile(Kpis.WIN_RATE).ifPresent(tiles::add);
    tile(Kpis.AVERAGE_WON_VALUE).ifPresent(tiles::add);
    tile(Kpis.OPEN_COUNT).ifPresent(tiles::add);
    new GoalsSection(result, wording)
        .current().stream()
            .filter(attainment -> attainment.goal().scope().conditions().isEmpty())
            .filter(attainment -> attainment.share().isPresent())
            .filter(attainment -> GoalsSection.isReachedFromBelow(attainment.goal()))
            .findFirst()
            .map(this::attainment)
            .ifPresent(tiles::add);
    return tiles.build();
  }

  private Tile attainment(GoalAttainment attainment) {
    String target =
        wording.say("tile.target", Map.of("target", wording.target(attainment.goal().target())));
    return new Tile(
        wording.say("tile.attainment"), wording.percent(attainment.share().orElseThrow()), target);
  }

  private Optional<Tile> tile(Kpi kpi) {
    return review
        .scorecard(Scope.company())
        .flatMap(card -> card.on(kpi))
        .map(measure -> new Tile(kpi.name(wording.language()), value(measure), note(kpi, measure)));
  }

  private String value(Measure measure) {
    return measure.isPresent() && measure.unit() == Unit.MONEY
        ? wording.money(Math.round(measure.value()))
        : wording.value(measure);
  }

  private String note(Kpi kpi, Measure measure) {
    if (kpi == Kpis.OPEN_COUNT) {
      return wording.say(
          "tile.book",
          Map.of(
              "won", wording.count(review.totals().won()),
              "lost", wording.count(review.totals().lost()),
              "open", wording.count(review.totals().open())));
    }
    Optional<Interval> interval = measure.interval();
    return interval.isPresent()
        ? wording.say(
            "tile.interval",
            Map.of(
                "lower", wording.bound(interval.get().lower(), measure.unit()),
                "upper", wording.bound(interval.get().upper(), measure.unit()),
                "n", wording.count(measure.n())))
        : wording.say("tile.n", Map.of("n", wording.count(measure.n())));
  }
}
