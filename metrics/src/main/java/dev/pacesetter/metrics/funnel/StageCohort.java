package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a {@link StageFunnel} is made of.
 *
 * <p>Only facts up to the as-of instant decide. A deal is in a cohort with all its facts, also
 * those outside the range of time.
 */
public final class StageCohort {
  private static final StageCohort ALL = new StageCohort(Basis.ALL, null, Instant.MIN, Instant.MAX);

  private final Basis basis;
  private final @Nullable String stage;
  private final Instant from;
  private final Instant to;

  private StageCohort(Basis basis, @Nullable String stage, Instant from, Instant to) {
    checkArgument(
        from.isBefore(to), "StageCohort is [%s, %s); it must end after it starts", from, to);
    this.basis = basis;
    this.stage = stage;
    this.from = from;
    this.to = to;
  }

  /**
   * Returns the cohort of every deal.
   *
   * @return the cohort
   */
  public static StageCohort all() {
    return ALL;
  }

  /**
   * Returns the cohort of the deals that became known in a range: by their first fact, which is the
   * creation wherever that is recorded.
   *
   * @param from the first instant
   * @param to the instant after the last
   * @return the cohort
   * @throws IllegalArgumentException if the range is empty
   */
  public static StageCohort createdIn(Instant from, Instant to) {
    return new StageCohort(Basis.CREATED, null, from, to);
  }

  /**
   * Returns the cohort of the deals whose first recorded entry into a stage lies in a range.
   *
   * @param stage the name of the stage
   * @param from the first instant
   * @param to the instant after the last
   * @return the cohort
   * @throws IllegalArgumentException if the range is empty
   */
  public static StageCohort enteredIn(String stage, Instant from, Instant to) {
    return new StageCohort(Basis.ENTERED, Objects.requireNonNull(stage), from, to);
  }

  /**
   * Returns the cohort of the deals that are won or lost, and became so in a range. A deal that was
   * opened again and is open is in none.
   *
   * @param from the first instant
   * @param to the instant after the last
   * @return the cohort
   * @throws IllegalArgumentException if the range is empty
   */
  public static StageCohort closedIn(Instant from, Instant to) {
    return new StageCohort(Basis.CLOSED, null, from, to);
  }

  Basis basis() {
    return basis;
  }

  Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StageCohort that
        && basis == that.basis
        && Objects.equals(stage, that.stage)
        && from.equals(that.from)
        && to.equals(that.to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, stage, from, to);
  }

  /** Reads like {@code all} or {@code entered Demo in [2026-01-01T00:00:00Z, ...)}. */
  @Override
  public String toString() {
    return switch (basis) {
      case ALL -> "all";
      case CREATED -> "created in " + range();
      case ENTERED -> "entered " + stage + " in " + range();
      case CLOSED -> "closed in " + range();
    };
  }

  private String range() {
    return "[" + from + ", " + to + ")";
  }

  /** What must have happened in the range. */
  enum Basis {
    ALL,
    CREATED,
    ENTERED,
    CLOSED
  }
}
