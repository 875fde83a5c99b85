package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A file of rules cannot be used; carries everything that is wrong with it. */
public final class CelRuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient ImmutableList<CelProblem> problems;

  CelRuleException(ImmutableList<CelProblem> problems) {
    super(problems.stream().map(CelProblem::toString).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /**
   * Returns what is wrong.
   *
   * @return at least one problem, in the order of the file; the message has one a line
   */
  public ImmutableList<CelProblem> problems() {
    return problems;
  }
}
