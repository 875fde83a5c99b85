package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics with a parameter, which is part of their id. */
final class KpiFamilies {
  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "coverage.full",
          "coverage.remaining",
          "pipeline.olderThan",
          "stage.exit",
          "stage.reached",
          "stage.reentered",
          "stage.skipped",
          "win.byAge",
          "win.fromStage");

  private static final Pattern ID = Pattern.compile("([a-zA-Z.]+)\\((\\S|\\S.*\\S)\\)");
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
          case "win.fromStage" -> Kpis.winFromStage(parameter);
          case "stage.reached" -> Kpis.stageReached(parameter);
          case "stage.exit" -> Kpis.stageExit(parameter);
          case "stage.skipped" -> Kpis.stageSkipped(parameter);
          case "stage.reentered" -> Kpis.stageReentered(parameter);
          case "win.byAge" -> days ? Kpis.winByAge(Integer.parseInt(parameter)) : null;
          case "pipeline.olderThan" -> days ? Kpis.olderThan(Integer.parseInt(parameter)) : null;
          case "coverage.full" -> whole ? Kpis.coverageOfTarget(Long.parseLong(parameter)) : null;
          case "coverage.remaining" ->
              whole ? Kpis.coverageOfRemaining(Long.parseLong(parameter)) : null;
          default -> null;
        };
    return Optional.ofNullable(kpi);
  }
}
