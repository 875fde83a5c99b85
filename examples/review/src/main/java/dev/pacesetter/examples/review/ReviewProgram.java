package dev.pacesetter.examples.review;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.LoopRules;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.goals.GoalFile;
import dev.pacesetter.examples.review.importing.ImportException;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.tasks.TaskFile;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.persistence.StoreException;
import dev.pacesetter.rule.RuleFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the review. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    version = "Pacesetter review 0.1.0",
    sortOptions = false,
    description = {
      "Reads a CRM export and writes a sales review: goals with their SMART verdict, a plan that"
          + " adds up to the cent, the pace, everybody beside their peers, and a note for each"
          + " person."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar review.jar --sample",
      "  java -jar review.jar --mapping crm-sales-opportunities --data export --period FY2017-Q4",
      "  java -jar review.jar --mapping my-crm.yaml --data export --goals goals.yaml --store memory:"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; rows that could not be used are counted and listed",
      "1:something unexpected went wrong",
      "2:the command line is wrong",
      "3:nothing could be used: a file, the mapping, goals, tasks or rules are wrong",
      "4:the store or the folder of the results cannot be opened or written",
      "5:done, but rows were rejected and --strict is set"
    })
public final class ReviewProgram implements Callable<Integer> {
  static final int DONE = 0;
  static final int UNEXPECTED = 1;
  static final int UNUSABLE = 3;
  static final int NO_STORE = 4;
  static final int REJECTED = 5;

  /** Where the data comes from: the bundled sample, or a mapping and a folder. */
  private static final class Source {
    @Option(names = "--sample", required = true, description = "Use the bundled sample.")
    private boolean sample;

    @ArgGroup(exclusive = false)
    private @Nullable Export export;
  }

  private static final class Export {
    @Option(
        names = "--mapping",
        required = true,
        paramLabel = "NAME|FILE",
        description =
            "What the files mean: a YAML file, or one of sample, crm-sales-opportunities,"
                + " adventureworks, olist.")
    private String mapping = "";

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "The folder of the export.")
    private Path data = Path.of("");
  }

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private @Nullable Source source;

  @Option(
      names = "--goals",
      paramLabel = "FILE",
      description = "Goals in YAML. Default: the goals that belong to a ready mapping, or quotas.")
  private @Nullable Path goals;

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      description =
          "Tasks in YAML, written with the milestones of goals as a calendar, plan.ics. Default: no"
              + " tasks.")
  private @Nullable Path tasks;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Other values for parameters of rules, and which rules are off, in YAML or JSON. Default:"
              + " the standard rules.")
  private @Nullable Path rules;

  @Option(
      names = "--period",
      paramLabel = "NAME",
      description = "The period, such as FY2017-Q4. Default: the quarter of the as-of day.")
  private @Nullable String period;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description =
          "The period whose goal is planned, such as next year's FY2018. Default: the one reviewed.")
  private @Nullable String plan;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "The day up to whose evening facts count. Default: the day of the export.")
  private @Nullable String asOf;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Where journal and documents are kept: memory: or a JDBC URL. Default: an embedded"
              + " database in the folder of the results.")
  private @Nullable String store;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Whose data it is, within the store. Default: the name of the source.")
  private @Nullable String workspace;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "review-out",
      description = "The folder for the results. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("review-out");

  @Option(
      names = "--language",
      paramLabel = "en|zh|both",
      defaultValue = "both",
      description = "The language of page and notes. Default: ${DEFAULT-VALUE}.")
  private String language = "both";

  @Option(
      names = "--strict",
      description = "Exit with 5 when a row was rejected, although the review is written.")
  private boolean strict;

  @Option(names = "--quiet", description = "Say nothing but errors; show no progress.")
  private boolean quiet;

  /**
   * Runs the program and ends the virtual machine with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs the program.
   *
   * @param out where results are announced
   * @param err where errors are explained
   * @param arguments the command line
   * @return the exit code
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new ReviewProgram())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, err))
        .execute(arguments);
  }

  private static int explain(Exception problem, PrintWriter err) {
    if (problem instanceof ImportException unusable) {
      unusable.problems().forEach(message -> err.println(message.in(Locale.ENGLISH)));
      unusable
          .rejections()
          .listed()
          .forEach(rejection -> err.println(rejection.message().in(Locale.ENGLISH)));
      return UNUSABLE;
    }
    if (problem instanceof StoreException) {
      err.println(problem.getMessage());
      err.println("  " + Throwables.getRootCause(problem).getMessage());
      return NO_STORE;
    }
    if (problem instanceof IOException) {
      err.println("Cannot write the results: " + problem);
      return NO_STORE;
    }
    // What contradicts itself in mapping, goals or amounts is told with subject, value and
    // allowance.
    if (problem instanceof YamlException || problem instanceof IllegalArgumentException) {
      err.println(problem.getMessage());
      return UNUSABLE;
    }
    err.println("Something unexpected went wrong; please report it with these lines:");
    problem.printStackTrace(err);
    return UNEXPECTED;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter console = quiet ? new PrintWriter(Writer.nullWriter()) : commandLine().getOut();
    ReviewOptions options = options();
    ReviewJob job = new ReviewJob(options, console, quiet ? Progress.silent() : Progress.shown());
    long rejected = job.run();
    return strict && rejected > 0 ? REJECTED : DONE;
  }

  private ReviewOptions options() throws IOException {
    ImmutableList<Locale> languages = languages();
    Optional<LocalDate> day = Optional.ofNullable(asOf).map(this::day);
    Source from = Objects.requireNonNull(source);
    Files.createDirectories(out);
    @Nullable Export export = from.export;
    ImportMapping mapping;
    Path data;
    Optional<GoalFile> written;
    if (from.sample || export == null) {
      mapping = ImportMapping.ready("sample");
      data = Sample.unpackTo(out.resolve("sample"));
      written = goalsFor("sample");
    } else {
      mapping = mapping(export.mapping);
      data = export.data;
      written = goalsFor(export.mapping);
    }
    if (period != null) {
      checkPeriod(mapping, period, day);
    }
    if (plan != null) {
      named(mapping, "--plan", plan);
    }
    return new ReviewOptions(
        mapping,
        data,
        goals == null ? written : Optional.of(GoalFile.read(goals)),
        Optional.ofNullable(tasks).map(TaskFile::read),
        rules == null ? LoopRules.standard() : rules(rules),
        KpiCatalogue.standard(),
        store == null ? embedded() : store,
        workspace == null ? mapping.source() : workspace,
        Optional.ofNullable(period),
        Optional.ofNullable(plan),
        day,
        out,
        languages);
  }

  private static LoopRules rules(Path file) throws IOException {
    LoopRules standard = LoopRules.standard();
    try {
      return standard.with(RuleFile.read(file, standard.books()));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no rule file " + file, e);
    }
  }

  private String embedded() {
    return "jdbc:h2:file:" + out.resolve("store").resolve("pacesetter").toAbsolutePath();
  }

  private static ImportMapping mapping(String nameOrFile) {
    return ImportMapping.readyNames().contains(nameOrFile)
        ? ImportMapping.ready(nameOrFile)
        : ImportMapping.read(Path.of(nameOrFile));
  }

  private static Optional<GoalFile> goalsFor(String name) {
    return GoalFile.readyNames().contains(name)
        ? Optional.of(GoalFile.ready(name))
        : Optional.empty();
  }

  private ImmutableList<Locale> languages() {
    return switch (language) {
      case "en" -> ImmutableList.of(Locale.ENGLISH);
      case "zh" -> ImmutableList.of(Locale.CHINESE);
      case "both" -> ImmutableList.of(Locale.ENGLISH, Locale.CHINESE);
      default -> throw wrong("--language is '" + language + "'; allowed are en, zh and both");
    };
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("--as-of is '" + text + "'; a day reads like 2017-12-31");
    }
  }

  private void checkPeriod(ImportMapping mapping, String name, Optional<LocalDate> day) {
    Period asked = named(mapping, "--period", name);
    LocalDate asOf = day.orElse(mapping.exportedOn());
    if (asOf.isBefore(asked.start())) {
      throw wrong(
          "--period %s begins on %s; a review as of %s finds nothing in it"
              .formatted(name, asked.start(), asOf));
    }
  }

  private Period named(ImportMapping mapping, String option, String name) {
    try {
      return mapping.calendar().period(name);
    } catch (IllegalArgumentException e) {
      throw wrong(option + ": " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
