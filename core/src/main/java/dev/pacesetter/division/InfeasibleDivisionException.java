package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** No table meets everything required; says which requirements contradict each other. */
public final class InfeasibleDivisionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** A message names so many requirements; {@link #conflict()} has all. */
  private static final int MOST_NAMED = 10;

  /**
   * A part whose cells have a weight at some places of another axis only.
   *
   * @param part the part
   * @param axis the other axis
   * @param places where it has a weight, in the order of names; none if nowhere
   */
  public record Confinement(Part part, String axis, ImmutableList<String> places) {}

  private final transient ImmutableList<Requirement> conflict;
  private final transient ImmutableList<Confinement> confinements;
  private final long total;

  InfeasibleDivisionException(
      ImmutableList<Requirement> conflict, long total, ImmutableList<Confinement> confinements) {
    super(message(conflict, total, confinements));
    this.conflict = conflict;
    this.total = total;
    this.confinements = confinements;
  }

  private static String message(
      ImmutableList<Requirement> conflict, long total, ImmutableList<Confinement> confinements) {
    String together =
        conflict.isEmpty()
            ? "%s cannot be divided as required".formatted(total)
            : "of %s in all, these cannot hold together: %s"
                .formatted(
                    total,
                    conflict.stream()
                            .limit(MOST_NAMED)
                            .map(
                                one ->
                                    "%s %s %s"
                                        .formatted(
                                            one.part(),
                                            switch (one.bound()) {
                                              case EXACTLY -> "exactly";
                                              case AT_LEAST -> "at least";
                                              case AT_MOST -> "at most";
                                            },
                                            one.amount()))
                            .collect(Collectors.joining("; "))
                        + (conflict.size() > MOST_NAMED
                            ? "; and %s more".formatted(conflict.size() - MOST_NAMED)
                            : ""));
    return confinements.isEmpty()
        ? together
        : together
            + confinements.stream()
                .map(
                    one ->
                        "%s has a weight %s"
                            .formatted(
                                one.part(),
                                one.places().isEmpty()
                                    ? "nowhere"
                                    : "only at " + one.axis() + " " + one.places()))
                .collect(Collectors.joining("; ", ", where ", ""));
  }

  /**
   * Returns what contradicts what: without any one of these the others could hold, with the total.
   *
   * @return requirements in the order in which they were given; empty where they could hold in real
   *     numbers and no whole amounts were found, or where there are too many to tell apart
   */
  public ImmutableList<Requirement> conflict() {
    return conflict;
  }

  /**
   * Returns where weights of 0 confine the parts in conflict.
   *
   * @return empty where the conflict does not come from weights
   */
  public ImmutableList<Confinement> confinements() {
    return confinements;
  }

  /**
   * Returns what was to be divided.
   *
   * @return whole units
   */
  public long total() {
    return total;
  }
}
