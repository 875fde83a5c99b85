package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.OptionalDouble;

/** What the rules about pace have in common. */
abstract class PaceRule implements Rule<Watched> {
  static final String TOLERANCE = "tolerance";
  static final String ELAPSED = "elapsed";
  static final String DEALS = "deals";

  static final ImmutableList<Parameter> COMMON =
      ImmutableList.of(
          new Parameter(TOLERANCE, Pace.TOLERANCE, 0, 0.5),
          new Parameter(ELAPSED, 0.1, 0, 1),
          new Parameter(DEALS, 2, 0, 1000));

  private final String id;
  private final ImmutableList<Parameter> parameters;

  PaceRule(String id, ImmutableList<Parameter> parameters) {
    this.id = id;
    this.parameters = parameters;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int version() {
    return 1;
  }

  @Override
  public final ImmutableList<Parameter> parameters() {
    return parameters;
  }

  /** Whether a scope is exactly one team, person or product. */
  static boolean isOne(Watched part, Dimension dimension) {
    var conditions = part.pace().scope().conditions();
    return conditions.size() == 1 && conditions.containsKey(dimension);
  }

  /** Says why there is nothing to judge, such as being on pace. */
  final Hurdle hurdle(Watched part, Dimension dimension, Settings settings) {
    if (!isOne(part, dimension)) {
      return new Hurdle(Verdict.PASS, "other");
    }
    Pace pace = part.pace();
    if (pace.pace().isEmpty()) {
      return new Hurdle(Verdict.UNDECIDED, "nothingExpected");
    }
    if (pace.progress().share() < settings.get(ELAPSED)) {
      return new Hurdle(Verdict.UNDECIDED, "tooEarly");
    }
    if (pace.status(settings.get(TOLERANCE)) != PaceStatus.BEHIND) {
      return new Hurdle(Verdict.PASS, "onPace");
    }
    if (part.report().expectedDeals(pace) < settings.get(DEALS)) {
      return new Hurdle(Verdict.UNDECIDED, "tooFewDeals");
    }
    return Hurdle.NONE;
  }

  /** A verdict before the rule's own question comes up, or none. */
  record Hurdle(Verdict verdict, String reason) {
    static final Hurdle NONE = new Hurdle(Verdict.PASS, "");

    boolean isPresent() {
      return !reason.isEmpty();
    }
  }

  final Finding finding(
      Watched part, Verdict verdict, String reason, Settings settings, Evidence... more) {
    return draft(part, verdict, reason, settings).addEvidence(more).build();
  }

  final Finding.Builder draft(Watched part, Verdict verdict, String reason, Settings settings) {
    return Finding.by(this, MonitorRules.PHRASES)
        .verdict(verdict)
        .reason(reason)
        .subject(part.pace().scope())
        .subjectName(part.report().facts().organization().nameOf(part.pace().scope()))
        .addEvidence(
            actual(part, settings),
            pace(part, settings),
            needed(part),
            elapsed(part, settings),
            deals(part, settings));
  }

  private static Evidence.Builder about(Watched part, String name) {
    return Evidence.builder()
        .name(name)
        .kpi(KpiVersion.of(part.report().plan().kpi()))
        .scope(part.pace().scope())
        .period(part.report().plan().period());
  }

  /** Actual against what is expected to date. */
  private static Evidence actual(Watched part, Settings settings) {
    Pace pace = part.pace();
    Evidence.Builder actual =
        about(part, "actual")
            .currency(part.report().plan().currency())
            .observed(Measure.of((double) pace.actual(), unit(part), pace.credits()))
            .expected(pace.planned());
    if (settings.values().containsKey(TOLERANCE)) {
      actual.limit(pace.planned() * (1 - settings.get(TOLERANCE)));
    }
    return actual.build();
  }

  private static Evidence pace(Watched part, Settings settings) {
    Pace pace = part.pace();
    Evidence.Builder ratio =
        about(part, "pace").observed(measure(pace.pace(), Unit.RATIO, pace.credits())).expected(1);
    if (settings.values().containsKey(TOLERANCE)) {
      ratio.limit(1 - settings.get(TOLERANCE));
    }
    return ratio.build();
  }

  /** What each remaining working day must bring; n is the number of days. */
  private static Evidence needed(Watched part) {
    Evidence.Builder needed =
        about(part, "needed")
            .currency(part.report().plan().currency())
            .observed(
                measure(
                    part.pace().neededPerDay(), unit(part), part.pace().progress().remaining()));
    part.pace()
        .projection()
        .ifPresent(
            ignored ->
                needed.expected((double) part.pace().actual() / part.pace().progress().elapsed()));
    return needed.build();
  }

  private static Evidence elapsed(Watched part, Settings settings) {
    Progress progress = part.pace().progress();
    Evidence.Builder elapsed =
        Evidence.builder()
            .name(ELAPSED)
            .period(part.report().plan().period())
            .observed(Measure.of(progress.share(), Unit.RATIO, progress.days()));
    if (settings.values().containsKey(ELAPSED)) {
      elapsed.limit(settings.get(ELAPSED));
    }
    return elapsed.build();
  }

  /** How many deals are expected to date; below a few, one deal more or less decides. */
  private static Evidence deals(Watched part, Settings settings) {
    double expected = part.report().expectedDeals(part.pace());
    Evidence.Builder deals =
        about(part, DEALS)
            .observed(
                expected == Double.MAX_VALUE
                    ? Measure.noData(Unit.COUNT, part.pace().credits(), NoData.NOTHING_OBSERVED)
                    : Measure.of(expected, Unit.COUNT, part.pace().credits()));
    if (settings.values().containsKey(DEALS)) {
      deals.limit(settings.get(DEALS));
    }
    return deals.build();
  }

  private static Unit unit(Watched part) {
    return part.report().plan().kpi().unit();
  }

  private static Measure measure(OptionalDouble value, Unit unit, int n) {
    return value.isPresent()
        ? Measure.of(value.getAsDouble(), unit, n)
        : Measure.noData(unit, n, NoData.NOTHING_OBSERVED);
  }
}
