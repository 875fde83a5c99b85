package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody said while a goal was agreed, and when.
 *
 * <p>Whoever speaks, speaks for themselves: there is no step by which one person could accept for
 * another. Whether a step is allowed depends on what was said before, see {@link Agreement#with}.
 */
public sealed interface AgreementStep {

  /** What kind of step it is. */
  enum Kind {
    /** Somebody asks members for their shares of a goal. */
    PROPOSE,
    /** A member asks before they decide. */
    QUESTION,
    /** Whoever is in charge answers a member's question. */
    ANSWER,
    /** A member names another number. */
    COUNTER,
    /** A member takes their share. */
    ACCEPT,
    /** A member does not take their share. */
    DECLINE,
    /** Whoever is in charge changes the goal or the shares. */
    REVISE,
    /** Whoever is in charge gives another deadline. */
    MOVE_DEADLINE,
    /** Whoever is in charge takes the proposal back. */
    WITHDRAW
  }

  /**
   * Returns who took the step.
   *
   * @return the id of a person
   */
  String by();

  /**
   * Returns when.
   *
   * @return the instant
   */
  Instant at();

  /**
   * Returns what kind of step it is.
   *
   * @return the kind
   */
  Kind kind();

  /**
   * Returns what was said, or why the step was taken.
   *
   * @return the words; empty only where somebody accepts without a remark
   */
  Optional<Text> said();

  /**
   * Somebody asks members for their shares of a goal; the first step of every agreement.
   *
   * @param by the id of the person
   * @param at when
   * @param proposal the goal and the shares
   * @param reason why these
   * @param answerBy until when everybody is asked to accept or decline; empty for no deadline
   */
  record Proposed(String by, Instant at, Proposal proposal, Text reason, Optional<Instant> answerBy)
      implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank, or the deadline is
     *     not after {@code at}
     */
    public Proposed {
      check(Kind.PROPOSE, by, at, reason);
      answerBy.ifPresent(deadline -> checkDeadline(deadline, at));
    }

    @Override
    public Kind kind() {
      return Kind.PROPOSE;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  /**
   * A member asks before they decide.
   *
   * @param by the id of the member
   * @param at when
   * @param question what they ask
   */
  record Questioned(String by, Instant at, Text question) implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code question} is blank
     */
    public Questioned {
      check(Kind.QUESTION, by, at, question);
    }

    @Override
    public Kind kind() {
      return Kind.QUESTION;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(question);
    }
  }

  /**
   * Whoever is in charge answers a member's question.
   *
   * @param by the id of the person
   * @param at when
   * @param member the id of the member who asked
   * @param answer what they are told
   */
  record Answered(String by, Instant at, String member, Text answer) implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code answer} is blank
     */
    public Answered {
      check(Kind.ANSWER, by, at, answer);
    }

    @Override
    public Kind kind() {
      return Kind.ANSWER;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(answer);
    }
  }

  /**
   * A member names another number and waits for an answer to it.
   *
   * @param by the id of the member
   * @param at when
   * @param counter the share they would take, in the unit of the target; at least 0
   * @param reason why
   */
  record Countered(String by, Instant at, long counter, Text reason) implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank, or the counter is
     *     below 0
     */
    public Countered {
      check(Kind.COUNTER, by, at, reason);
      checkCounter(counter, by);
    }

    @Override
    public Kind kind() {
      return Kind.COUNTER;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  /**
   * A member takes their share. They name it, so that nobody accepts a number they have not seen.
   *
   * @param by the id of the member
   * @param at when
   * @param share the share they take, in the unit of the target
   * @param remark what they say to it
   */
  record Accepted(String by, Instant at, long share, Optional<Text> remark)
      implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or the remark is blank
     */
    public Accepted {
      checkActor(Kind.ACCEPT, by, at);
      remark.ifPresent(words -> checkWords(Kind.ACCEPT, by, at, words));
    }

    /**
     * A member takes their share without a remark.
     *
     * @param by the id of the member
     * @param at when
     * @param share the share they take, in the unit of the target
     * @throws IllegalArgumentException if {@code by} is blank
     */
    public Accepted(String by, Instant at, long share) {
      this(by, at, share, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.ACCEPT;
    }

    @Override
    public Optional<Text> said() {
      return remark;
    }
  }

  /**
   * A member does not take their share.
   *
   * @param by the id of the member
   * @param at when
   * @param reason why
   * @param counter the share they would take instead, in the unit of the target; at least 0, empty
   *     where they name none
   */
  record Declined(String by, Instant at, Text reason, OptionalLong counter)
      implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank, or the counter is
     *     below 0
     */
    public Declined {
      check(Kind.DECLINE, by, at, reason);
      counter.ifPresent(number -> checkCounter(number, by));
    }

    /**
     * A member does not take their share and names no other number.
     *
     * @param by the id of the member
     * @param at when
     * @param reason why
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank
     */
    public Declined(String by, Instant at, Text reason) {
      this(by, at, reason, OptionalLong.empty());
    }

    @Override
    public Kind kind() {
      return Kind.DECLINE;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  /**
   * Whoever is in charge changes the goal or the shares. Members whose share or terms change are
   * asked again.
   *
   * @param by the id of the person
   * @param at when
   * @param proposal the goal and the shares from now on
   * @param reason why
   */
  record Revised(String by, Instant at, Proposal proposal, Text reason) implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank
     */
    public Revised {
      check(Kind.REVISE, by, at, reason);
    }

    @Override
    public Kind kind() {
      return Kind.REVISE;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  /**
   * Whoever is in charge gives another deadline.
   *
   * @param by the id of the person
   * @param at when
   * @param answerBy until when everybody is asked to accept or decline, after {@code at}
   * @param reason why
   */
  record DeadlineMoved(String by, Instant at, Instant answerBy, Text reason)
      implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank, or the deadline is
     *     not after {@code at}
     */
    public DeadlineMoved {
      check(Kind.MOVE_DEADLINE, by, at, reason);
      checkDeadline(answerBy, at);
    }

    @Override
    public Kind kind() {
      return Kind.MOVE_DEADLINE;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  /**
   * Whoever is in charge takes the proposal back; nothing can follow.
   *
   * @param by the id of the person
   * @param at when
   * @param reason why
   */
  record Withdrawn(String by, Instant at, Text reason) implements AgreementStep {
    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if {@code by} or {@code reason} is blank
     */
    public Withdrawn {
      check(Kind.WITHDRAW, by, at, reason);
    }

    @Override
    public Kind kind() {
      return Kind.WITHDRAW;
    }

    @Override
    public Optional<Text> said() {
      return Optional.of(reason);
    }
  }

  private static void check(Kind kind, String by, Instant at, Text words) {
    checkActor(kind, by, at);
    checkWords(kind, by, at, words);
  }

  private static void checkActor(Kind kind, String by, Instant at) {
    checkArgument(
        !by.isBlank(), "the step %s at %s is by '%s'; it must be a person's id", kind, at, by);
  }

  private static void checkWords(Kind kind, String by, Instant at, Text words) {
    checkArgument(
        words.wordings().stream().noneMatch(String::isBlank),
        "%s takes the step %s at %s with the words '%s'; they must not be blank",
        by,
        kind,
        at,
        words);
  }

  private static void checkDeadline(Instant answerBy, Instant at) {
    checkArgument(
        answerBy.isAfter(at), "answers are asked by %s at %s; it must be later", answerBy, at);
  }

  private static void checkCounter(long counter, String by) {
    checkArgument(counter >= 0, "%s names %s instead; it must be at least 0", by, counter);
  }
}
