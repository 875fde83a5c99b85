package dev.pacesetter.examples.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The funnel kept up to date as one would write it for this one question: an object a subject in a
 * map, and a queue of those that will run out of time. It takes events in the order of time alone,
 * and knows how many entered a step and how many may still go on; no values, no late events, none
 * that arrive again.
 */
final class MapFunnel implements KeptFunnel {
  private static final int STEPS = SalesEvents.STEPS.size();
  private static final long NEVER = Long.MIN_VALUE;

  private final long within = FunnelQuestion.WITHIN.toMillis();
  private final Map<Long, Subject> subjects = new HashMap<>();
  private final PriorityQueue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparingLong(Deadline::time));
  private final long[] entered = new long[STEPS];
  private final long[] pending = new long[STEPS];

  /** When a subject runs out of time, unless something happens. */
  private record Deadline(long time, Subject subject) {}

  /** What one subject did, as far as it matters. */
  private static final class Subject {
    /** By step: when the chain that came there last was entered. */
    private final long[] entries = new long[STEPS];

    /** The same before the latest instant, whose events are taken in the order of their steps. */
    private final long[] before = new long[STEPS];

    private final boolean[] seen = new boolean[STEPS];
    private long latest = NEVER;
    private int depth = -1;
    private boolean isPending;

    Subject() {
      Arrays.fill(entries, NEVER);
    }

    void happens(int step, long time, long within) {
      if (time > latest) {
        latest = time;
        System.arraycopy(entries, 0, before, 0, STEPS);
        Arrays.fill(seen, false);
      }
      seen[step] = true;
      System.arraycopy(before, 0, entries, 0, STEPS);
      for (int k = 0; k < STEPS; k++) {
        if (seen[k] && k == 0) {
          entries[0] = time;
        } else if (seen[k] && entries[k - 1] != NEVER && entries[k - 1] + within >= time) {
          entries[k] = entries[k - 1];
        }
      }
    }

    int reached() {
      int reached = depth;
      while (reached + 1 < STEPS && entries[reached + 1] != NEVER) {
        reached++;
      }
      return reached;
    }
  }

  @Override
  public void apply(long subject, int event, long time) {
    expire(time);
    if (event >= STEPS) {
      return;
    }
    Subject known = subjects.computeIfAbsent(subject, key -> new Subject());
    if (known.isPending) {
      pending[known.depth]--;
    }
    long before = known.depth < 0 ? NEVER : known.entries[known.depth];
    known.happens(event, time, within);
    int reached = known.reached();
    while (known.depth < reached) {
      entered[++known.depth]++;
    }
    long since = reached < 0 ? NEVER : known.entries[reached];
    known.isPending = reached >= 0 && reached < STEPS - 1 && since + within >= time;
    if (known.isPending) {
      pending[reached]++;
      if (since != before) {
        deadlines.add(new Deadline(since + within, known));
      }
    }
  }

  private void expire(long time) {
    while (!deadlines.isEmpty() && deadlines.element().time() < time) {
      Subject subject = deadlines.remove().subject();
      if (subject.isPending && subject.entries[subject.depth] + within < time) {
        subject.isPending = false;
        pending[subject.depth]--;
      }
    }
  }

  @Override
  public long entered(int step) {
    return entered[step];
  }

  @Override
  public long pending(int step) {
    return pending[step];
  }

  @Override
  public int subjects() {
    return subjects.size();
  }
}
