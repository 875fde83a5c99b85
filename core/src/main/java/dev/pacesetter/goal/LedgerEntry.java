package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a {@link GoalLedger}: what was recorded, when, by whom and why.
 *
 * <p>Days are those of the calendar's zone; the ledger only compares them.
 */
public sealed interface LedgerEntry {

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique in a ledger
   */
  String id();

  /**
   * Returns when it was recorded, and so since when it is known.
   *
   * @return the instant
   */
  Instant recordedAt();

  /**
   * Returns who recorded it.
   *
   * @return the id of a person
   */
  String author();

  /**
   * Returns why.
   *
   * @return the reason in words
   */
  Text reason();

  /**
   * Returns the rule that caused it.
   *
   * @return the rule's id, such as {@code smart.A2}; empty where nobody but the author decided
   */
  Optional<String> rule();

  /** An entry about one goal. */
  sealed interface OfGoal extends LedgerEntry {
    /**
     * Returns which goal.
     *
     * @return its id
     */
    String goalId();

    /**
     * Returns from when it holds.
     *
     * @return the first day
     */
    LocalDate from();

    /**
     * Returns until when it holds.
     *
     * @return the first day on which it no longer does; empty for no end
     */
    Optional<LocalDate> until();

    /**
     * Returns the days on which it holds.
     *
     * @return the days from the first, without the end
     */
    default Range<LocalDate> days() {
      return until().map(end -> Range.closedOpen(from(), end)).orElse(Range.atLeast(from()));
    }
  }

  /**
   * A goal is set, changed or corrected: on the days given it is as said here, whatever was said
   * before.
   *
   * @param id the entry's id
   * @param recordedAt when it was recorded
   * @param author the id of who recorded it
   * @param reason why
   * @param rule the id of the rule that caused it
   * @param goal the goal from now on
   * @param from the first day on which it is so
   * @param until the first day on which it no longer is, after {@code from}; empty for no end
   */
  record GoalSet(
      String id,
      Instant recordedAt,
      String author,
      Text reason,
      Optional<String> rule,
      SalesGoal goal,
      LocalDate from,
      Optional<LocalDate> until)
      implements OfGoal {
    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if id, author or reason is blank, or the end is not after
     *     the start
     */
    public GoalSet {
      check(id, author, reason);
      checkArgument(
          until.map(from::isBefore).orElse(true),
          "entry %s holds from %s until %s; the end must be after the start",
          id,
          from,
          until.orElse(from));
    }

    /**
     * A goal that holds without end, set by its author alone.
     *
     * @param id the entry's id
     * @param recordedAt when it was recorded
     * @param author the id of who recorded it
     * @param reason why
     * @param goal the goal from now on
     * @param from the first day on which it is so
     * @throws IllegalArgumentException if id, author or reason is blank
     */
    public GoalSet(
        String id, Instant recordedAt, String author, Text reason, SalesGoal goal, LocalDate from) {
      this(id, recordedAt, author, reason, Optional.empty(), goal, from, Optional.empty());
    }

    @Override
    public String goalId() {
      return goal.id();
    }
  }

  /**
   * A goal is given up. It stays in the ledger, and is as it was on the days before.
   *
   * @param id the entry's id
   * @param recordedAt when it was recorded
   * @param author the id of who recorded it
   * @param reason why
   * @param rule the id of the rule that caused it
   * @param goalId the id of the goal
   * @param from the first day on which it is no goal any more
   */
  record GoalWithdrawn(
      String id,
      Instant recordedAt,
      String author,
      Text reason,
      Optional<String> rule,
      String goalId,
      LocalDate from)
      implements OfGoal {
    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if id, author or reason is blank
     */
    public GoalWithdrawn {
      check(id, author, reason);
    }

    @Override
    public Optional<LocalDate> until() {
      return Optional.empty();
    }
  }

  /**
   * A period is closed: what the ledger says about its days, and about goals that lie within closed
   * periods, can no longer change.
   *
   * @param id the entry's id
   * @param recordedAt when it was recorded
   * @param author the id of who recorded it
   * @param reason why
   * @param rule the id of the rule that caused it
   * @param period the period
   */
  record PeriodClosed(
      String id,
      Instant recordedAt,
      String author,
      Text reason,
      Optional<String> rule,
      Period period)
      implements LedgerEntry {
    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if id, author or reason is blank
     */
    public PeriodClosed {
      check(id, author, reason);
    }
  }

  private static void check(String id, String author, Text reason) {
    checkArgument(!id.isBlank(), "a ledger entry's id is '%s'; it must not be blank", id);
    checkArgument(
        !author.isBlank(), "ledger entry %s is by '%s'; it must be a person's id", id, author);
    checkArgument(
        reason.wordings().stream().noneMatch(String::isBlank),
        "ledger entry %s has the reason '%s'; it must not be blank",
        id,
        reason);
  }
}
