package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;

/** Losing is not recorded, so nobody's win rate is known. */
final class LossesRule implements Rule<CompanyFacts> {
  @Override
  public String id() {
    return "data.losses";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of();
  }

  @Override
  public Finding evaluate(CompanyFacts facts, Settings settings) {
    Measure rate = Kpis.WIN_RATE.measure(facts.facts(), Scope.company(), facts.period());
    boolean recorded = facts.facts().deals().recordsLosses();
    return Finding.by(this, DiagnosisRules.PHRASES)
        .verdict(recorded ? Verdict.PASS : Verdict.UNDECIDED)
        .reason(recorded ? Diagnosis.IN_LINE : Diagnosis.NOT_RECORDED)
        .subject(Scope.company())
        .subjectName("")
        .addEvidence(
            Evidence.builder()
                .name("own")
                .kpi(KpiVersion.of(Kpis.WIN_RATE))
                .period(facts.period())
                .observed(rate)
                .build())
        .build();
  }
}
