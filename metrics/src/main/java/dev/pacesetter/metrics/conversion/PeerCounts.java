package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/** Checked columns of successes and trials, one row for each peer that has trials. */
final class PeerCounts {
  private static final double LEAST_EXPOSURE = 1e-9;
  private static final double MOST_EXPOSURE = 1e12;

  private final long[] successes;
  private final long[] trials;

  private PeerCounts(long[] successes, long[] trials) {
    this.successes = successes;
    this.trials = trials;
  }

  static PeerCounts ofShares(long[] successes, long[] trials) {
    checkArgument(
        successes.length == trials.length,
        "there are %s counts of successes and %s of trials; there must be one of each for a peer",
        successes.length,
        trials.length);
    long[] some = new long[trials.length];
    long[] ofAll = new long[trials.length];
    int peers = 0;
    for (int i = 0; i < trials.length; i++) {
      checkShare(successes[i], trials[i]);
      if (trials[i] > 0) {
        some[peers] = successes[i];
        ofAll[peers++] = trials[i];
      }
    }
    return new PeerCounts(Arrays.copyOf(some, peers), Arrays.copyOf(ofAll, peers));
  }

  static void checkShare(long successes, long trials) {
    checkArgument(
        successes >= 0 && successes <= trials,
        "a peer has %s successes in %s trials; there must be from 0 to the number of trials",
        successes,
        trials);
  }

  static void checkRate(long count, double exposure) {
    boolean possible =
        exposure == 0 ? count == 0 : exposure >= LEAST_EXPOSURE && exposure <= MOST_EXPOSURE;
    if (count < 0 || !possible) {
      throw new IllegalArgumentException(
          "a peer has a count of "
              + count
              + " in an exposure of "
              + exposure
              + "; the count must be at least 0, the exposure from 1e-9 to 1e12, or 0 with a count"
              + " of 0");
    }
  }

  int size() {
    return trials.length;
  }

  long successes(int peer) {
    return successes[peer];
  }

  long trials(int peer) {
    return trials[peer];
  }

  long[] successes() {
    return successes;
  }

  long[] failures() {
    long[] failures = new long[trials.length];
    Arrays.setAll(failures, i -> trials[i] - successes[i]);
    return failures;
  }

  long[] trials() {
    return trials;
  }

  double totalSuccesses() {
    return Arrays.stream(successes).asDoubleStream().sum();
  }

  double totalTrials() {
    return Arrays.stream(trials).asDoubleStream().sum();
  }
}
