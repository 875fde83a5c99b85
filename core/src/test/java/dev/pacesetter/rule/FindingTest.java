package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Bundles;
import dev.pacesetter.testing.Business;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
  private final FewDeals rule = new FewDeals("few");
  private final Finding finding = RuleBook.of(List.of(rule)).evaluate(3).get(0);

  private Finding.Builder rate(Measure rate) {
    Finding.Builder builder = Finding.by(rule, FewDeals.PHRASES);
    builder
        .verdict(Verdict.WARN)
        .reason("rate")
        .subject(Scope.company())
        .subjectName("")
        .putWord("product", "GTX {Pro}")
        .addEvidence(
            Evidence.builder()
                .name("rate")
                .kpi(KpiVersion.of(Kpis.WIN_RATE))
                .period(Business.empty().period("FY2026-Q3"))
                .observed(rate)
                .expected(0.4)
                .build());
    return builder;
  }

  @Test
  void cannotBeBuiltWithoutEvidence() {
    Finding.Builder bare = Finding.by(rule, FewDeals.PHRASES);
    bare.verdict(Verdict.FAIL).reason("few").subject(Scope.person("ana")).subjectName("Ana");
    assertThatIllegalArgumentException()
        .isThrownBy(bare::build)
        .withMessage(
            "finding 'few' of rule few about person=ana has no evidence; at least one number is"
                + " needed");
  }

  @Test
  void cannotBeBuiltWithoutAVerdict() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Finding.builder().build())
        .withMessageContaining("verdict");
  }

  @Test
  void knowsItsRule() {
    assertThat(finding.ruleId()).isEqualTo("few");
    assertThat(finding.ruleVersion()).isEqualTo(2);
  }

  @Nested
  class Text {
    @Test
    void isSaidInBothLanguages() {
      assertThat(finding.title(Locale.ENGLISH)).isEqualTo("Deals");
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo("Ana Silva has 3 deals, at least 5 are wanted.");
      assertThat(finding.explain(Locale.CHINA)).isEqualTo("Ana Silva 有 3 个商机,至少需要 5 个。");
    }

    @Test
    void saysWhatToDoWhereSomethingIsWritten() {
      assertThat(finding.repair(Locale.ENGLISH)).hasValue("Find more than 3.");
      assertThat(RuleBook.of(List.of(rule)).evaluate(9).get(0).repair(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void namesTheMetricInTheLanguageAndThePeriod() {
      Finding finding = rate(Measure.of(0.25, Unit.RATIO, 40)).build();
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo("Win rate in FY2026-Q3: 25.0% (n = 40), expected 40.0%, product GTX {Pro}.");
      assertThat(finding.explain(Locale.CHINESE))
          .isEqualTo("FY2026-Q3 的赢单率:25.0%(n = 40),预期 40.0%,产品 GTX {Pro}。");
    }

    @Test
    void showsADashForWhatIsNotKnown() {
      assertThat(
              rate(Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED))
                  .build()
                  .explain(Locale.ENGLISH))
          .contains(": – (n = 0)");
    }

    @Test
    void isTheSameWhateverTheMachineSpeaks() {
      for (Locale locale :
          List.of(Locale.GERMANY, Locale.CHINA, Locale.forLanguageTag("ar-EG-u-nu-arab"))) {
        assertThat(Bundles.under(locale, () -> finding.explain(Locale.ENGLISH)))
            .isEqualTo("Ana Silva has 3 deals, at least 5 are wanted.");
      }
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
      assertThat(Bundles.keys(FewDeals.PHRASES, Locale.CHINESE))
          .isEqualTo(Bundles.keys(FewDeals.PHRASES, Locale.ENGLISH));
    }
  }

  @Nested
  class Numbers {
    @Test
    void areFoundByName() {
      assertThat(finding.evidence("deals").observed().value()).isEqualTo(3);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> finding.evidence("visits"))
          .withMessage("finding of few has no evidence 'visits'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "win.rate", "win rate", "rate2", "率"})
    void areNamedInLetters(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Evidence.builder().name(name).observed(Measure.of(1, Unit.COUNT, 1)).build())
          .withMessage("evidence is named '" + name + "'; only letters are allowed");
    }
  }

  @Test
  void mayBeExplainedByAnEarlierOneAndStaysWhatItWas() {
    Finding explained = finding.explainedBy("quality.R33");
    assertThat(explained.explainedBy()).hasValue("quality.R33");
    assertThat(explained.evidence()).isEqualTo(finding.evidence());
    assertThat(finding.explainedBy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, PASS",
    "PASS, UNDECIDED, UNDECIDED",
    "UNDECIDED, WARN, WARN",
    "FAIL, WARN, FAIL"
  })
  void theWorseOfTwoVerdictsIsTheMoreSevere(Verdict one, Verdict other, Verdict worse) {
    assertThat(one.worse(other)).isEqualTo(worse);
    assertThat(other.worse(one)).isEqualTo(worse);
  }
}
