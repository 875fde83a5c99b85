package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.examples.review.report.Rows.Cell;
import dev.pacesetter.examples.review.report.Rows.Line;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.PeerComparison;
import dev.pacesetter.review.PeerMetric;
import dev.pacesetter.review.PeerVerdict;
import dev.pacesetter.review.Review;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everybody beside what their own mix of products would have brought. */
final class PeersSection {
  private final Review review;
  private final ImmutableSet<String> present;
  private final Wording wording;

  PeersSection(ReviewResult result, Wording wording) {
    this.review = result.review();
    this.present = result.notes().stream().map(Note::person).collect(ImmutableSet.toImmutableSet());
    this.wording = wording;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new HashMap<>();
    ImmutableSet<PeerMetric> metrics =
        review.comparisons().stream()
            .map(PeerComparison::metric)
            .collect(ImmutableSet.toImmutableSet());
    long tests =
        review.comparisons().stream().filter(comparison -> comparison.pValue().isPresent()).count();
    view.put(
        "peersIntro",
        wording.say(
            "peers.intro",
            Map.of("tests", tests, "q", wording.percent(review.settings().falseDiscoveryRate()))));
    view.put(
        "peerColumns", metrics.stream().map(metric -> metric.name(wording.language())).toList());
    view.put("peers", rows(metrics));
    view.put("peersChart", !winRates().isEmpty());
    return view;
  }

  /** The comparisons of win rates that have a rate to show. */
  ImmutableList<PeerComparison> winRates() {
    return review.comparisons(PeerMetric.of(PeerMetric.Kind.WIN_RATE)).stream()
        .filter(comparison -> comparison.standardised().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Line> rows(ImmutableSet<PeerMetric> metrics) {
    Map<String, Map<PeerMetric, PeerComparison>> people = new LinkedHashMap<>();
    review.comparisons().stream()
        .filter(comparison -> present.contains(comparison.person()))
        .forEach(
            comparison ->
                people
                    .computeIfAbsent(comparison.person(), id -> new HashMap<>())
                    .put(comparison.metric(), comparison));
    ImmutableList.Builder<Line> lines = ImmutableList.builder();
    people.forEach(
        (person, own) -> {
          ImmutableList.Builder<Cell> cells = ImmutableList.builder();
          for (PeerMetric metric : metrics) {
            PeerComparison comparison = own.get(metric);
            cells.add(comparison == null ? Cell.of("", "") : cell(comparison));
          }
          String name = own.values().iterator().next().personName();
          lines.add(new Line(name, Anchors.of(person), cells.build()));
        });
    return lines.build();
  }

  private Cell cell(PeerComparison comparison) {
    String status =
        comparison.isFavourable()
            ? PeerVerdict.ABOVE.name()
            : comparison.isUnfavourable() ? PeerVerdict.BELOW.name() : "";
    return new Cell(
        wording.value(comparison.observed()) + " · " + verdict(comparison),
        comparison.expected().isPresent()
            ? wording.say(
                "peer.detail",
                Map.of(
                    "expected",
                    wording.value(comparison.expected().getAsDouble(), comparison.metric().unit()),
                    "n",
                    wording.count(comparison.n())))
            : wording.say("detail.n", Map.of("n", wording.count(comparison.n()))),
        status);
  }

  private String verdict(PeerComparison comparison) {
    if (comparison.verdict() == PeerVerdict.NOT_ENOUGH_DATA) {
      return comparison.moreNeeded().isPresent()
          ? wording.say(
              "peer.NOT_ENOUGH_DATA",
              Map.of("more", wording.count(comparison.moreNeeded().getAsLong())))
          : wording.say("peer.TOO_FEW_PEERS");
    }
    return wording.say(isExplainedByMix(comparison) ? "peer.MIX" : "peer." + comparison.verdict());
  }

  /** Whether the review found that the products a person sells explain the difference. */
  private boolean isExplainedByMix(PeerComparison comparison) {
    return review.findingsAbout(Scope.person(comparison.person())).stream()
        .filter(finding -> finding.ruleId().startsWith("mix."))
        .filter(finding -> finding.reason().equals("explains"))
        .flatMap(finding -> finding.evidence().stream())
        .flatMap(number -> number.kpi().stream())
        .anyMatch(comparison.metric().version()::equals);
  }
}
