package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorProgramTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path directory;

  private int run(String... arguments) {
    return run(Locale.ENGLISH, arguments);
  }

  private int run(Locale locale, String... arguments) {
    return SimulatorProgram.run(
        locale, new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
  }

  @Nested
  class WithAnEmptyDirectory {
    @Test
    void writesTheFilesAndSaysSo() throws IOException {
      Path out = directory.resolve("new").resolve("export");

      int exit = run("--out", out.toString(), "--seed", "5", "--months", "12");

      assertThat(exit).isZero();
      assertThat(errors.toString()).isEmpty();
      assertThat(output.toString())
          .contains("people.csv: 12 rows")
          .contains("Written to " + out + " from seed 5.");
      for (String file : CrmExport.FILES) {
        assertThat(out.resolve(file)).isNotEmptyFile();
      }
    }

    @Test
    void writesWhatTheOptionsAskFor() throws IOException {
      int exit =
          run(
              "--out=" + directory,
              "--people=1",
              "--months=2",
              "--start=2023-01-01",
              "--zone=Asia/Shanghai",
              "--currency=CNY",
              "--scenario=null",
              "--deals-per-month=4");

      assertThat(exit).isZero();
      assertThat(Files.readAllLines(directory.resolve("people.csv"))).hasSize(2);
      assertThat(output.toString().lines()).contains("people.csv: 1 row");
      assertThat(Files.readString(directory.resolve("opportunities.csv"))).contains(",CNY,");
      assertThat(Files.readString(directory.resolve("truth.json")))
          .contains("\"zone\": \"Asia/Shanghai\"")
          .contains("\"scenario\": \"null\"")
          .contains("\"last_day\": \"2023-02-28\"");
    }
  }

  @Nested
  class WithAnEarlierExport {
    @Test
    void leavesItAloneUnlessToldToOverwrite() throws IOException {
      Path earlier = Files.writeString(directory.resolve("people.csv"), "mine");

      assertThat(run("--out", directory.toString())).isEqualTo(2);
      assertThat(errors.toString())
          .contains(
              directory
                  + " already holds people.csv; choose another directory or add --overwrite.");
      assertThat(earlier).hasContent("mine");

      assertThat(run("--out", directory.toString(), "--overwrite")).isZero();
      assertThat(Files.readAllLines(earlier)).hasSize(13);
    }
  }

  @Nested
  class WhenItCannotWrite {
    @Test
    void refusesAFileAsDirectory() throws IOException {
      Path file = Files.writeString(directory.resolve("file"), "mine");

      assertThat(run("--out", file.toString())).isEqualTo(2);
      assertThat(errors.toString()).contains(file + " is a file; --out must name a directory.");
    }

    @Test
    void namesTheReasonAndExitsWithOne() throws IOException {
      Path file = Files.writeString(directory.resolve("file"), "mine");

      assertThat(run("--out", file.resolve("below").toString())).isEqualTo(1);
      assertThat(errors.toString())
          .contains("The files could not be written: ")
          .doesNotContain("\tat ");
    }
  }

  @Nested
  class WithWrongOptions {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--people=0 | People is 0; it must be from 1 to 10000",
          "--people=11 | People is 11; the planted scenario needs at least 12",
          "--months=999 | Months is 999; it must be from 1 to 240",
          "--deals-per-month=0 | Deals per month is 0; it must be from 1 to 500",
          "--currency=XXX | Currency is XXX; it must be one that amounts can be stated in",
          "--seed=many | Invalid value for option '--seed'",
          "--start=2024-02-30 | Invalid value for option '--start'",
          "--zone=Mars/Olympus | Invalid value for option '--zone'",
          "--scenario=wild | Invalid value for option '--scenario'",
          "--colour=red | Unknown option: '--colour=red'"
        })
    void refusesAndWritesNothing(String option, String message) {
      Path out = directory.resolve("out");

      assertThat(run("--out", out.toString(), option)).isEqualTo(2);
      assertThat(errors.toString()).contains(message);
      assertThat(out).doesNotExist();
    }
  }

  @Nested
  class Help {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "--seed",
          "--people",
          "--months",
          "--start",
          "--zone",
          "--currency",
          "--scenario",
          "--deals-per-month",
          "--out",
          "--overwrite",
          "--help",
          "--version"
        })
    void listsEveryOption(String option) {
      assertThat(run("--help")).isZero();
      assertThat(output.toString()).contains(option);
    }

    @Test
    void statesDefaultsAndExitCodes() {
      run("--help");

      assertThat(output.toString())
          .contains("Writes what the CRM of a simulated company would export")
          .contains("Europe/Paris")
          .contains("Default: PLANTED")
          .contains("Exit codes:")
          .contains("The options are wrong; nothing was written.");
    }

    @Test
    void speaksChinese() {
      assertThat(run(Locale.SIMPLIFIED_CHINESE, "--help")).isZero();
      assertThat(output.toString()).contains("销售人数").contains("退出码：");
    }
  }

  @Nested
  class Messages {
    @Test
    void haveTheSameKeysInBothLanguages() {
      String name = "dev.pacesetter.examples.simulator.Messages";
      ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT);
      ResourceBundle chinese = ResourceBundle.getBundle(name, Locale.CHINESE);

      assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
      assertThat(chinese.keySet())
          .isEqualTo(english.keySet())
          .filteredOn(key -> !chinese.getString(key).isEmpty())
          .allMatch(key -> !chinese.getString(key).equals(english.getString(key)));
    }
  }
}
