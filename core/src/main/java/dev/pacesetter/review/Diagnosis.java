package dev.pacesetter.review;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.RuledOut;
import dev.pacesetter.rule.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks every rule about a person and lets an earlier finding explain a later one.
 *
 * <p>A finding is mainly about the metric of its first evidence. The first finding that explains a
 * metric, leaves it undecided or warns about it settles the metric; later findings mainly about it
 * name that rule as their explanation. An explanation is said even of a metric that too few deals
 * left undecided: it takes something back and claims nothing. What nothing explains carries the
 * explanations that were looked for: what earlier rules about the same metric said instead.
 */
final class Diagnosis {
  /** The reason of a finding that says there is nothing to say. */
  static final String IN_LINE = "inLine";

  /** The reason of a finding whose metric is not recorded. */
  static final String NOT_RECORDED = "notRecorded";

  /** The reason of a finding that explains a difference by something else than the person. */
  static final String EXPLAINS = "explains";

  /** The reason of a finding about a difference that disregards the mix. */
  static final String UNMIXED = "unmixed";

  private static final ImmutableSet<String> SILENT = ImmutableSet.of(IN_LINE, NOT_RECORDED);

  private final RuleBook<PersonFacts> rules;

  Diagnosis(RuleBook<PersonFacts> rules) {
    this.rules = rules;
  }

  /** What is to be said, in the order of the rules. */
  ImmutableList<Finding> of(PersonFacts facts) {
    ImmutableList.Builder<Finding> said = ImmutableList.builder();
    Map<KpiVersion, String> settled = new HashMap<>();
    ListMultimap<KpiVersion, RuledOut> ruledOut = ArrayListMultimap.create();
    for (Finding finding : rules.evaluate(facts)) {
      Optional<String> earlier =
          finding.reason().equals(EXPLAINS) ? Optional.empty() : metric(finding).map(settled::get);
      if (finding.reason().equals(IN_LINE)) {
        metric(finding).ifPresent(metric -> ruledOut.put(metric, RuledOut.by(finding)));
      }
      if (SILENT.contains(finding.reason())
          || (finding.reason().equals(UNMIXED) && earlier.isEmpty())) {
        continue;
      }
      said.add(earlier.map(finding::explainedBy).orElseGet(() -> besides(finding, ruledOut)));
      if (earlier.isEmpty()) {
        settle(finding, facts, settled);
      }
    }
    return said.build();
  }

  /** Only what is held against somebody needs to say what else it could have been. */
  private static Finding besides(Finding finding, ListMultimap<KpiVersion, RuledOut> ruledOut) {
    return finding.verdict().compareTo(Verdict.WARN) < 0
        ? finding
        : metric(finding).map(metric -> finding.rulingOut(ruledOut.get(metric))).orElse(finding);
  }

  private static void settle(Finding finding, PersonFacts facts, Map<KpiVersion, String> settled) {
    if (finding.verdict() == Verdict.PASS && !finding.reason().equals(EXPLAINS)) {
      return;
    }
    metric(finding).ifPresent(metric -> settled.put(metric, finding.ruleId()));
    if (finding.verdict() == Verdict.UNDECIDED || finding.verdict() == Verdict.PASS) {
      return;
    }
    for (Evidence number : finding.evidence()) {
      number
          .kpi()
          .filter(metric -> isWeak(facts, metric))
          .ifPresent(metric -> settled.putIfAbsent(metric, finding.ruleId()));
    }
  }

  private static Optional<KpiVersion> metric(Finding finding) {
    return finding.evidence().get(0).kpi();
  }

  private static boolean isWeak(PersonFacts facts, KpiVersion metric) {
    return facts.comparisons().stream()
        .anyMatch(own -> own.metric().version().equals(metric) && own.isUnfavourable());
  }
}
