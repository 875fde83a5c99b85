package dev.pacesetter.plan;

import com.google.common.collect.ImmutableListMultimap;

/** No plan can meet all the targets asked for; says which contradict each other. */
public final class InfeasiblePlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** The parties. */
  private final ImmutableListMultimap<PlanAxis, String> conflict;

  InfeasiblePlanException(String message, ImmutableListMultimap<PlanAxis, String> conflict) {
    super(message);
    this.conflict = conflict;
  }

  /**
   * Returns who and what is in conflict.
   *
   * @return ids of people and products and names of months, in the order of the plan; the ones
   *     asking for more stand on the first axis, the ones that cannot hold it on the second, which
   *     is empty where there is no such place at all
   */
  public ImmutableListMultimap<PlanAxis, String> conflict() {
    return conflict;
  }
}
