package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/**
 * A product is under plan with nearly all its sellers, more of them than other products explain: a
 * cause in product, price or market rather than in people.
 */
final class ProductEverywhere extends PaceRule {
  static final String ID = "monitor.product.everywhere";
  private static final String SELLERS = "sellers";
  private static final String SHARE = "share";
  private static final String SIGNIFICANCE = "significance";

  ProductEverywhere() {
    super(
        ID,
        ImmutableList.<Parameter>builder()
            .addAll(COMMON)
            .add(new Parameter(SELLERS, 5, 2, 1000))
            .add(new Parameter(SHARE, 0.8, 0.5, 1))
            .add(new Parameter(SIGNIFICANCE, 0.05, 0.0001, 0.5))
            .build());
  }

  @Override
  public Finding evaluate(Watched part, Settings settings) {
    Hurdle hurdle = hurdle(part, Dimension.PRODUCT, settings);
    if (hurdle.isPresent()) {
      return finding(part, hurdle.verdict(), hurdle.reason(), settings);
    }
    Sellers sellers = Sellers.of(part, settings.get(DEALS));
    double adjusted = Math.min(1, sellers.pValue() * part.report().plan().products().size());
    Evidence behind =
        Evidence.builder()
            .name("behind")
            .scope(part.pace().scope())
            .period(part.report().plan().period())
            .observed(sellers.shareBehind())
            .expected(sellers.usual())
            .limit(settings.get(SHARE))
            .test("exact binomial")
            .pValue(sellers.pValue())
            .adjustedPValue(adjusted)
            .build();
    if (sellers.all() < settings.get(SELLERS)) {
      return finding(part, Verdict.UNDECIDED, "fewSellers", settings, behind);
    }
    boolean nearlyAll = behind.observed().value() >= settings.get(SHARE);
    if (nearlyAll && adjusted <= settings.get(SIGNIFICANCE)) {
      return finding(part, Verdict.WARN, "everywhere", settings, behind);
    }
    return finding(
        part, Verdict.PASS, nearlyAll ? "likeOthers" : "notEverywhere", settings, behind);
  }
}
