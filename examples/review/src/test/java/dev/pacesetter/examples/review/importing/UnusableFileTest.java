package dev.pacesetter.examples.review.importing;

import static dev.pacesetter.examples.review.importing.ExportFolder.MAPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableFileTest {
  private static final String HEADER = "id,owner,created,closed,amount,stage";
  private static final String ROW = "d1,ana,2025-01-02,,100,Lead";

  @TempDir private Path folder;
  private ExportFolder export;

  @BeforeEach
  void startWithAGoodExport() {
    export = new ExportFolder(folder).deals(ROW);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
    return assertThatThrownBy(export::read).isInstanceOf(ImportException.class);
  }

  @Test
  void isNamedWithTheFilesThatAreThere() throws IOException {
    Files.delete(folder.resolve("deals.csv"));

    assertRefused()
        .hasMessage("The file deals.csv is missing in " + folder + ". There are: people.csv.");
  }

  @Test
  void isReportedTogetherWithAllOthers() throws IOException {
    Files.delete(folder.resolve("deals.csv"));
    export.file("people.csv", "key,name", "ana,Ana");

    assertRefused().extracting(thrown -> ((ImportException) thrown).problems().size()).isEqualTo(2);
  }

  @Test
  void isAFolderThatIsNotThere() {
    assertThatThrownBy(
            () ->
                Import.read(
                    ExportFolder.mapping(MAPPING), folder.resolve("none"), ImportProgress.SILENT))
        .isInstanceOf(ImportException.class)
        .hasMessage("There is no folder " + folder.resolve("none") + ".");
  }

  @Test
  void lacksAColumnWhichIsNamedWithThoseThatAreThere() {
    export.file("deals.csv", "id,owner,created,closed,phase", "d1,ana,2025-01-02,,Lead");

    assertRefused()
        .hasMessage(
            "deals.csv: the column “amount” is missing. There are: id, owner, created, closed,"
                + " phase."
                + System.lineSeparator()
                + "deals.csv: the column “stage” is missing. There are: id, owner, created, closed,"
                + " phase.");
  }

  @Test
  void hasAColumnTwice() {
    export.file("deals.csv", HEADER + ",amount", ROW + ",200");

    assertRefused().hasMessageContaining("deals.csv: the column “amount” is there more than once");
  }

  @Test
  void mayHaveAColumnTwiceThatNobodyReads() {
    export.file("deals.csv", HEADER + ",note,note", ROW + ",,");

    assertThat(export.read().rejections().total()).isZero();
  }

  @Test
  void isEmpty() {
    export.bytes("deals.csv", new byte[0]);

    assertRefused().hasMessageStartingWith("deals.csv: the file is empty.");
  }

  @ParameterizedTest
  @CsvSource({
    "25504446, PDF",
    "504B0304, ZIP / Excel (.xlsx)",
    "D0CF11E0, Excel (.xls)",
    "1F8B0800, gzip"
  })
  void isOfAnotherFormat(String start, String name) {
    byte[] content = new byte[64];
    for (int at = 0; at < start.length() / 2; at++) {
      content[at] = (byte) Integer.parseInt(start.substring(2 * at, 2 * at + 2), 16);
    }
    export.bytes("deals.csv", content);

    assertRefused()
        .hasMessage(
            "deals.csv: this is a "
                + name
                + " file, not CSV. Export the table as CSV and try again.");
  }

  @Test
  void isBinaryWithAZeroByteSomewhere() {
    export.file("deals.csv", HEADER, ROW, "d2,ana,2025-01-02,,1\0,Lead");

    assertRefused()
        .hasMessage(
            "deals.csv, line 3: there is a zero byte, so this is no text file. Export the table as"
                + " CSV.");
  }

  @Test
  void hasAQuoteThatIsNotClosed() {
    export.file("deals.csv", HEADER, ROW, "\"d2,ana,2025-01-02,,1,Lead", "d3,ana,,,1,Lead");

    assertRefused().hasMessageStartingWith("deals.csv, after line 2: quotes do not match");
  }

  @Nested
  class ByItsEncoding {
    private static final String JOSE = "josé,José 西班牙";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void isReadWithAByteOrderMark(String charset) {
      people(charset, "\uFEFF");

      assertThat(export.read().organization().person("josé").orElseThrow().name())
          .isEqualTo("José 西班牙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void isReadWithoutAByteOrderMark(String charset) {
      people(charset, "");

      Import read = export.read();

      assertThat(read.organization().person("josé").orElseThrow().name()).isEqualTo("José 西班牙");
      assertThat(read.files().get(0).charset()).isEqualTo(charset);
    }

    private void people(String charset, String mark) {
      export.file("people.csv", Charset.forName(charset), mark + "id,name", "ana,Ana", JOSE);
    }

    @Test
    void isRefusedWhereItIsNotUtf8AndTheMappingNamesNoOther() {
      export.file("people.csv", Charset.forName("windows-1252"), "id,name", "ana,Ana", "jo,José");

      assertRefused()
          .hasMessage(
              "people.csv, line 3: there are bytes that are not UTF-8. Save the file as UTF-8, or"
                  + " name its encoding with “charset” in the mapping, such as windows-1252 or"
                  + " GB18030.");
    }

    @Test
    void isRefusedAlsoFarBehindTheStart() {
      StringBuilder names = new StringBuilder("id,name\nana,Ana\n");
      for (int n = 0; n < 30_000; n++) {
        names.append('p').append(n).append(",Name\n");
      }
      byte[] content = (names + "jo,José\n").getBytes(StandardCharsets.ISO_8859_1);
      export.bytes("people.csv", content);

      assertRefused().hasMessageStartingWith("people.csv, line 30003: there are bytes");
    }

    @Test
    void isTheOneTheMappingNames() {
      export.file("people.csv", Charset.forName("windows-1252"), "id,name", "ana,Ana", "jo,José");

      assertThat(readAs("windows-1252").organization().person("jo").orElseThrow().name())
          .isEqualTo("José");
    }

    @Test
    void isTheOneTheMappingNamesForChineseToo() {
      export.file("people.csv", Charset.forName("GB18030"), "id,name", "ana,Ana", "wang,王芳");

      assertThat(readAs("GB18030").organization().person("wang").orElseThrow().name())
          .isEqualTo("王芳");
    }

    @Test
    void isNeverReadAsWhatTheMappingNamesWhereItIsUtf8() {
      people("UTF-8", "");

      assertThat(readAs("windows-1252").organization().person("josé").orElseThrow().name())
          .isEqualTo("José 西班牙");
    }

    @Test
    void isRefusedInUtf32() {
      export.bytes("people.csv", "\uFEFFid,name\n".getBytes(Charset.forName("UTF-32LE")));

      assertRefused()
          .hasMessage("people.csv: the file is written in UTF-32. Save it as UTF-8 or UTF-16.");
    }

    private Import readAs(String charset) {
      return export.read(
          MAPPING.replace(
              "  - file: people.csv\n",
              "  - file: people.csv\n    format: {charset: " + charset + "}\n"));
    }
  }

  @Nested
  class WithAnEndlessLine {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void isRefusedAtTheLimitWithoutReadingOn() throws IOException {
      // One line of a gigabyte: three megabytes of letters, then a hole the disk need not hold.
      Path deals = folder.resolve("deals.csv");
      try (RandomAccessFile file = new RandomAccessFile(deals.toFile(), "rw")) {
        file.setLength(0);
        file.write((HEADER + "\n" + ROW + "\nd2,").getBytes(StandardCharsets.UTF_8));
        file.write("x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        file.setLength(GIGABYTE);
      }
      long[] bytes = new long[1];

      assertThatThrownBy(
              () ->
                  Import.read(
                      ExportFolder.mapping(MAPPING),
                      folder,
                      (file, rows, read, total) -> bytes[0] = read))
          .isInstanceOf(ImportException.class)
          .hasMessage(
              "deals.csv, line 3: the line is longer than 1,000,000 characters. Either this is no"
                  + " CSV file or its line ends were lost.");
      assertThat(bytes[0]).isLessThan(2_000_000);
    }

    @Test
    void isRefusedInChineseToo() {
      export.file("deals.csv", HEADER, "d1,ana," + "9".repeat(1_000_001));

      assertRefused()
          .extracting(thrown -> ((ImportException) thrown).problems().get(0).in(Locale.CHINESE))
          .isEqualTo("deals.csv 第 2 行：该行超过 1,000,000 个字符。文件不是 CSV，或换行符已丢失。");
    }

    @Test
    void isRefusedWhereAQuoteSwallowsAllRowsThatFollow() {
      StringBuilder rows = new StringBuilder(HEADER + "\n" + ROW + "\n\"d2");
      String line = "x".repeat(1000) + "\n";
      for (int n = 0; n < 6000; n++) {
        rows.append(line);
      }
      export.bytes("deals.csv", rows.toString().getBytes(StandardCharsets.UTF_8));

      assertRefused()
          .hasMessageStartingWith(
              "deals.csv, after line 2: quotes do not match: one is not closed within 4,000,000");
    }
  }
}
