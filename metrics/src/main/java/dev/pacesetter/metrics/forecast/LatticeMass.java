package dev.pacesetter.metrics.forecast;

import java.util.Arrays;

/**
 * The distribution of a sum over the cells of a lattice, to which deal after deal is added. Cells
 * at either end that together hold less than a trifle are dropped and counted.
 */
final class LatticeMass {
  private final double trifle;
  private double[] mass;
  private double[] next;
  private int size;

  /** Where in {@code mass} the kept cells begin, and which cell that is. */
  private int start;

  private long firstCell;
  private double dropped;

  LatticeMass(double[] cells, double trifle) {
    this.trifle = trifle;
    this.mass = cells;
    this.next = new double[cells.length];
    this.size = cells.length;
  }

  void add(int cell, double p) {
    if (cell == 0) {
      return;
    }
    int grown = size + cell;
    if (next.length < grown) {
      next = new double[Math.max(grown, next.length + next.length / 2)];
    }
    double[] from = mass;
    double[] to = next;
    double q = 1 - p;
    int offset = start;
    for (int i = 0; i < size; i++) {
      to[i] = q * from[offset + i];
    }
    Arrays.fill(to, size, grown, 0);
    for (int i = 0; i < size; i++) {
      to[i + cell] += p * from[offset + i];
    }
    mass = to;
    next = from;
    size = grown;
    start = 0;
    if (trifle > 0) {
      trim();
    }
  }

  private void trim() {
    double low = 0;
    while (low + mass[start] <= trifle) {
      low += mass[start++];
    }
    double high = 0;
    int end = size;
    while (high + mass[end - 1] <= trifle) {
      high += mass[--end];
    }
    firstCell += start;
    size = end - start;
    dropped += low + high;
  }

  /** The probability of all that was dropped. */
  double dropped() {
    return dropped;
  }

  Totals totals(long width) {
    return Totals.ofLattice(Arrays.copyOfRange(mass, start, start + size), firstCell, width);
  }
}
