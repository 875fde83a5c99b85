package dev.pacesetter.monitor;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/** A person or product sells, and nothing is planned for it. */
final class SoldUnplanned extends PaceRule {

  SoldUnplanned() {
    super("monitor.unplanned", ImmutableList.of());
  }

  @Override
  public Finding evaluate(Watched part, Settings settings) {
    if (!isOne(part, Dimension.PERSON) && !isOne(part, Dimension.PRODUCT)) {
      return finding(part, Verdict.PASS, "other", settings);
    }
    boolean isUnplanned = part.pace().target() == 0 && part.pace().credits() > 0;
    return isUnplanned
        ? finding(part, Verdict.WARN, "unplanned", settings)
        : finding(part, Verdict.PASS, "planned", settings);
  }
}
