package dev.pacesetter.review;

import dev.pacesetter.review.PeerMetric.Kind;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Optional;

/**
 * Wins many and closes small: negotiation. With discounts above those of peers as well: sells on
 * price rather than on value.
 */
final class SmallDealsRule extends PersonRule {
  private final boolean onPrice;

  private SmallDealsRule(String id, boolean onPrice) {
    super(id, Aspect.VALUE);
    this.onPrice = onPrice;
  }

  static SmallDealsRule sellsOnPrice() {
    return new SmallDealsRule("pattern.sells-on-price", true);
  }

  static SmallDealsRule closesSmall() {
    return new SmallDealsRule("pattern.closes-small", false);
  }

  @Override
  Finding judge(PersonFacts facts, PeerComparison value, Settings settings) {
    Optional<PeerComparison> winsMany =
        facts.on(Kind.WIN_RATE).filter(PeerComparison::isFavourable);
    Optional<PeerComparison> discount =
        facts.on(Kind.DISCOUNT_RATE).filter(PeerComparison::isUnfavourable);
    if (!value.isUnfavourable() || winsMany.isEmpty() || (onPrice && discount.isEmpty())) {
      return inLine(facts, value);
    }
    Finding.Builder builder =
        finding(facts, value, Verdict.WARN, onPrice ? "price" : "negotiation")
            .addEvidence(evidence("winRate", facts, winsMany.get()).build());
    if (onPrice) {
      builder.addEvidence(evidence("discount", facts, discount.orElseThrow()).build());
    }
    return builder.build();
  }
}
