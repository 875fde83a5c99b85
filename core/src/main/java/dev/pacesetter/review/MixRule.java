package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/**
 * The number differs from the company's, and the product mix is the reason: with the mix considered
 * no difference is supported, and the mix alone leads to expect most of it.
 */
final class MixRule extends PersonRule {
  private static final Parameter SHARE = new Parameter("share", 0.5, 0.1, 1);

  MixRule(Aspect aspect) {
    super("mix." + aspect.slug(), aspect);
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of(SHARE);
  }

  @Override
  Finding judge(PersonFacts facts, PeerComparison own, Settings settings) {
    boolean seems =
        own.unmixedVerdict() == PeerVerdict.ABOVE || own.unmixedVerdict() == PeerVerdict.BELOW;
    if (own.isDifferent() || !seems) {
      return inLine(facts, own);
    }
    double company = own.company().value();
    double gap = own.observed().value() - company;
    double fromMix = own.expected().orElseThrow() - company;
    return fromMix / gap >= settings.get(SHARE.name())
        ? finding(facts, own, Verdict.PASS, Diagnosis.EXPLAINS).build()
        : inLine(facts, own);
  }
}
