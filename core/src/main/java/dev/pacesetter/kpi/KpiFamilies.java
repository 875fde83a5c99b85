package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Metrics with a parameter, which is part of their id. */
final class KpiFamilies {
  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          OverAssignment.FAMILY,
          "attainment.gap",
          "attainment.people",
          "attainment.value",
          "capacity.quota",
          "coverage.full",
          "coverage.remaining",
          "cycle.fromStage",
          "pace.needed",
          "pace.value",
          "pipeline.olderThan",
          "pipeline.weighted",
          "ramp.months",
          "stage.backfilled",
          "stage.days.last",
          "stage.days.mean",
          "stage.days.median",
          "stage.days.p80",
          "stage.direct",
          "stage.exit",
          "stage.flow",
          "stage.lost",
          "stage.passed",
          "stage.reached",
          "stage.reentered",
          "stage.skipped",
          "stage.stayed",
          "stage.strict",
          "stage.visits",
          "win.byAge",
          "win.decided",
          "win.fromStage");

  private static final Pattern ID = Pattern.compile("([a-zA-Z0-9.]+)\\((\\S|\\S.*\\S)\\)");
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,11}");
  private static final int LONGEST = 6;

  private KpiFamilies() {}

  /** The metric of an id such as {@code win.byAge(90)}; empty when it is not one of these. */
  static Optional<Kpi> parse(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String parameter = matcher.group(2);
    boolean whole = WHOLE.matcher(parameter).matches();
    boolean days = whole && parameter.length() <= LONGEST;
    Kpi kpi =
        switch (matcher.group(1)) {
          case "win.fromStage" -> Kpis.stage(parameter).winRate();
          case "stage.reached" -> Kpis.stage(parameter).reached();
          case "stage.strict" -> Kpis.stage(parameter).strict();
          case "stage.passed" -> Kpis.stage(parameter).passed();
          case "stage.backfilled" -> Kpis.stage(parameter).backfilled();
          case "stage.exit" -> Kpis.stage(parameter).exit();
          case "stage.direct" -> Kpis.stage(parameter).direct();
          case "stage.flow" -> Kpis.stage(parameter).flow();
          case "stage.lost" -> Kpis.stage(parameter).lost();
          case "stage.stayed" -> Kpis.stage(parameter).stayed();
          case "stage.skipped" -> Kpis.stage(parameter).skipped();
          case "stage.reentered" -> Kpis.stage(parameter).reentered();
          case "stage.visits" -> Kpis.stage(parameter).visits();
          case "stage.days.median" -> Kpis.stage(parameter).medianDays();
          case "stage.days.p80" -> Kpis.stage(parameter).slowestFifth();
          case "stage.days.mean" -> Kpis.stage(parameter).meanDays();
          case "stage.days.last" -> Kpis.stage(parameter).lastVisitDays();
          case "cycle.fromStage" -> Kpis.stage(parameter).cycle();
          case "win.decided" -> Kpis.winDecided(parameter);
          case "win.byAge" -> days ? Kpis.winByAge(Integer.parseInt(parameter)) : null;
          case "pipeline.olderThan" -> days ? Kpis.olderThan(Integer.parseInt(parameter)) : null;
          case OverAssignment.FAMILY -> OverAssignment.parse(parameter).orElse(null);
          case "pipeline.weighted" ->
              WeightedPipeline.parse(parameter).map(Kpis::weightedPipeline).orElse(null);
          default ->
              whole ? ofTarget(matcher.group(1), Kpis.target(Long.parseLong(parameter))) : null;
        };
    return Optional.ofNullable(kpi);
  }

  private static @Nullable Kpi ofTarget(String family, TargetKpis target) {
    return switch (family) {
      case "coverage.full" -> target.coverage();
      case "coverage.remaining" -> target.coverageOfRest();
      case "attainment.value" -> target.attainment();
      case "attainment.gap" -> target.gap();
      case "attainment.people" -> target.peopleAtTarget();
      case "pace.value" -> target.pace();
      case "pace.needed" -> target.neededPerDay();
      case "capacity.quota" -> target.capacity();
      case "ramp.months" -> target.rampMonths();
      default -> null;
    };
  }
}
