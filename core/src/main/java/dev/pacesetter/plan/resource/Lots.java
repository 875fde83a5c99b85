package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;

/** Whole lots on top of the least, given out by what they bring; none that brings nothing. */
final class Lots {
  /** Enough to halve the range of all positive doubles down to neighbours. */
  private static final int HALVINGS = 2200;

  private final ImmutableList<Alternative> alternatives;
  private final long lot;
  private final long lots;
  private final long[] limits;

  /** How many lots bring anything. */
  private final long[] room;

  Lots(ImmutableList<Alternative> alternatives, long budget, long lot) {
    checkState(!alternatives.isEmpty(), "a budget of %s has no alternative", budget);
    this.alternatives = alternatives;
    this.lot = lot;
    lots = (budget - alternatives.stream().mapToLong(Alternative::least).sum()) / lot;
    limits =
        alternatives.stream()
            .mapToLong(each -> Math.min(lots, (each.most() - each.least()) / lot))
            .toArray();
    room = taking(Double.MIN_VALUE);
  }

  long[] best() {
    long[] taken = room.clone();
    if (sum(taken) > lots) {
      taken = within();
    }
    long[] amounts = new long[taken.length];
    for (int at = 0; at < amounts.length; at++) {
      amounts[at] = alternatives.get(at).least() + taken[at] * lot;
    }
    return amounts;
  }

  /** Fewer lots than there is room for. */
  private long[] within() {
    double high = 0; // at this and above, no more than there are lots
    for (int at = 0; at < room.length; at++) {
      if (room[at] > 0) {
        high = Math.max(high, gain(at, 0));
      }
    }
    high = Math.nextUp(high);
    double low = Double.MIN_VALUE; // at this, more than there are
    for (int halving = 0; halving < HALVINGS && Math.nextUp(low) < high; halving++) {
      double middle = middle(low, high);
      if (sum(taking(middle)) > lots) {
        low = middle;
      } else {
        high = middle;
      }
    }
    long[] taken = taking(high);
    long[] more = taking(low);
    long left = lots - sum(taken);
    for (int at = 0; at < taken.length && left > 0; at++) {
      long add = Math.min(left, more[at] - taken[at]);
      taken[at] += add;
      left -= add;
    }
    return taken;
  }

  /** The geometric mean, for gains may differ by many powers of ten. */
  private static double middle(double low, double high) {
    double middle = Math.sqrt(low) * Math.sqrt(high);
    return middle > low && middle < high ? middle : low + (high - low) / 2;
  }

  /** How many lots of each alternative bring at least so much, within its limits. */
  private long[] taking(double least) {
    long[] taken = new long[limits.length];
    for (int at = 0; at < taken.length; at++) {
      long low = 0;
      long high = limits[at];
      while (low < high) {
        long middle = low + (high - low + 1) / 2;
        if (gain(at, middle - 1) >= least) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      taken[at] = low;
    }
    return taken;
  }

  /** What one lot more brings where some are taken. */
  private double gain(int at, long taken) {
    Alternative alternative = alternatives.get(at);
    return alternative.response().gain(alternative.least() + (double) taken * lot, (double) lot);
  }

  private static long sum(long[] parts) {
    long sum = 0;
    for (long part : parts) {
      sum = sum > Long.MAX_VALUE - part ? Long.MAX_VALUE : sum + part;
    }
    return sum;
  }
}
