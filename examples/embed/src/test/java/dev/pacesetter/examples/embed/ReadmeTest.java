package dev.pacesetter.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the README is the body of {@link FirstPlan}, and prints what the README says. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");

  @Test
  void showsTheProgramThatTheBuildCompiles() throws IOException {
    String program =
        Files.readString(Path.of("src/main/java/dev/pacesetter/examples/embed/FirstPlan.java"));
    String body =
        program.substring(
            program.indexOf('{', program.indexOf("void main")) + 1, program.lastIndexOf("  }"));

    assertThat(tokens(block("java"))).isEqualTo(tokens(body));
  }

  @Test
  void printsWhatTheReadmeSays() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      FirstPlan.main();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(block("text").strip());
  }

  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(matcher.find()).as("a block of %s in the README", language).isTrue();
    return matcher.group(1);
  }

  /** What the compiler sees, without white space. */
  private static List<String> tokens(String code) {
    return Pattern.compile("[\\w]+|\"[^\"]*\"|\\S")
        .matcher(code)
        .results()
        .map(result -> result.group())
        .toList();
  }
}
