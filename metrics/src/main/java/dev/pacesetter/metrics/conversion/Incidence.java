package dev.pacesetter.metrics.conversion;

/** The shares of Aalen and Johansen and their covariance, carried from one age to the next. */
final class Incidence {
  private double open = 1;
  private final RisingSum won = new RisingSum();
  private final RisingSum lost = new RisingSum();

  private double varOpen;
  private double varWon;
  private double varLost;
  private double covOpenWon;
  private double covOpenLost;

  /** Goes on to an age at which of {@code n} at risk some were won and some lost. */
  void step(long atRisk, long wonNow, long lostNow) {
    if (wonNow + lostNow == 0) {
      return;
    }
    double n = atRisk;
    double d = wonNow + lostNow;
    double w = wonNow / n;
    double l = lostNow / n;
    double stay = (n - d) / n; // exactly 0 when all end
    double noise = open * open / n;
    varWon += 2 * w * covOpenWon + w * w * varOpen + noise * w * ((n - wonNow) / n);
    varLost += 2 * l * covOpenLost + l * l * varOpen + noise * l * ((n - lostNow) / n);
    covOpenWon = stay * (covOpenWon + w * varOpen - noise * w);
    covOpenLost = stay * (covOpenLost + l * varOpen - noise * l);
    varOpen = stay * (stay * varOpen + noise * (d / n));

    won.add(open * w);
    lost.add(open * l);
    open *= stay;
  }

  double open() {
    return open;
  }

  double won() {
    return open == 0 && lost.value == 0 ? 1 : won.value;
  }

  double lost() {
    return open == 0 && won.value == 0 ? 1 : lost.value;
  }

  double openVariance() {
    return varOpen;
  }

  double wonVariance() {
    return won() == 1 ? 0 : Math.max(0, varWon);
  }

  double lostVariance() {
    return lost() == 1 ? 0 : Math.max(0, varLost);
  }

  /** A compensated sum of shares that rounding neither lets fall nor lifts above 1. */
  private static final class RisingSum {
    private double value;
    private double excess; // by how much the value is too large

    void add(double share) {
      double missing = share - excess;
      double next = Math.min(1, Math.max(value, value + missing));
      excess = next - value - missing;
      value = next;
    }
  }
}
