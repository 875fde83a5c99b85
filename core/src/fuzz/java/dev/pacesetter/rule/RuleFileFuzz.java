package dev.pacesetter.rule;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.LoopRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * Whatever bytes a rule file has, it is read and applied, or refused with problems that have a
 * place and a text in both languages; nothing else is thrown, and nothing takes for ever.
 */
class RuleFileFuzz {
  private static final ImmutableList<RuleBook<?>> BOOKS = LoopRules.standard().books();

  @FuzzTest(maxDuration = "10m")
  void isReadOrRefusedWithAPlace(byte[] bytes) throws IOException {
    try {
      RuleFile file = RuleFile.read("fuzz", new ByteArrayInputStream(bytes), BOOKS);
      LoopRules.standard().with(file);
    } catch (RuleFileException e) {
      for (RuleProblem problem : e.problems()) {
        if (problem.line() < 1
            || problem.column() < 1
            || problem.in(Locale.ENGLISH).contains("\n")
            || problem.in(Locale.CHINESE).contains("\n")) {
          throw new AssertionError("a problem without place or on several lines: " + problem);
        }
      }
    }
  }
}
