package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;

/** A rule over a number of deals: enough of them, or not. */
record FewDeals(String id) implements Rule<Integer> {
  static final String PHRASES = "dev.pacesetter.rule.deals";

  @Override
  public int version() {
    return 2;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of(new Parameter("least", 5, 1, 100), new Parameter("doubt", 2, 0, 4));
  }

  @Override
  public Finding evaluate(Integer deals, Settings settings) {
    Finding.Builder finding = Finding.by(this, PHRASES);
    return finding
        .verdict(deals >= settings.get("least") ? Verdict.PASS : Verdict.FAIL)
        .reason(deals >= settings.get("least") ? "enough" : "few")
        .subject(Scope.person("ana"))
        .subjectName("Ana Silva")
        .addEvidence(
            Evidence.builder()
                .name("deals")
                .observed(Measure.of(deals, Unit.COUNT, deals))
                .limit(settings.get("least"))
                .build())
        .build();
  }
}
