package dev.pacesetter.plan.need;

/**
 * Why nothing can be said yet, and what would change that.
 *
 * @param step the step of which too little is known, or {@link #VALUE} for the value of deals
 * @param lacking what is lacking
 * @param more how many more of it are needed, at least 1
 */
public record MissingEvidence(String step, Lacking lacking, long more) {
  /** Stands for the value of deals won. */
  public static final String VALUE = "value";

  /** What is lacking. */
  public enum Lacking {
    /** Cases with a known end. */
    CASES,
    /** A case that led to the next step: without any, no number of cases can be named. */
    SUCCESSES
  }
}
