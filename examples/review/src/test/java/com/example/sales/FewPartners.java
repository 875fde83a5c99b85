package com.example.sales;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.review.PersonFacts;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.rule.Wording;
import dev.pacesetter.text.Text;

/** Somebody won less through partners than wanted. */
public final class FewPartners implements Rule<PersonFacts> {
  private final Kpi kpi;

  public FewPartners(Kpi kpi) {
    this.kpi = kpi;
  }

  @Override
  public String id() {
    return "own.few-partners";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of(new Parameter("least", 50_000, 0, 1e9));
  }

  @Override
  public Finding evaluate(PersonFacts facts, Settings settings) {
    Measure own = kpi.measure(facts.facts(), facts.scope(), facts.period());
    double least = settings.get("least") * 100;
    return Finding.by(
            this,
            Wording.of(
                Text.of("Few partners", "伙伴渠道偏少"),
                Text.of(
                    "{own.kpi} is {own.observed}, less than {own.limit}.",
                    "{own.kpi}为 {own.observed}，低于 {own.limit}。")))
        .verdict(own.isPresent() && own.value() < least ? Verdict.WARN : Verdict.PASS)
        .reason("few")
        .subject(facts.scope())
        .subjectName(facts.name())
        .addEvidence(
            Evidence.builder()
                .name("own")
                .kpi(KpiVersion.of(kpi))
                .scope(facts.scope())
                .period(facts.period())
                .observed(own)
                .limit(least)
                .currency(facts.currency())
                .build())
        .build();
  }
}
