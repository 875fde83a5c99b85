package dev.pacesetter.examples.conformance.check;

import java.util.Optional;

/**
 * One question to the library and how it came out.
 *
 * @param id the id of the case
 * @param group where it is counted
 * @param verdict how it came out
 * @param difference what differs; present exactly if failed or doubtful
 * @param reason why it cannot be asked; present exactly if not expressible
 */
public record Check(
    String id,
    Group group,
    Verdict verdict,
    Optional<Difference> difference,
    Optional<Reason> reason) {
  /**
   * Returns the check of an answer.
   *
   * @param id the id of the case
   * @param group where it is counted
   * @param difference what differs, if anything
   * @param doubtful whether the case is information rather than a requirement
   * @return the check
   */
  public static Check of(
      String id, Group group, Optional<Difference> difference, boolean doubtful) {
    Verdict verdict =
        difference.isEmpty() ? Verdict.PASSED : doubtful ? Verdict.DOUBTFUL : Verdict.FAILED;
    return new Check(id, group, verdict, difference, Optional.empty());
  }

  /**
   * Returns the check of a question that cannot be asked.
   *
   * @param id the id of the case
   * @param group where it is counted
   * @param reason why not
   * @return the check
   */
  public static Check notExpressible(String id, Group group, Reason reason) {
    return new Check(id, group, Verdict.NOT_EXPRESSIBLE, Optional.empty(), Optional.of(reason));
  }
}
