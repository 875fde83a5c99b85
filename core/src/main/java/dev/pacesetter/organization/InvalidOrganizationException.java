package dev.pacesetter.organization;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * Says everything that keeps an organization from being built, so that it can be mended at once.
 */
public final class InvalidOrganizationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient ImmutableList<OrganizationProblem> problems;

  InvalidOrganizationException(ImmutableList<OrganizationProblem> problems) {
    super(problems.stream().map(OrganizationProblem::message).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /**
   * Returns what is wrong.
   *
   * @return at least one problem, in a stable order
   */
  public ImmutableList<OrganizationProblem> problems() {
    return problems;
  }
}
