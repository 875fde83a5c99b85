package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a part of a table must come to.
 *
 * @param part the part
 * @param bound how the amount binds it
 * @param amount whole units, from 0 to {@value Division#MOST}
 */
public record Requirement(Part part, Bound bound, long amount) {
  /** How an amount binds a part. */
  public enum Bound {
    /** The part comes to just this. */
    EXACTLY,
    /** The part comes to this or more. */
    AT_LEAST,
    /** The part comes to this or less. */
    AT_MOST
  }

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if the amount is out of range
   */
  public Requirement {
    checkArgument(
        amount >= 0 && amount <= Division.MOST,
        "%s must come to %s; from 0 to %s is possible",
        part,
        amount,
        Division.MOST);
  }

  long least() {
    return bound == Bound.AT_MOST ? 0 : amount;
  }

  long most() {
    return bound == Bound.AT_LEAST ? Bounds.NO_MOST : amount;
  }

  /**
   * Returns whether an amount is what is required.
   *
   * @param found whole units
   * @return whether it lies within the bound
   */
  public boolean isMetBy(long found) {
    return least() <= found && found <= most();
  }
}
