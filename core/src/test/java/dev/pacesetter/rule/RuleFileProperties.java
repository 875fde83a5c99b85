package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RuleFileProperties {
  private static final String GOOD =
      """
      # what we changed, and why
      rules:
        few: {least: 3.5, doubt: 1}
        another:
          least: 7
        third: off
      """;

  private final RuleBook<Integer> book =
      RuleBook.of(List.of(new FewDeals("few"), new FewDeals("another"), new FewDeals("third")));

  @Property
  void theOrderOfKeysDoesNotMatter(
      @ForAll @DoubleRange(min = 1, max = 100) double least,
      @ForAll @DoubleRange(min = 0, max = 4) double doubt,
      @ForAll Random random,
      @ForAll @IntRange(max = 20) int deals) {
    List<String> parameters = new ArrayList<>(List.of("least: " + least, "doubt: " + doubt));
    List<String> rules = new ArrayList<>(List.of("another: {least: 9}", "third: off"));
    String plain = text(parameters, rules);
    Collections.shuffle(parameters, random);
    Collections.shuffle(rules, random);

    assertThat(book.with(RuleFile.parse("b", text(parameters, rules))).evaluate(deals))
        .isEqualTo(book.with(RuleFile.parse("a", plain)).evaluate(deals));
  }

  private static String text(List<String> parameters, List<String> rules) {
    List<String> all = new ArrayList<>(rules);
    all.add(rules.get(0).startsWith("t") ? 0 : 1, "few: {" + String.join(", ", parameters) + "}");
    return "rules: {" + String.join(", ", all) + "}";
  }

  @Property
  void aFileThatRepeatsTheStandardsChangesNothing(@ForAll @IntRange(max = 20) int deals) {
    StringBuilder standards = new StringBuilder("rules:\n");
    for (Rule<Integer> rule : book.rules()) {
      standards.append("  ").append(rule.id()).append(": {");
      rule.parameters()
          .forEach(
              parameter ->
                  standards
                      .append(parameter.name())
                      .append(": ")
                      .append(parameter.standard())
                      .append(", "));
      standards.append("}\n");
    }
    assertThat(book.with(RuleFile.parse("standards", standards.toString())).evaluate(deals))
        .isEqualTo(book.evaluate(deals));
  }

  @Property
  void settingOneParameterTwiceIsSettingItLast(
      @ForAll @DoubleRange(min = 1, max = 100) double first,
      @ForAll @DoubleRange(min = 1, max = 100) double last) {
    RuleFile one = RuleFile.parse("one", "rules: {few: {least: " + first + "}}");
    RuleFile other = RuleFile.parse("other", "rules: {few: {least: " + last + "}}");
    assertThat(book.with(one).with(other).settingsOf("few"))
        .isEqualTo(book.withParameters("few", Map.of("least", last)).settingsOf("few"));
  }

  /** Whatever stands in a file, it is either read or refused with a place inside of it. */
  @Property(tries = 4000)
  void anyTextIsReadOrRefusedWithAPlace(@ForAll @From("spoilt") byte[] bytes) throws IOException {
    List<RuleBook<?>> books = ImmutableList.of(book);
    try {
      book.with(RuleFile.read("spoilt", new ByteArrayInputStream(bytes), books)).evaluate(3);
    } catch (RuleFileException e) {
      long lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().count();
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.problems())
          .allSatisfy(
              problem -> {
                assertThat((long) problem.line()).isBetween(1L, 2 * lines + 2);
                assertThat(problem.column()).isPositive();
                assertThat(problem.in(Locale.ENGLISH)).contains("allowed: ").doesNotContain("\n");
                assertThat(problem.in(Locale.CHINESE)).contains("允许").doesNotContain("\n");
              });
      assertThat(e).hasMessage(e.in(Locale.ENGLISH));
    }
  }

  @Provide
  Arbitrary<byte[]> spoilt() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "", "{", "}", "[", "]", ": ", ", ", "\n", "\n  ", "\t", "*a", "&a ", "!x ", "- ", "? ",
            "'", "\"", "#", "|\n", ">\n", "%", "@", "---\n", "...\n", "<<", "rules", "few", "least",
            "off", "no", "~", "1e9", ".nan", "\\u0000", "\u0085", "\u2028", "规则", "\0", "\uFEFF");
    return Arbitraries.randoms()
        .flatMap(
            random ->
                piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> spoilt(GOOD, pieces, random)));
  }

  private static byte[] spoilt(String text, List<String> pieces, Random random) {
    StringBuilder spoilt = new StringBuilder(text);
    for (String piece : pieces) {
      int from = random.nextInt(spoilt.length() + 1);
      int to = Math.min(spoilt.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
      spoilt.replace(from, to, piece);
    }
    byte[] bytes = spoilt.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }
}
