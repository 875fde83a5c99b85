package dev.pacesetter.review;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/** Too few deals to say anything: says how many more it takes. */
final class SampleSizeRule extends PersonRule {
  SampleSizeRule(Aspect aspect) {
    super("sample." + aspect.slug(), aspect);
  }

  @Override
  Finding judge(PersonFacts facts, PeerComparison own, Settings settings) {
    if (own.verdict() != PeerVerdict.NOT_ENOUGH_DATA) {
      return inLine(facts, own);
    }
    if (own.moreNeeded().isEmpty()) {
      return finding(facts, own, Verdict.UNDECIDED, "noPeers").build();
    }
    return finding(facts, own, Verdict.UNDECIDED, "notEnough")
        .addEvidence(
            count("known", facts, own.n()), count("missing", facts, own.moreNeeded().getAsLong()))
        .build();
  }

  private static Evidence count(String name, PersonFacts facts, long count) {
    return Evidence.builder()
        .name(name)
        .scope(facts.scope())
        .period(facts.period())
        .observed(Measure.of((double) count, Unit.COUNT, count))
        .build();
  }
}
