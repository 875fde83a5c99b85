package dev.pacesetter.review;

import dev.pacesetter.review.PeerMetric.Kind;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Optional;

/** The person differs from what the mix leads to expect: a strength, or something to work on. */
final class DifferenceRule extends PersonRule {
  DifferenceRule(Aspect aspect) {
    super("person." + aspect.slug(), aspect);
  }

  @Override
  Finding judge(PersonFacts facts, PeerComparison own, Settings settings) {
    if (own.isDifferent()) {
      return supported(facts, own);
    }
    if (own.unmixedVerdict() == PeerVerdict.ABOVE || own.unmixedVerdict() == PeerVerdict.BELOW) {
      // Only ever seen when the mix explains it; DiagnosisRules drops it otherwise.
      return finding(facts, own, Verdict.UNDECIDED, Diagnosis.UNMIXED).build();
    }
    return inLine(facts, own);
  }

  private Finding supported(PersonFacts facts, PeerComparison own) {
    Finding.Builder builder =
        finding(
            facts,
            own,
            own.isFavourable() ? Verdict.PASS : Verdict.WARN,
            own.verdict() == PeerVerdict.ABOVE ? "above" : "below");
    if (aspect().isStage() && own.isUnfavourable()) {
      Optional<PeerComparison> winRate =
          facts.on(Kind.WIN_RATE).filter(PeerComparison::isUnfavourable);
      winRate.ifPresent(rate -> builder.addEvidence(evidence("winRate", facts, rate).build()));
    }
    return builder.build();
  }
}
