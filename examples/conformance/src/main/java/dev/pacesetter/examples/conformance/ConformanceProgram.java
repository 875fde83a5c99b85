package dev.pacesetter.examples.conformance;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line: asks the library what other software was asked, and compares.
 *
 * <p>Exit codes: 0 everything that can be asked agrees, 1 something does not, 2 the command line is
 * wrong, 3 a file or a line of it could not be read.
 */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    version = "Pacesetter conformance 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class ConformanceProgram implements Callable<Integer> {
  static final int AGREES = 0;
  static final int DISAGREES = 1;
  static final int UNREADABLE = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", descriptionKey = "files")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--failures")
  private boolean failures;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "en|zh")
  private Language language = Language.EN;

  private ConformanceProgram() {}

  /**
   * Runs the program and ends the virtual machine with its exit code.
   *
   * @param arguments the command line; {@code --help} explains it
   */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs the program.
   *
   * @param out where results are told
   * @param err where errors are explained
   * @param arguments the command line
   * @return the exit code
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new ConformanceProgram())
        .setResourceBundle(Phrases.in(Language.of(arguments)).bundle())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    Phrases phrases = Phrases.in(language.locale());
    Results results = new Results();
    boolean allRead = true;
    for (Path file : files(phrases)) {
      try {
        CaseFiles.check(file, results);
      } catch (IOException e) {
        allRead = false;
        err().println(phrases.text("cannot-read", file, e));
      }
    }
    results.unreadable().forEach(line -> err().println(phrases.text(line)));
    if (json) {
      out().println(JsonReport.of(results));
    } else {
      TextReport report = new TextReport(phrases, out());
      report.print(results);
      if (failures) {
        report.printDisagreements(results);
      }
    }
    if (results.hasFailures()) {
      return DISAGREES;
    }
    return allRead && results.unreadable().isEmpty() ? AGREES : UNREADABLE;
  }

  private ImmutableList<Path> files(Phrases phrases) throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), phrases.text("no-such-file", path));
      }
    }
    return CaseFiles.of(paths);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
