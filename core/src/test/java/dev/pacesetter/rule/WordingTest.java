package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final Wording WORDING =
      Wording.of(
              Text.of("Visits", "拜访"),
              Text.of(
                  "{subject} doesn't visit often: {visits.observed}"
                      + " {visits.observed,choice,0#visits|1#visit|1<visits}.",
                  "{subject}拜访太少：{visits.observed} 次。"))
          .withRepair(Text.of("Plan {visits.limit}.", "请安排 {visits.limit} 次。"));

  /** As a host application would write one. */
  private record Visits(Wording wording) implements Rule<Integer> {
    @Override
    public String id() {
      return "own.visits";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public ImmutableList<Parameter> parameters() {
      return ImmutableList.of(new Parameter("least", 4, 0, 10));
    }

    @Override
    public Finding evaluate(Integer visits, Settings settings) {
      return Finding.by(this, wording)
          .verdict(visits < settings.get("least") ? Verdict.WARN : Verdict.PASS)
          .reason("visits")
          .subject(Scope.person("wei"))
          .subjectName("王伟")
          .addEvidence(
              Evidence.builder()
                  .name("visits")
                  .observed(Measure.of(visits, Unit.COUNT, visits))
                  .limit(settings.get("least"))
                  .build())
          .build();
    }
  }

  private final Finding finding = RuleBook.of(List.of(new Visits(WORDING))).evaluate(1).get(0);

  @Test
  void isSaidWithoutABundle() {
    assertThat(finding.title(Locale.CHINESE)).isEqualTo("拜访");
    assertThat(finding.explain(Locale.ENGLISH)).isEqualTo("王伟 doesn't visit often: 1 visit.");
    assertThat(finding.explain(Locale.CHINESE)).isEqualTo("王伟拜访太少：1 次。");
    assertThat(finding.repair(Locale.ENGLISH)).hasValue("Plan 4.");
    assertThat(finding.repair(Locale.CHINESE)).hasValue("请安排 4 次。");
  }

  @Test
  void needsNoRepair() {
    Wording bare = Wording.of(Text.of("Visits"), Text.of("{visits.observed}"));
    assertThat(RuleBook.of(List.of(new Visits(bare))).evaluate(9).get(0).repair(Locale.ENGLISH))
        .isEmpty();
  }

  @Test
  void namesOnlyNumbersThatAreThere() {
    Wording wrong = Wording.of(Text.of("Visits"), Text.of("{calls.observed}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleBook.of(List.of(new Visits(wrong))).evaluate(9))
        .withMessageStartingWith(
            "finding 'visits' of rule own.visits is worded with {calls.observed}; known are [")
        .withMessageContaining("visits.observed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{visits", "{0}", "{}", "{ visits}", "{visits,nothing}"})
  void isAPhrase(String phrase) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wording.of(Text.of("Visits"), Text.of(phrase)))
        .withMessageStartingWith("the phrase '" + phrase + "' cannot be read: ");
  }

  @Test
  void standsInPlaceOfABundleAndNotBesideOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Finding.builder().from(finding).phrases(FewDeals.PHRASES).build())
        .withMessageContaining("it must have one of both");
  }
}
