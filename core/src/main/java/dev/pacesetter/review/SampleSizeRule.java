package dev.pacesetter.review;

import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;

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
    boolean countable = own.moreNeeded().isPresent();
    return finding(facts, own, Verdict.UNDECIDED, countable ? "notEnough" : "noPeers")
        .putWord("n", Numbers.decimal((double) own.n(), 0))
        .putWord("more", Numbers.decimal((double) own.moreNeeded().orElse(0), 0))
        .build();
  }
}
