package dev.pacesetter.division;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Divides a whole total over one axis by largest remainder, within bounds. */
final class SingleAxis {
  private static final double AT_BOUND = 1e-9;

  private final Bounds bounds;
  private final long[] amounts;
  private final double[] weights;
  private final boolean isScaled;
  private long left;

  private SingleAxis(
      long total, double[] shares, boolean isScaled, Bounds bounds, Optional<Transport> room) {
    this.isScaled = isScaled;
    this.bounds = Bounds.none(shares.length);
    amounts = new long[shares.length];
    weights = shares.clone();
    left = total;
    for (int place = 0; place < amounts.length; place++) {
      int at = place;
      long least = Math.max(bounds.least(place), room.map(of -> of.floor(at)).orElse(0L));
      this.bounds.set(place, least, bounds.most(place));
      if (bounds.isExact(place) || isAt(shares[place], bounds.most(place))) {
        hold(place, bounds.most(place));
      } else if (isAt(shares[place], least)) {
        hold(place, least);
      }
    }
  }

  /** Whether a share lies at a bound but for what scaling left; no unit may lift it from there. */
  private static boolean isAt(double share, long bound) {
    return bound > 0
        && bound != Bounds.NO_MOST
        && Math.abs(share - bound) <= bound * AT_BOUND + ControlledRounding.WHOLE;
  }

  private void hold(int place, long amount) {
    bounds.set(place, amount, amount);
    amounts[place] = amount;
    left -= amount;
    weights[place] = 0;
  }

  /**
   * Divides.
   *
   * @param total what to divide
   * @param shares real shares that keep the bounds, or weights where nothing is bounded
   * @param isScaled whether the shares were scaled, so that their last bits mean nothing
   * @param bounds whole bounds
   * @param room what another axis has room for, empty where everything fits
   * @return the amounts; empty where there is no room for all of the total
   */
  static Optional<long[]> divide(
      long total, double[] shares, boolean isScaled, Bounds bounds, Optional<Transport> room) {
    SingleAxis axis = new SingleAxis(total, shares, isScaled, bounds, room);
    if (Arrays.stream(axis.weights).allMatch(weight -> weight <= 0)) {
      return axis.left == 0 ? axis.fitting(room) : Optional.empty();
    }
    int[] ranking = axis.floors();
    long[] plain = axis.amounts.clone();
    if (axis.placeOneEach(ranking, plain)
        && room.map(transport -> fits(transport, plain)).orElse(true)) {
      return Optional.of(plain);
    }
    return room.flatMap(transport -> axis.passingOver(transport, ranking));
  }

  private Optional<long[]> fitting(Optional<Transport> room) {
    return room.map(transport -> fits(transport, amounts)).orElse(true)
        ? Optional.of(amounts)
        : Optional.empty();
  }

  private static boolean fits(Transport transport, long[] amounts) {
    Transport tried = transport.fresh();
    return tried.place(amounts) == Arrays.stream(amounts).sum();
  }

  /** Gives everybody the floor of their quota and returns who has a remainder, largest first. */
  private int[] floors() {
    Apportionment quotas =
        isScaled ? Apportionment.nearQuotas(left, weights) : Apportionment.quotas(left, weights);
    for (int place = 0; place < amounts.length; place++) {
      if (!bounds.isExact(place)) {
        amounts[place] =
            Math.min(bounds.most(place), Math.max(bounds.least(place), quotas.floors()[place]));
        left -= amounts[place];
      }
    }
    int[] ranking = quotas.ranking();
    for (int rank = ranking.length - 1; rank >= 0 && left < 0; rank--) {
      if (amounts[ranking[rank]] > bounds.least(ranking[rank])) {
        amounts[ranking[rank]]--;
        left++;
      }
    }
    return ranking;
  }

  /** Gives what is left one each; returns whether all of it found somebody. */
  private boolean placeOneEach(int[] ranking, long[] to) {
    long rest = left;
    for (int rank = 0; rank < ranking.length && rest > 0; rank++) {
      if (to[ranking[rank]] < bounds.most(ranking[rank])) {
        to[ranking[rank]]++;
        rest--;
      }
    }
    for (int place = 0; place < to.length && rest > 0; place++) {
      if (weights[place] > 0 && to[place] < bounds.most(place)) {
        to[place]++;
        rest--;
      }
    }
    return rest == 0;
  }

  /** The same, but a unit that the other axis has no room for goes to the next. */
  private Optional<long[]> passingOver(Transport transport, int[] ranking) {
    long[] placed = new long[amounts.length];
    long rest = left;
    for (int place = 0; place < placed.length; place++) {
      long already = Math.min(amounts[place], transport.floor(place));
      placed[place] = already + transport.place(place, amounts[place] - already);
      if (bounds.isExact(place) && placed[place] < amounts[place]) {
        return Optional.empty();
      }
      rest += amounts[place] - placed[place];
    }
    rest -= oneEach(transport, ranking, placed, rest);
    int[] anybody = IntStream.range(0, placed.length).filter(place -> weights[place] > 0).toArray();
    while (rest > 0) {
      long more = inProportion(transport, placed, rest);
      more += oneEach(transport, anybody, placed, rest - more);
      if (more == 0) {
        return Optional.empty();
      }
      rest -= more;
    }
    return Optional.of(placed);
  }

  /** Places whole parts of what is left by weight, so that much of it takes few rounds. */
  private long inProportion(Transport transport, long[] placed, long rest) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    long more = 0;
    for (int place = 0; place < placed.length; place++) {
      long part =
          Math.min(
              (long) ((double) rest * (weights[place] / sum)), bounds.most(place) - placed[place]);
      if (part > 0) {
        long found = transport.place(place, Math.min(part, rest - more));
        placed[place] += found;
        more += found;
      }
    }
    return more;
  }

  private long oneEach(Transport transport, int[] order, long[] placed, long most) {
    long more = 0;
    for (int rank = 0; rank < order.length && more < most; rank++) {
      int place = order[rank];
      if (placed[place] < bounds.most(place)) {
        long unit = transport.place(place, 1);
        placed[place] += unit;
        more += unit;
      }
    }
    return more;
  }
}
