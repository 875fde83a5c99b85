package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.FindingChange.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingDiffTest {
  private final RuleBook<Integer> book =
      RuleBook.of(List.of(new FewDeals("few"), new FewDeals("another")));

  private static FindingChange only(FindingDiff diff) {
    assertThat(diff.changes()).hasSize(1);
    return diff.changes().get(0);
  }

  @Test
  void isEmptyForEqualEvaluations() {
    FindingDiff diff = FindingDiff.between(book.evaluate(3), book.evaluate(3));
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.explain(Locale.ENGLISH).render()).isEqualTo("Nothing has changed.\n");
    assertThat(diff.explain(Locale.CHINESE).render()).isEqualTo("没有变化。\n");
  }

  @Test
  void namesWhatIsNewAndWhatIsGone() {
    ImmutableList<Finding> less = book.switchedOff("few").evaluate(3);
    FindingChange gone = only(FindingDiff.between(book.evaluate(3), less));
    assertThat(gone.kinds()).containsExactly(Kind.DISAPPEARED);
    assertThat(gone.ruleId()).isEqualTo("few");
    assertThat(only(FindingDiff.between(less, book.evaluate(3))).kinds())
        .containsExactly(Kind.APPEARED);
  }

  @Test
  void saysWhetherAVerdictIsBetterAndWhichNumbersChanged() {
    FindingDiff diff = FindingDiff.between(book.evaluate(3), book.evaluate(6));
    assertThat(diff.changes()).extracting(FindingChange::ruleId).containsExactly("another", "few");
    FindingChange change = diff.changes().get(1);
    assertThat(change.kinds()).containsExactly(Kind.BETTER, Kind.REASON, Kind.NUMBERS);
    assertThat(change.numbers()).hasSize(1);
    assertThat(change.numbers().get(0).before())
        .isEqualTo(book.evaluate(3).get(0).evidence("deals"));
    assertThat(change.reversed().kinds()).containsExactly(Kind.WORSE, Kind.REASON, Kind.NUMBERS);
  }

  @Test
  void tellsAChangeOfParametersFromAChangeOfFacts() {
    FindingDiff diff =
        FindingDiff.between(
            book.evaluate(9), book.withParameters("few", Map.of("least", 6.0)).evaluate(9));
    assertThat(only(diff).kinds()).containsExactly(Kind.NUMBERS, Kind.RULE);
    assertThat(diff.explain(Locale.ENGLISH).render())
        .isEqualTo(
            """
            1 finding has changed.
              Ana Silva – Deals (few): still: pass
                before: Ana Silva has 9 deals, at least 5 are wanted.
                now: Ana Silva has 9 deals, at least 6 are wanted.
                deals: 9; limit 5 → 9; limit 6
                parameter least: 5 → 6
            """);
    assertThat(diff.explain(Locale.CHINESE).render())
        .isEqualTo(
            """
            1 条结论有变化。
              Ana Silva – 商机（few）：仍为：通过
                此前：Ana Silva 有 9 个商机,至少需要 5 个。
                现在：Ana Silva 有 9 个商机,至少需要 6 个。
                deals：9；界限 5 → 9；界限 6
                参数 least：5 → 6
            """);
  }

  @Test
  void noticesWhatExplainsAFinding() {
    Finding finding = book.evaluate(3).get(0);
    FindingDiff diff =
        FindingDiff.between(List.of(finding), List.of(finding.explainedBy("another")));
    assertThat(only(diff).kinds()).containsExactly(Kind.EXPLANATION);
    assertThat(diff.explain(Locale.ENGLISH).render()).contains("explained by: nothing → another");
  }

  @Test
  void keepsFindingsOfTheSameRuleAndSubjectApartByName() {
    Finding ana = book.evaluate(3).get(0);
    Finding bob = named(book.evaluate(7).get(0), "Bob");
    assertThat(FindingDiff.between(List.of(ana, bob), List.of(bob, ana)).isEmpty()).isTrue();
    FindingChange change =
        only(FindingDiff.between(List.of(ana, bob), List.of(named(ana, "Bob"), ana)));
    assertThat(change.before()).isEqualTo(bob);
    assertThat(change.kinds()).contains(Kind.WORSE);
  }

  private static Finding named(Finding finding, String name) {
    return Finding.builder().from(finding).subjectName(name).build();
  }
}
