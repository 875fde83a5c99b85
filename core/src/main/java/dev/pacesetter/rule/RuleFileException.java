package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule file is not as it must be; carries everything that is wrong with it. */
public final class RuleFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** How many problems are looked for; what a machine wrote wrongly is wrong ten thousand times. */
  static final int MOST = 1000;

  /** How many problems are printed. */
  private static final int PRINTED = 100;

  private static final Comparator<RuleProblem> BY_PLACE =
      Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column);

  private final transient ImmutableList<RuleProblem> problems;

  RuleFileException(Iterable<RuleProblem> problems) {
    this(ImmutableList.sortedCopyOf(BY_PLACE, problems));
  }

  private RuleFileException(ImmutableList<RuleProblem> sorted) {
    super(lines(sorted, Locale.ENGLISH));
    this.problems = sorted;
  }

  /**
   * Returns what is wrong.
   *
   * @return at least one problem, in the order of lines and columns; about a thousand at most
   */
  public ImmutableList<RuleProblem> problems() {
    return problems;
  }

  /**
   * Says what is wrong, one problem a line.
   *
   * @param locale Chinese, or English for every other language
   * @return the first hundred lines at most, without the end of the last; in English it is the
   *     message of this exception
   */
  public String in(Locale locale) {
    return lines(problems, locale);
  }

  private static String lines(ImmutableList<RuleProblem> problems, Locale locale) {
    return problems.stream()
        .limit(PRINTED)
        .map(problem -> problem.in(locale))
        .collect(Collectors.joining("\n"));
  }
}
