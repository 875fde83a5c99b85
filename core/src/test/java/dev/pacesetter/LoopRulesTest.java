package dev.pacesetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.RuleBook;
import dev.pacesetter.rule.RuleFile;
import dev.pacesetter.rule.RuleFileException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopRulesTest {
  private final LoopRules standard = LoopRules.standard();

  @Test
  void areChangedByOneFileInAllBooks() {
    LoopRules changed =
        standard.with(
            RuleFile.parse(
                "all.yaml",
                """
                rules:
                  smart.A2: {from: 0.4}
                  monitor.person.behind: {tolerance: 0.1}
                  plan.dependence: {share: 0.5}
                  mix.win-rate: {share: 0.6}
                  data.losses: off
                """));

    assertThat(changed.smart().book().settingsOf("smart.A2").get("from")).isEqualTo(0.4);
    assertThat(changed.monitor().rules().settingsOf("monitor.person.behind").get("tolerance"))
        .isEqualTo(0.1);
    assertThat(changed.plan().settingsOf("plan.dependence").get("share")).isEqualTo(0.5);
    assertThat(changed.round().rules().settingsOf("mix.win-rate").get("share")).isEqualTo(0.6);
    assertThat(changed.round().dataRules().switchedOff())
        .extracting(Rule::id)
        .containsExactly("data.losses");
  }

  @Test
  void refuseAFileAboutARuleThatNoBookHas() {
    assertThatExceptionOfType(RuleFileException.class)
        .isThrownBy(() -> standard.with(RuleFile.parse("all.yaml", "rules: {smart.A20: off}")))
        .withMessageContaining("did you mean smart.A2, ");
  }

  @Test
  void haveEachIdInOneBook() {
    Set<String> ids = new HashSet<>();
    for (RuleBook<?> book : standard.books()) {
      book.rules().forEach(rule -> assertThat(ids.add(rule.id())).as(rule.id()).isTrue());
    }
    assertThat(ids).hasSizeGreaterThan(30);
  }
}
