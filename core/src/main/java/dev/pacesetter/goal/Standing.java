package dev.pacesetter.goal;

import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a member stands with their share of a goal.
 *
 * @param member the id of the person
 * @param share what they are asked for, in the unit of the target
 * @param answer what they said last
 * @param since when this answer came about: when they gave it, or when they were asked
 * @param said their words, or those they got to their question; empty where there are none
 * @param counter the share they would take instead; empty where they named none
 * @param voided the share they had accepted before a revision asked them again; empty where that
 *     did not happen, or they have accepted or declined since
 */
public record Standing(
    String member,
    long share,
    Answer answer,
    Instant since,
    Optional<Text> said,
    OptionalLong counter,
    OptionalLong voided) {

  /** What a member said last. */
  public enum Answer {
    /** Nothing since they were asked, or since their question was answered. */
    PENDING,
    /** A question that is not answered yet. */
    QUESTIONED,
    /** Another number. */
    COUNTERED,
    /** They take their share. */
    ACCEPTED,
    /** They do not take their share. */
    DECLINED
  }

  /**
   * Returns whether the member has made up their mind.
   *
   * @return whether they accepted or declined
   */
  public boolean isFinal() {
    return answer == Answer.ACCEPTED || answer == Answer.DECLINED;
  }

  /** A member who is asked. */
  static Standing asked(String member, long share, Instant at, OptionalLong voided) {
    return new Standing(
        member, share, Answer.PENDING, at, Optional.empty(), OptionalLong.empty(), voided);
  }

  /** The same share with another answer; accepting or declining settles what a revision voided. */
  Standing saying(Answer answer, AgreementStep step, OptionalLong counter) {
    boolean settled = answer == Answer.ACCEPTED || answer == Answer.DECLINED;
    return new Standing(
        member,
        share,
        answer,
        step.at(),
        step.said(),
        counter,
        settled ? OptionalLong.empty() : voided);
  }
}
