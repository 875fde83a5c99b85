package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: writes the CRM export of a simulated company.
 *
 * <p>Exit codes: 0 the files are written, 1 they could not be written, 2 the options are wrong.
 */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    version = "simulator 0.1.0",
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeOnExecutionException = 1)
public final class SimulatorProgram implements Callable<Integer> {
  private static final String BUNDLE = "dev.pacesetter.examples.simulator.Messages";

  private final ResourceBundle messages;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", paramLabel = "NUMBER")
  private long seed = SimulationSettings.sample().seed();

  @Option(names = "--people", paramLabel = "NUMBER")
  private int people = SimulationSettings.sample().people();

  @Option(names = "--months", paramLabel = "NUMBER")
  private int months = SimulationSettings.sample().months();

  @Option(names = "--start", paramLabel = "DATE")
  private LocalDate start = SimulationSettings.sample().start();

  @Option(names = "--zone", paramLabel = "ZONE")
  private ZoneId zone = SimulationSettings.sample().zone();

  @Option(names = "--currency", paramLabel = "CODE")
  private Currency currency = SimulationSettings.sample().currency();

  @Option(names = "--scenario", paramLabel = "SCENARIO")
  private Scenario scenario = SimulationSettings.sample().scenario();

  @Option(names = "--deals-per-month", paramLabel = "NUMBER")
  private int dealsPerMonth = SimulationSettings.sample().dealsPerMonth();

  @Option(names = "--out", paramLabel = "DIRECTORY")
  private Path out = Path.of("sales-export");

  @Option(names = "--overwrite")
  private boolean overwrite;

  private SimulatorProgram(ResourceBundle messages) {
    this.messages = messages;
  }

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param arguments the options; {@code --help} lists them
   */
  public static void main(String... arguments) {
    System.exit(commandLine(Locale.getDefault(Locale.Category.DISPLAY)).execute(arguments));
  }

  /**
   * Runs the program.
   *
   * @param locale the language of help and messages: Chinese, or English for every other
   * @param output receives what was written, and the help
   * @param errors receives why nothing was written
   * @param arguments the options
   * @return the exit code
   */
  public static int run(
      Locale locale, PrintWriter output, PrintWriter errors, String... arguments) {
    return commandLine(locale).setOut(output).setErr(errors).execute(arguments);
  }

  private static CommandLine commandLine(Locale locale) {
    ResourceBundle messages =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new CommandLine(new SimulatorProgram(messages))
        .setResourceBundle(messages)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> refuse(line, messages, failure));
  }

  private static int refuse(CommandLine line, ResourceBundle messages, Exception failure)
      throws Exception {
    if (failure instanceof IOException) {
      line.getErr().println(text(messages, "cannot-write", failure.toString()));
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Override
  public Integer call() throws IOException {
    SalesTeamSimulator simulator = SalesTeamSimulator.of(settings());
    refuseOccupied();
    ImmutableMap<String, Long> rows = CrmExport.write(simulator, out);
    PrintWriter output = spec.commandLine().getOut();
    rows.forEach((file, count) -> output.println(text(messages, "wrote", file, count)));
    output.println(text(messages, "done", out, seed));
    return CommandLine.ExitCode.OK;
  }

  private SimulationSettings settings() {
    try {
      return new SimulationSettings(
          seed, people, months, start, zone, currency, scenario, dealsPerMonth);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private void refuseOccupied() {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new ParameterException(spec.commandLine(), text(messages, "not-a-directory", out));
    }
    Optional<String> occupied =
        CrmExport.FILES.stream().filter(file -> Files.exists(out.resolve(file))).findFirst();
    if (!overwrite && occupied.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), text(messages, "occupied", out, occupied.get()));
    }
  }

  private static String text(ResourceBundle messages, String key, @Nullable Object... arguments) {
    return new MessageFormat(messages.getString(key), messages.getLocale()).format(arguments);
  }
}
