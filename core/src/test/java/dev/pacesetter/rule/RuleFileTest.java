package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.rule.RuleProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {
  private static final String NAME = "rules.yaml";

  private final RuleBook<Integer> book =
      RuleBook.of(List.of(new FewDeals("few"), new FewDeals("another")));
  private final ImmutableList<RuleBook<?>> books = ImmutableList.of(book);

  private RuleBook<Integer> changed(String text) {
    return book.with(RuleFile.parse(NAME, text));
  }

  private ImmutableList<RuleProblem> problems(String text) {
    return catchThrowableOfType(RuleFileException.class, () -> RuleFile.parse(NAME, text, books))
        .problems();
  }

  private RuleProblem problem(String text) {
    ImmutableList<RuleProblem> problems = problems(text);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Nested
  class AFile {
    @Test
    void changesTheParametersItNames() {
      assertThat(changed("rules:\n  few: {least: 3}\n").settingsOf("few").values())
          .isEqualTo(Map.of("least", 3.0, "doubt", 2.0));
    }

    @Test
    void mayBeJson() {
      assertThat(
              changed("{\"rules\": {\"few\": {\"least\": 3.5e0}, \"another\": \"off\"}}")
                  .evaluate(4))
          .extracting(Finding::ruleId, Finding::verdict)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("few", Verdict.PASS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "'off'", "false"})
    void switchesARuleOff(String off) {
      RuleBook<Integer> changed = changed("rules: {few: " + off + "}");
      assertThat(changed.rules()).extracting(Rule::id).containsExactly("another");
      assertThat(changed.switchedOff()).extracting(Rule::id).containsExactly("few");
      assertThat(changed.evaluate(3)).extracting(Finding::ruleId).containsExactly("another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "\"on\"", "true"})
    void switchesARuleOnThatAnotherFileSwitchedOff(String on) {
      RuleBook<Integer> off = changed("rules: {few: off}");
      assertThat(off.with(RuleFile.parse(NAME, "rules: {few: " + on + "}")).evaluate(3))
          .isEqualTo(book.evaluate(3));
    }

    @Test
    void mayBeEmptyOfRules() {
      assertThat(changed("rules: {}").evaluate(3)).isEqualTo(book.evaluate(3));
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
      byte[] text = "\uFEFFrules: {few: off}".getBytes(StandardCharsets.UTF_8);
      assertThat(RuleFile.read(NAME, new ByteArrayInputStream(text), books).ruleIds())
          .containsExactly("few");
    }

    @Test
    void isCalledAsOnDisk(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("own.yaml"), "rules: {few: {least: 0}}");
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(() -> RuleFile.read(file, books))
          .withMessage(
              "own.yaml, line 1, column 22: “few.least” is 0; allowed: a number from 1 to 100");
    }
  }

  @Nested
  class AProblem {
    @Test
    void namesPlaceKeyValueAndWhatIsAllowed() {
      RuleProblem problem = problem("rules:\n  few:\n    least: 200\n");
      assertThat(problem.file()).isEqualTo(NAME);
      assertThat(problem.line()).isEqualTo(3);
      assertThat(problem.column()).isEqualTo(12);
      assertThat(problem.kind()).isEqualTo(Kind.OUT_OF_RANGE);
      assertThat(problem.key()).isEqualTo("few.least");
      assertThat(problem.value()).isEqualTo("200");
      assertThat(problem.allowed().in(Locale.ENGLISH)).isEqualTo("a number from 1 to 100");
    }

    @Test
    void isSaidInChineseToo() {
      assertThat(problem("rules:\n  few:\n    least: 200\n").in(Locale.CHINESE))
          .isEqualTo("rules.yaml，第 3 行第 12 列：“few.least”的值为 200；允许：1 到 100 之间的数字");
    }

    @Test
    void isToldTogetherWithAllOthersInTheOrderOfTheFile() {
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(
              () ->
                  RuleFile.parse(
                      NAME,
                      """
                      rules:
                        few: {least: none, most: 3, doubt: 9}
                        fwe: off
                        another: no
                        another: on
                      tunes: {}
                      """,
                      books))
          .withMessage(
              """
              rules.yaml, line 2, column 16: “few.least” is “none”, which is no number; allowed: a decimal number without quotes, such as 0.5
              rules.yaml, line 2, column 22: there is no parameter “few.most”, whose value is “3”; allowed: least, doubt
              rules.yaml, line 2, column 38: “few.doubt” is 9; allowed: a number from 0 to 4
              rules.yaml, line 3, column 3: there is no rule “fwe”, whose value is “off”; allowed: few, another
              rules.yaml, line 4, column 12: “another” is “no”; allowed: on, off, or a group of parameters, such as {from: 0.5}
              rules.yaml, line 5, column 3: “another” is there twice, the second time with “on”; allowed: each key once; the first one stands in line 4
              rules.yaml, line 6, column 1: there is no key “tunes”, whose value is “{…}”; allowed: the key “rules” with a group of rules, such as rules: {smart.R5: off}""");
    }

    @Test
    void suggestsWhatWasMeant() {
      assertThat(problem("rules: {anoher: off}").allowed().in(Locale.ENGLISH))
          .isEqualTo("did you mean another?");
      assertThat(problem("rules: {few: {Laest: 3}}").allowed().in(Locale.ENGLISH))
          .isEqualTo("did you mean least?");
      assertThat(problem("rules: {something.else: off}").allowed().in(Locale.CHINESE))
          .isEqualTo("few、another");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "rules: {few: {least: 3} | SYNTAX | 1",
          "rules:\\n\\tfew: off | SYNTAX | 2",
          "rules: {few: {least: *x}} | NOT_PLAIN | 1",
          "rules: &x {few: off} | NOT_PLAIN | 1",
          "rules: {few: !!str off} | NOT_PLAIN | 1",
          "rules: {few: off}\\n---\\nrules: {few: on} | NOT_PLAIN | 2",
          "rules: {few: off, few: off} | DUPLICATE | 1",
          "rules: {few: {least: 3, least: 3}} | DUPLICATE | 1",
          "rules: {few: } | SHAPE | 1",
          "rules: {few: no} | SHAPE | 1",
          "rules: {few: Off} | SHAPE | 1",
          "rules: {few: 3} | SHAPE | 1",
          "rules: {few: [off]} | SHAPE | 1",
          "rules: {[few]: off} | SHAPE | 1",
          "rules: off | SHAPE | 1",
          "few: off | UNKNOWN_KEY | 1",
          "'' | SHAPE | 1",
          "# nothing | SHAPE | 1",
          "[] | SHAPE | 1",
          "rules: {few: {least: '3'}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: 1_0}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: 1:30}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: 0x10}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: 5%}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: .nan}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: .inf}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: }} | NOT_A_NUMBER | 1",
          "rules: {few: {least: yes}} | NOT_A_NUMBER | 1",
          "rules: {few: {least: 1e999}} | OUT_OF_RANGE | 1",
          "rules: {few: {least: -0}} | OUT_OF_RANGE | 1",
          "rules: {few: {most: 1}} | UNKNOWN_PARAMETER | 1",
          "rules: {<<: off} | UNKNOWN_RULE | 1",
        })
    void hasItsKindAndLine(String text, Kind kind, int line) {
      assertThat(problems(text.replace("\\n", "\n").replace("\\t", "\t")))
          .anySatisfy(
              problem -> {
                assertThat(problem.kind()).isEqualTo(kind);
                assertThat(problem.line()).isEqualTo(line);
                assertThat(problem.in(Locale.CHINESE)).contains("允许：").doesNotContain("\n");
              });
    }

    @Test
    void isABombOfAliases() {
      StringBuilder bomb = new StringBuilder("a0: &a0 {few: off}\n");
      for (int level = 1; level < 60; level++) {
        bomb.append(
            "a%d: &a%d [%s]\n".formatted(level, level, "*a%d, ".formatted(level - 1).repeat(9)));
      }
      assertThat(problems(bomb.toString()))
          .extracting(RuleProblem::kind)
          .containsOnly(Kind.NOT_PLAIN);
    }

    @Test
    void isDepth() {
      assertThat(problem("rules: " + "[".repeat(100_000)).kind()).isEqualTo(Kind.TOO_DEEP);
      assertThat(problem("rules: " + "{a: ".repeat(10_000)).kind()).isEqualTo(Kind.TOO_DEEP);
    }

    @Test
    void isSize() throws IOException {
      assertThat(problem("#".repeat(1_000_001)).in(Locale.ENGLISH))
          .isEqualTo(
              "rules.yaml, line 1, column 1: the file is too large; allowed: at most 1,000,000"
                  + " bytes");
      ByteArrayInputStream endless = new ByteArrayInputStream(new byte[3_000_000]);
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(() -> RuleFile.read(NAME, endless, books));
      assertThat(endless.available()).as("not read to the end").isPositive();
    }

    @Test
    void isAnotherEncoding() {
      byte[] latin = "rules:\n  # weiß ü\n".getBytes(StandardCharsets.ISO_8859_1);
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(() -> RuleFile.read(NAME, new ByteArrayInputStream(latin), books))
          .withMessage(
              "rules.yaml, line 2, column 8: the byte 0xDF is not UTF-8; allowed: text in UTF-8");
    }

    @Test
    void isASignThatCannotBeSeen() {
      assertThat(problem("rules:\n  few\u0000: off").in(Locale.ENGLISH))
          .startsWith("rules.yaml, line 2, column 6: this cannot be read: U+0000");
    }

    @Test
    void isAnEscapeThatBreaksOff() {
      assertThat(problem("rules: {\"few\\u").kind()).isEqualTo(Kind.SYNTAX);
    }

    @Test
    void staysOnOneLine() {
      assertThat(problem("rules: {few: \"o\\nf\\nf" + "x".repeat(200) + "\"}").in(Locale.ENGLISH))
          .doesNotContain("\n")
          .contains("xxx…”");
    }

    @Test
    void isPrintedAHundredTimesAtMost() {
      StringBuilder many = new StringBuilder("rules:\n");
      for (int at = 0; at < 1000; at++) {
        many.append("  r").append(at).append(": off\n");
      }
      RuleFileException thrown =
          catchThrowableOfType(
              RuleFileException.class, () -> RuleFile.parse(NAME, many.toString(), books));
      assertThat(thrown.problems()).hasSize(1000);
      assertThat(thrown.in(Locale.ENGLISH).lines()).hasSize(100);
    }
  }

  @Nested
  class AHugeFile {
    private static final int SIZE = 990_000;

    private void isRefusedInTime(String start, String repeated) {
      String text =
          start + repeated.repeat(Math.max(1, (SIZE - start.length()) / repeated.length()));
      assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () ->
              assertThatExceptionOfType(RuleFileException.class)
                  .isThrownBy(() -> RuleFile.parse(NAME, text, books))
                  .satisfies(e -> assertThat(e.problems()).hasSizeLessThan(3000)));
    }

    @Test
    void ofUnknownRulesIsRefusedInTime() {
      StringBuilder rules = new StringBuilder("rules:\n");
      for (int at = 0; rules.length() < SIZE; at++) {
        rules.append("  anothe").append(at).append(": off\n");
      }
      isRefusedInTime(rules.toString(), " ");
    }

    @Test
    void ofAliasesIsRefusedInTime() {
      isRefusedInTime("rules: &a\n", "- *a\n");
    }

    @Test
    void ofOneKeyIsRefusedInTime() {
      isRefusedInTime("rules:\n", "  few: no\n");
    }

    @Test
    void ofBracketsIsRefusedInTime() {
      isRefusedInTime("rules: ", "[{");
    }

    @Test
    void ofOneWordIsRefusedInTime() {
      isRefusedInTime("rules: {few: {least: ", "1");
    }
  }

  @Nested
  class SeveralBooks {
    private final RuleBook<Integer> other = RuleBook.of(List.of(new FewDeals("third")));
    private final RuleFile file = RuleFile.parse(NAME, "rules: {few: {least: 3}, third: off}");

    @Test
    void takeTheirPart() {
      file.check(List.of(book, other));
      assertThat(book.withPartOf(file).settingsOf("few").get("least")).isEqualTo(3);
      assertThat(other.withPartOf(file).rules()).isEmpty();
    }

    @Test
    void areNeededWhereTheFileSpeaksToThem() {
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(() -> book.with(file))
          .withMessageContaining("there is no rule “third”");
    }

    @Test
    void refuseWhatDoesNotFitTheirPart() {
      RuleFile wrong = RuleFile.parse(NAME, "rules: {few: {least: 0}, third: off}");
      assertThatExceptionOfType(RuleFileException.class)
          .isThrownBy(() -> book.withPartOf(wrong))
          .withMessageContaining("few.least");
    }
  }
}
