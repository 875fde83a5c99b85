package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/** A product is under plan because of few of its sellers: a matter of product knowledge. */
final class ProductOfFew extends PaceRule {
  static final String ID = "monitor.product.few";
  private static final String SELLERS = "sellers";
  private static final String SHARE = "share";

  ProductOfFew() {
    super(
        ID,
        ImmutableList.<Parameter>builder()
            .addAll(COMMON)
            .add(new Parameter(SELLERS, 5, 2, 1000))
            .add(new Parameter(SHARE, 0.4, 0, 0.5))
            .build());
  }

  @Override
  public Finding evaluate(Watched part, Settings settings) {
    Hurdle hurdle = hurdle(part, Dimension.PRODUCT, settings);
    if (hurdle.isPresent()) {
      return finding(part, hurdle.verdict(), hurdle.reason(), settings);
    }
    Sellers sellers = Sellers.of(part, settings.get(DEALS));
    Evidence behind =
        Evidence.builder()
            .name("behind")
            .scope(part.pace().scope())
            .period(part.report().plan().period())
            .observed(sellers.shareBehind())
            .expected(sellers.usual())
            .limit(settings.get(SHARE))
            .build();
    if (sellers.all() < settings.get(SELLERS)) {
      return finding(part, Verdict.UNDECIDED, "fewSellers", settings, behind);
    }
    if (behind.observed().value() > settings.get(SHARE)) {
      return finding(part, Verdict.PASS, "notFew", settings, behind);
    }
    return draft(part, Verdict.WARN, "few", settings)
        .addEvidence(behind, missing(part, sellers))
        .putWord("sellers", sellers.names(part.report()))
        .build();
  }

  /** What those behind lack, against what the product lacks over all. */
  private static Evidence missing(Watched part, Sellers sellers) {
    double lacking = sellers.behind().stream().mapToDouble(cell -> -cell.gap()).sum();
    return Evidence.builder()
        .name("missing")
        .scope(part.pace().scope())
        .period(part.report().plan().period())
        .currency(part.report().plan().currency())
        .observed(Measure.of(lacking, part.report().plan().kpi().unit(), sellers.behind().size()))
        .expected(-part.pace().gap())
        .build();
  }
}
