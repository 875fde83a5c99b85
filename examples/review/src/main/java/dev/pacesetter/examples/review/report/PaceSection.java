package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.report.Rows.Said;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.monitor.Pace;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How the plan is kept, for the company, teams, products and people. */
final class PaceSection {
  private record PaceRow(
      String name,
      String kind,
      String target,
      String expected,
      String actual,
      String gap,
      String ratio,
      String status,
      String statusName) {}

  private record PaceView(
      String intro,
      ImmutableList<Said> alerts,
      @Nullable String amounts,
      ImmutableList<PaceRow> rows) {}

  private final ReviewResult result;
  private final Wording wording;

  PaceSection(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Map<String, Object> view() {
    return result
        .pace()
        .<Map<String, Object>>map(pace -> Map.of("pace", view(pace)))
        .orElse(Map.of());
  }

  private PaceView view(PaceReport report) {
    ImmutableList.Builder<PaceRow> rows = ImmutableList.builder();
    rows.add(row(report, report.whole(), "COMPANY"));
    addAll(rows, report, report.teams(), "TEAM");
    addAll(rows, report, report.products(), "PRODUCT");
    addAll(rows, report, report.people(), "PERSON");
    return new PaceView(
        wording.say(
            "pace.intro",
            Map.of(
                "asOf", report.day().toString(),
                "elapsed", report.progress().elapsed(),
                "days", report.progress().days())),
        report.findings().stream()
            .filter(finding -> finding.verdict() != Verdict.PASS)
            .filter(finding -> finding.explainedBy().isEmpty())
            .map(
                finding ->
                    GoalsSection.said(finding, report.findings(), result.organization(), wording))
            .collect(ImmutableList.toImmutableList()),
        report.plan().kpi().unit() == Unit.MONEY ? wording.amounts() : null,
        rows.build());
  }

  private void addAll(
      ImmutableList.Builder<PaceRow> rows, PaceReport report, List<Pace> paces, String kind) {
    paces.forEach(pace -> rows.add(row(report, pace, kind)));
  }

  private PaceRow row(PaceReport report, Pace pace, String kind) {
    Unit unit = report.plan().kpi().unit();
    String name = result.organization().nameOf(pace.scope());
    return new PaceRow(
        name.isEmpty() ? wording.say("company") : name,
        kind,
        amount((double) pace.target(), unit),
        amount(pace.planned(), unit),
        amount((double) pace.actual(), unit),
        amount(pace.gap(), unit),
        share(pace.pace()),
        pace.status().name(),
        wording.say("status." + pace.status()));
  }

  /** Planned amounts of a part of a month have fractions of a cent; they are shown rounded. */
  private String amount(double value, Unit unit) {
    return unit == Unit.MONEY ? wording.amount(Math.round(value)) : wording.value(value, unit);
  }

  private String share(OptionalDouble share) {
    return share.isPresent() ? wording.percent(share.getAsDouble()) : "–";
  }
}
