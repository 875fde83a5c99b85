package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * What became of the events given to one {@link JournalPort#append}.
 *
 * <p>Every event is in exactly one of the three: {@code appended + duplicates + conflicts.size()}
 * is the number of events given.
 *
 * @param appended events that are new
 * @param duplicates events that were there already, equal in every part
 * @param conflicts ids of events that were there already with other content, one for each event
 *     refused, in the order given; what was there is kept
 */
public record AppendResult(int appended, int duplicates, ImmutableList<String> conflicts) {

  /** Nothing given, nothing done: the neutral element of {@link #plus}. */
  public static final AppendResult NONE = of(0, 0);

  /** Checks the counts. */
  public AppendResult {
    checkArgument(
        appended >= 0 && duplicates >= 0,
        "AppendResult counts are %s appended and %s duplicates; both must be at least 0",
        appended,
        duplicates);
  }

  /**
   * Returns a result.
   *
   * @param appended events that are new
   * @param duplicates events that were there already
   * @param conflicts ids of the events refused
   * @return the result
   * @throws IllegalArgumentException if a count is negative
   */
  public static AppendResult of(int appended, int duplicates, String... conflicts) {
    return new AppendResult(appended, duplicates, ImmutableList.copyOf(conflicts));
  }

  /**
   * Returns the result of both appends.
   *
   * @param next the append that followed
   * @return counts added, conflicts in order
   * @throws ArithmeticException if a count does not fit an {@code int}
   */
  public AppendResult plus(AppendResult next) {
    return new AppendResult(
        Math.addExact(appended, next.appended),
        Math.addExact(duplicates, next.duplicates),
        ImmutableList.<String>builder().addAll(conflicts).addAll(next.conflicts).build());
  }
}
