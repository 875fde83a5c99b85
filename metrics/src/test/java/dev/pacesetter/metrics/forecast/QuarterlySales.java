package dev.pacesetter.metrics.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What a seller, or all together, sold by halves of quarters, order by order, and was to sell. */
final class QuarterlySales {
  private final List<List<Long>> firstHalves = new ArrayList<>();
  private final List<List<Long>> secondHalves = new ArrayList<>();
  private final long[] quotas;

  QuarterlySales(int quarters) {
    for (int quarter = 0; quarter < quarters; quarter++) {
      firstHalves.add(new ArrayList<>());
      secondHalves.add(new ArrayList<>());
    }
    quotas = new long[quarters];
  }

  /** All of some sellers as one. */
  static QuarterlySales together(List<QuarterlySales> sellers) {
    QuarterlySales all = new QuarterlySales(sellers.get(0).quotas.length);
    for (QuarterlySales seller : sellers) {
      for (int quarter = 0; quarter < all.quotas.length; quarter++) {
        all.firstHalves.get(quarter).addAll(seller.firstHalves.get(quarter));
        all.secondHalves.get(quarter).addAll(seller.secondHalves.get(quarter));
        all.quotas[quarter] += seller.quotas[quarter];
      }
    }
    return all;
  }

  void setQuota(int quarter, long quota) {
    quotas[quarter] = quota;
  }

  void add(int quarter, boolean isInFirstHalf, long amount) {
    (isInFirstHalf ? firstHalves : secondHalves).get(quarter).add(amount);
  }

  /** What was known in the middle of a quarter: no order after it, and all quotas. */
  QuarterlySales knownInTheMiddleOf(int quarter) {
    QuarterlySales known = new QuarterlySales(quotas.length);
    for (int past = 0; past <= quarter; past++) {
      known.firstHalves.get(past).addAll(firstHalves.get(past));
      if (past < quarter) {
        known.secondHalves.get(past).addAll(secondHalves.get(past));
      }
    }
    System.arraycopy(quotas, 0, known.quotas, 0, quotas.length);
    return known;
  }

  /** The amounts of the orders of a first half, ascending. */
  long[] firstHalf(int quarter) {
    return firstHalves.get(quarter).stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** The amounts of the orders of a second half, ascending. */
  long[] secondHalf(int quarter) {
    return secondHalves.get(quarter).stream().mapToLong(Long::longValue).sorted().toArray();
  }

  long sumOfFirstHalf(int quarter) {
    return LongStream.of(firstHalf(quarter)).sum();
  }

  long sumOfSecondHalf(int quarter) {
    return LongStream.of(secondHalf(quarter)).sum();
  }

  long total(int quarter) {
    return sumOfFirstHalf(quarter) + sumOfSecondHalf(quarter);
  }

  long quota(int quarter) {
    return quotas[quarter];
  }

  /** The first quarter with a quota. */
  int firstQuarter() {
    int quarter = 0;
    while (quotas[quarter] == 0) {
      quarter++;
    }
    return quarter;
  }
}
