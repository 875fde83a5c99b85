package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FunnelTextProperties {
  @Provide
  Arbitrary<FunnelDefinition> definitions() {
    return FunnelDefinitions.ofAnything();
  }

  @Provide
  Arbitrary<String> names() {
    return FunnelDefinitions.anyNames();
  }

  @Provide
  Arbitrary<Window> windows() {
    return FunnelDefinitions.windows(FunnelDefinitions.anyDurations());
  }

  @Provide
  Arbitrary<Duration> durations() {
    return FunnelDefinitions.anyDurations();
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.of(
                "lead",
                "won",
                "any",
                "order",
                "after",
                "strict",
                "within",
                "where",
                "excluding",
                "from",
                "to",
                "by",
                "at",
                "step",
                "each",
                "session",
                "gap",
                "with",
                "confidence",
                "first",
                "30d",
                "7",
                "days",
                "in",
                "Z",
                "P1D",
                "0.9",
                "'",
                "\\",
                ">",
                ",",
                ":",
                "=",
                "?",
                "(",
                ")",
                "or",
                "and",
                "''")
            .list()
            .ofMaxSize(12)
            .map(words -> String.join(" ", words)));
  }

  @Property
  void aDefinitionPrintsItselfAsOneLineAndParsesBack(
      @ForAll("definitions") FunnelDefinition definition) {
    String line = definition.toString();

    assertThat(line.codePoints().allMatch(FunnelTextProperties::isVisible)).isTrue();
    assertThat(Funnel.parse(line)).isEqualTo(definition).hasToString(line);
  }

  private static boolean isVisible(int c) {
    return !Character.isISOControl(c)
        && (c == ' ' || !Character.isSpaceChar(c))
        && Character.getType(c) != Character.SURROGATE
        && Character.getType(c) != Character.FORMAT;
  }

  @Property
  void everyNameSurvives(@ForAll("names") String name) {
    assertThat(new LineReader("name", NameText.of(name)).name("a name")).isEqualTo(name);
  }

  @Property
  void spacesBetweenTheWordsDoNotMatter(@ForAll("definitions") FunnelDefinition definition) {
    String line = definition.toString();
    StringBuilder spaced = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '\'' && !(quoted && isEscaped(line, i));
      spaced.append(!quoted && c == ' ' ? "\n \t\u3000" : String.valueOf(c));
    }

    assertThat(Funnel.parse(spaced.toString())).isEqualTo(definition);
  }

  private static boolean isEscaped(String line, int at) {
    int backslashes = 0;
    while (line.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  @Property
  void aWindowParsesBack(@ForAll("windows") Window window) {
    assertThat(Window.parse(window.toString())).isEqualTo(window);
  }

  @Property
  void aDurationParsesBackFromItsTextAndFromIso(@ForAll("durations") Duration duration) {
    assertThat(DurationText.parse(DurationText.of(duration))).isEqualTo(duration);
    assertThat(DurationText.parse(duration.toString())).isEqualTo(duration);
  }

  @Property
  void garbageIsRefusedWithAColumnOrIsAFunnel(@ForAll("garbage") String text) {
    parses(text);
  }

  @Property
  void aMutatedLineIsRefusedWithAColumnOrIsAFunnel(
      @ForAll("definitions") FunnelDefinition definition,
      @ForAll int where,
      @ForAll @IntRange(max = 3) int how,
      @ForAll("garbage") String other) {
    String line = definition.toString();
    int at = Math.floorMod(where, line.length());
    parses(
        switch (how) {
          case 0 -> line.substring(0, at);
          case 1 -> line.substring(0, at) + line.substring(at + 1);
          case 2 -> line.substring(0, at) + other + line.substring(at);
          default -> line.substring(0, at) + line.substring(at).toUpperCase(Locale.ROOT);
        });
  }

  /** Anything else than these two outcomes fails the property. */
  private static void parses(String text) {
    try {
      FunnelDefinition funnel = Funnel.parse(text);
      assertThat(Funnel.parse(funnel.toString())).isEqualTo(funnel);
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      if (!message.matches("(?s)funnel, column \\d+: .+\n  .*\n  *\\^")) {
        fail("the message is '%s'", message);
      }
    }
  }
}
