package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {
  private final RuleBook<Integer> book =
      RuleBook.of(List.of(new FewDeals("few"), new FewDeals("another")));

  @Test
  void asksEveryRuleInItsOrder() {
    assertThat(book.evaluate(3)).extracting(Finding::ruleId).containsExactly("few", "another");
    assertThat(book.evaluate(3)).extracting(Finding::verdict).containsOnly(Verdict.FAIL);
    assertThat(book.evaluate(5)).extracting(Finding::verdict).containsOnly(Verdict.PASS);
  }

  @Test
  void givesEqualFindingsForTheSameFacts() {
    assertThat(book.evaluate(3)).isEqualTo(book.evaluate(3));
  }

  @Nested
  class Rules {
    @Test
    void areAddedAtTheEnd() {
      assertThat(book.with(new FewDeals("third")).rules())
          .extracting(Rule::id)
          .containsExactly("few", "another", "third");
    }

    @Test
    void areThereOnlyOnce() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> book.with(new FewDeals("few")))
          .withMessage("rule few is in the book already");
    }

    @Test
    void areLeftOut() {
      assertThat(book.without("few").rules()).extracting(Rule::id).containsExactly("another");
      assertThat(book.rules()).as("the book itself stays").hasSize(2);
    }

    @Test
    void mustBeKnown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> book.without("none"))
          .withMessage("there is no rule 'none'; the book has [few, another]");
      assertThatIllegalArgumentException().isThrownBy(() -> book.settingsOf("none"));
      assertThatIllegalArgumentException().isThrownBy(() -> book.withParameters("none", Map.of()));
    }
  }

  @Nested
  class Parameters {
    @Test
    void haveTheirStandardUnlessTold() {
      assertThat(book.settingsOf("few"))
          .isEqualTo(new Settings(ImmutableSortedMap.of("least", 5.0, "doubt", 2.0)));
    }

    @Test
    void changeTheVerdictOfTheirRuleAlone() {
      RuleBook<Integer> mild = book.withParameters("few", Map.of("least", 3.0));
      assertThat(mild.evaluate(3))
          .extracting(Finding::verdict)
          .containsExactly(Verdict.PASS, Verdict.FAIL);
    }

    @Test
    void keepTheirValueWhenAnotherIsSet() {
      Settings both =
          book.withParameters("few", Map.of("least", 3.0))
              .withParameters("few", Map.of("doubt", 1.0))
              .settingsOf("few");
      assertThat(both.get("least")).isEqualTo(3);
      assertThat(both.get("doubt")).isEqualTo(1);
    }

    @Test
    void mustBeKnown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> book.withParameters("few", Map.of("most", 3.0)))
          .withMessage("rule few has no parameter 'most'; it has [doubt, least]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> book.settingsOf("few").get("most"))
          .withMessage("parameter 'most' is not among [doubt, least]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 100.01, Double.NaN, Double.POSITIVE_INFINITY})
    void mustBeAllowed(double value) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> book.withParameters("few", Map.of("least", value)))
          .withMessage("rule few: least is " + value + "; allowed are 1.0 to 100.0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "3, 1, 2", "NaN, 1, 2"})
    void haveAStandardThatIsAllowed(double standard, double lowest, double highest) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Parameter("p", standard, lowest, highest))
          .withMessage("parameter p is " + standard + " as standard; its range is 1.0 to 2.0");
    }
  }
}
