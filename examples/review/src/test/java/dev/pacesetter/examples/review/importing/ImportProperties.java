package dev.pacesetter.examples.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.examples.review.mapping.CsvFormat;
import dev.pacesetter.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class ImportProperties {
  private static final CsvFormat EUROPEAN =
      new CsvFormat(";", CsvFormat.STANDARD.columns(), "", null, '"', ',', '.');

  @Property
  void numbersAreReadBackAsTheyWereWritten(
      @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(2) BigDecimal number) {
    String plain = number.toPlainString();
    String grouped =
        String.format(Locale.ROOT, "%,.2f", number)
            .replace(",", "_")
            .replace(".", ",")
            .replace("_", ".");

    assertThat(Numbers.parse(plain, CsvFormat.STANDARD))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    assertThat(Numbers.parse(grouped, EUROPEAN))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @Property
  void noTextBreaksTheReadingOfNumbers(@ForAll String text) {
    Numbers.parse(text, CsvFormat.STANDARD)
        .ifPresent(number -> assertThat(new BigDecimal(text)).isEqualByComparingTo(number));
  }

  @Property(tries = 200)
  void textIsReadBackInEveryEncodingItIsDetectedIn(
      @ForAll("texts") String text, @ForAll("charsets") String charset) throws IOException {
    Path file = Files.createTempFile("text", ".csv");
    try {
      Files.write(file, ("\uFEFF" + text).getBytes(Charset.forName(charset)));
      Encoding encoding = Encoding.of("text.csv", file, CsvFormat.STANDARD);
      StringBuilder read = new StringBuilder();
      try (TextReader reader = new TextReader("text.csv", file, encoding)) {
        char[] buffer = new char[7];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
          read.append(buffer, 0, count);
        }
      }
      assertThat(read.toString()).isEqualTo(text);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc,\"\r\n")
        .withChars('à', 'ÿ')
        .withChars('一', '龥')
        .ofMaxLength(300);
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE");
  }

  /** Ids come from what a row says, not from where it stands. */
  @Property(tries = 50)
  void theOrderOfHistoryRowsMakesNoDifference(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> history = new ArrayList<>();
    Set<Integer> days = random.ints(12, 1, 29).boxed().collect(Collectors.toSet());
    List<String> stages = List.of("Lead", "Meeting", "Proposal");
    for (int day : days) {
      history.add("d1," + stages.get(random.nextInt(3)) + ",2025-02-%02d".formatted(day));
    }
    List<String> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, random);

    assertThat(journal(shuffled)).isEqualTo(journal(history));
  }

  private static Journal journal(List<String> history) {
    try {
      Path folder = Files.createTempDirectory("export");
      String[] lines = new String[history.size() + 1];
      lines[0] = "id,stage,at";
      IntStream.range(0, history.size()).forEach(n -> lines[n + 1] = history.get(n));
      return new ExportFolder(folder)
          .deals("d1,ana,2025-01-02,,100,Lead")
          .file("history.csv", lines)
          .read()
          .journal();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
