package dev.pacesetter.examples.review;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the program, with what it said and wrote.
 *
 * @param code the exit code
 * @param out what it said
 * @param err what it complained about
 * @param folder where it wrote
 */
record Run(int code, String out, String err, Path folder) {

  /** Runs in this virtual machine, into a folder. */
  static Run into(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--out");
    all.add(folder.toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ReviewProgram.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(new String[0]));
    return new Run(code, out.toString(), err.toString(), folder);
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("review.json").toFile());
  }

  Path page() {
    return folder.resolve("review.html");
  }

  Path chinesePage() {
    return folder.resolve("review.zh.html");
  }

  /** A folder of public data beside the project; a test that needs it is skipped elsewhere. */
  static Path data(String name) {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path candidate = at.resolveSibling("shared").resolve("data").resolve(name);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
      at = at.getParent();
    }
    assumeTrue(false, "the data set " + name + " is not beside the project");
    throw new AssertionError();
  }
}
