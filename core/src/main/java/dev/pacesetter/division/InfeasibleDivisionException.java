package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
  private final transient ImmutableList<Requirement> inUnits;
  private final transient ImmutableList<Confinement> confinements;
  private final long total;

  /** Refuses where requirements could hold and no whole amounts were found, or it is unknown. */
  InfeasibleDivisionException(long total) {
    this(ImmutableList.of(), ImmutableList.of(), total, ImmutableList.of());
  }

  InfeasibleDivisionException(
      ImmutableList<Requirement> conflict,
      ImmutableList<Requirement> inUnits,
      long total,
      ImmutableList<Confinement> confinements) {
    super(message(conflict, inUnits, total, confinements));
    this.conflict = conflict;
    this.inUnits = inUnits;
    this.total = total;
    this.confinements = confinements;
  }

  private static String message(
      ImmutableList<Requirement> conflict,
      ImmutableList<Requirement> inUnits,
      long total,
      ImmutableList<Confinement> confinements) {
    String together =
        conflict.isEmpty()
            ? "%s cannot be divided as required".formatted(total)
            : "of %s in all, %s: %s"
                .formatted(
                    total,
                    conflict.size() == 1 ? "this cannot hold" : "these cannot hold together",
                    IntStream.range(0, Math.min(MOST_NAMED, conflict.size()))
                            .mapToObj(at -> said(conflict.get(at), inUnits.get(at)))
                            .collect(Collectors.joining("; "))
                        + (conflict.size() > MOST_NAMED
                            ? "; and %s more".formatted(conflict.size() - MOST_NAMED)
                            : ""));
    return confinements.isEmpty()
        ? together
        : together
            + confinements.stream()
                .limit(MOST_NAMED)
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

  private static String said(Requirement asked, Requirement inUnits) {
    String bound =
        switch (asked.bound()) {
          case EXACTLY -> "exactly";
          case AT_LEAST -> "at least";
          case AT_MOST -> "at most";
        };
    return asked.amount() == inUnits.amount()
        ? "%s %s %s".formatted(asked.part(), bound, asked.amount())
        : "%s %s %s, in whole units %s"
            .formatted(asked.part(), bound, asked.amount(), inUnits.amount());
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
   * Returns the same as it binds: floors raised to whole units, caps lowered.
   *
   * @return as many as {@link #conflict()} has, in the same order
   */
  public ImmutableList<Requirement> inUnits() {
    return inUnits;
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
