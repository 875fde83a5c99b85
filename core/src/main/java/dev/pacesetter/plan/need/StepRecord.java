package dev.pacesetter.plan.need;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.conversion.PeerEstimates;

/**
 * How many of a step led to the next, or to a deal won, for oneself and for peers.
 *
 * @param step what is counted, such as {@code proposal}
 * @param passed how many of one's own led on, from 0 to {@code entered}
 * @param entered how many one had, each with a known end
 * @param peersPassed the same for each peer
 * @param peersEntered the same for each peer
 */
public record StepRecord(
    String step,
    long passed,
    long entered,
    ImmutableLongArray peersPassed,
    ImmutableLongArray peersEntered) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if the step is blank, the lengths differ, or a count is out of
   *     range
   */
  public StepRecord {
    checkArgument(!step.isBlank(), "a step is '%s'; it must not be blank", step);
    checkArgument(
        peersPassed.length() == peersEntered.length(),
        "step %s has %s peers who passed and %s who entered; both must be the same",
        step,
        peersPassed.length(),
        peersEntered.length());
    check(step, passed, entered);
    for (int peer = 0; peer < peersPassed.length(); peer++) {
      check(step, peersPassed.get(peer), peersEntered.get(peer));
    }
  }

  /**
   * Returns a record without peers.
   *
   * @param step what is counted
   * @param passed how many led on, from 0 to {@code entered}
   * @param entered how many there were
   * @return the record
   * @throws IllegalArgumentException if the step is blank or a count is out of range
   */
  public static StepRecord of(String step, long passed, long entered) {
    return new StepRecord(step, passed, entered, ImmutableLongArray.of(), ImmutableLongArray.of());
  }

  /**
   * Returns this record beside those of peers.
   *
   * @param passed how many led on for each peer
   * @param entered how many each peer had
   * @return the record
   * @throws IllegalArgumentException if the lengths differ or a count is out of range
   */
  public StepRecord withPeers(long[] passed, long[] entered) {
    return new StepRecord(
        step,
        this.passed,
        this.entered,
        ImmutableLongArray.copyOf(passed),
        ImmutableLongArray.copyOf(entered));
  }

  /** How many there were in all. */
  long allEntered() {
    return entered + peersEntered.stream().sum();
  }

  /** How many led on in all. */
  long allPassed() {
    return passed + peersPassed.stream().sum();
  }

  /** What is known about one's own true rate. */
  StepRate rate() {
    long[] successes = new long[peersPassed.length() + 1];
    long[] trials = new long[successes.length];
    successes[0] = passed;
    trials[0] = entered;
    for (int peer = 1; peer < successes.length; peer++) {
      successes[peer] = peersPassed.get(peer - 1);
      trials[peer] = peersEntered.get(peer - 1);
    }
    PeerEstimates estimates = PeerEstimates.ofShares(successes, trials);
    Measure estimate = estimates.estimate(0);
    double mean = estimate.value();
    double strength = mean * (1 - mean) / estimates.variance(0) - 1;
    return new StepRate(estimate, mean * strength, (1 - mean) * strength);
  }

  private static void check(String step, long passed, long entered) {
    checkArgument(
        passed >= 0 && passed <= entered,
        "%s of %s passed step %s; from none to all of them can",
        passed,
        entered,
        step);
  }
}
