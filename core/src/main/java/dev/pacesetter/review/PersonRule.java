package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one comparison of a person; what is not recorded leaves it undecided. */
abstract class PersonRule implements Rule<PersonFacts> {
  private final String id;
  private final Aspect aspect;

  PersonRule(String id, Aspect aspect) {
    this.id = id;
    this.aspect = aspect;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int version() {
    return 1;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of();
  }

  @Override
  public final Finding evaluate(PersonFacts facts, Settings settings) {
    Optional<PeerComparison> comparison = aspect.of(facts);
    if (comparison.isEmpty()) {
      return Finding.by(this, DiagnosisRules.PHRASES)
          .verdict(Verdict.UNDECIDED)
          .reason(Diagnosis.NOT_RECORDED)
          .subject(facts.scope())
          .subjectName(facts.name())
          .addEvidence(
              Evidence.builder()
                  .name("own")
                  .scope(facts.scope())
                  .period(facts.period())
                  .observed(Measure.noData(Unit.COUNT, 0, NoData.NOT_RECORDED))
                  .build())
          .build();
    }
    return judge(facts, comparison.get(), settings);
  }

  /** Judges what is recorded. */
  abstract Finding judge(PersonFacts facts, PeerComparison own, Settings settings);

  final Aspect aspect() {
    return aspect;
  }

  /** Begins a finding about the person, resting on a comparison with the expectation. */
  final Finding.Builder finding(
      PersonFacts facts, PeerComparison own, Verdict verdict, String reason) {
    Finding.Builder builder =
        Finding.by(this, DiagnosisRules.PHRASES)
            .verdict(verdict)
            .reason(reason)
            .subject(facts.scope())
            .subjectName(facts.name())
            .addEvidence(evidence("own", facts, own).build());
    builder.addEvidence(company(facts, own));
    @Nullable String stage = own.metric().fromStage();
    if (stage != null) {
      builder.putWord("stage", stage);
    }
    return builder;
  }

  final Finding inLine(PersonFacts facts, PeerComparison own) {
    return finding(facts, own, Verdict.PASS, Diagnosis.IN_LINE).build();
  }

  static Evidence.Builder evidence(String name, PersonFacts facts, PeerComparison own) {
    return Evidence.builder()
        .name(name)
        .kpi(own.metric().version())
        .scope(facts.scope())
        .period(facts.period())
        .observed(own.observed())
        .expected(own.expected())
        .test(own.test())
        .pValue(own.pValue())
        .adjustedPValue(own.adjustedPValue())
        .currency(own.metric().unit() == Unit.MONEY ? facts.currency() : Optional.empty());
  }

  private static Evidence company(PersonFacts facts, PeerComparison own) {
    return Evidence.builder()
        .name("company")
        .kpi(own.metric().version())
        .period(facts.period())
        .observed(own.company())
        .currency(own.metric().unit() == Unit.MONEY ? facts.currency() : Optional.empty())
        .build();
  }
}
