package dev.pacesetter.review;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.kpi.Direction;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what people are compared.
 *
 * @param kind which kind of metric
 * @param fromStage for a stage conversion, the stage that was reached; null otherwise
 * @param toStage for a stage conversion, the next stage, or null for winning; null otherwise
 */
public record PeerMetric(Kind kind, @Nullable String fromStage, @Nullable String toStage) {

  /** The kinds of comparison, in the order in which they are listed. */
  public enum Kind {
    /** {@link Kpis#WIN_RATE} by an exact binomial test. */
    WIN_RATE("win.closed.count"),
    /** {@link Kpis#AVERAGE_WON_VALUE} by a rank test within product. */
    AVERAGE_WON_VALUE("won.value.average"),
    /** {@link Kpis#SALES_CYCLE} by a rank test within product. */
    SALES_CYCLE("cycle.won.median"),
    /** {@link Kpis#DISCOUNT_RATE} by a rank test within product. */
    DISCOUNT_RATE("discount.rate"),
    /**
     * Of the deals closed in the period that ever reached a stage, skipped stages counting as
     * reached, the share that went on to the next stage or was won; by an exact binomial test.
     */
    STAGE_CONVERSION(null);

    private final @Nullable String kpi;

    Kind(@Nullable String kpi) {
      this.kpi = kpi;
    }

    /**
     * Returns the metric of the catalogue.
     *
     * @return the metric; empty for stage conversions, which exist per stage
     */
    public Optional<Kpi> kpi() {
      return Optional.ofNullable(kpi).map(Kpis::get);
    }
  }

  /**
   * Checks that exactly the stage conversions name a stage.
   *
   * @throws IllegalArgumentException if a stage is missing or too many
   */
  public PeerMetric {
    checkArgument(
        (kind == Kind.STAGE_CONVERSION) == (fromStage != null),
        "%s is compared from the stage %s; exactly a stage conversion names one",
        kind,
        fromStage);
    checkArgument(
        toStage == null || fromStage != null, "%s leads to the stage %s from none", kind, toStage);
  }

  /**
   * Returns a metric of the catalogue.
   *
   * @param kind any kind but a stage conversion
   * @return the metric
   */
  public static PeerMetric of(Kind kind) {
    return new PeerMetric(kind, null, null);
  }

  /**
   * Returns the conversion from a stage to the next.
   *
   * @param from the stage reached
   * @param to the next stage
   * @return the metric
   */
  public static PeerMetric between(String from, String to) {
    return new PeerMetric(Kind.STAGE_CONVERSION, from, to);
  }

  /**
   * Returns the conversion from the last stage to winning.
   *
   * @param from the last stage
   * @return the metric
   */
  public static PeerMetric wonFrom(String from) {
    return new PeerMetric(Kind.STAGE_CONVERSION, from, null);
  }

  /**
   * Returns which definition the number follows.
   *
   * @return the catalogue's id and version; for a conversion {@code stage.conversion/} and the
   *     stage
   */
  public KpiVersion version() {
    return kind.kpi()
        .map(KpiVersion::of)
        .orElseGet(() -> new KpiVersion("stage.conversion/" + fromStage, 1));
  }

  /**
   * Returns what the number counts.
   *
   * @return the unit
   */
  public Unit unit() {
    return kind.kpi().map(Kpi::unit).orElse(Unit.RATIO);
  }

  /**
   * Returns which way it should move.
   *
   * @return the direction
   */
  public Direction direction() {
    return kind.kpi().map(Kpi::direction).orElse(Direction.HIGHER);
  }

  /**
   * Returns what people call it.
   *
   * @param locale Chinese, or English for every other language
   * @return the name
   */
  public String name(Locale locale) {
    if (fromStage == null) {
      return kind.kpi().map(kpi -> kpi.name(locale)).orElseThrow();
    }
    Phrases phrases = Phrases.named(DiagnosisRules.PHRASES, locale);
    return toStage == null
        ? phrases.say("metric.won", fromStage)
        : phrases.say("metric.stage", fromStage, toStage);
  }

  /** Reads like {@code win.closed.count} or {@code stage.conversion/Proposal}. */
  @Override
  public String toString() {
    return version().id();
  }
}
