package dev.pacesetter.plan;

/** Which way a real share became a whole amount. */
public enum Rounding {
  /** The share was whole. */
  EXACT("exact"),
  /** To the next whole amount. */
  UP("up"),
  /** To the whole amount before. */
  DOWN("down");

  /** A share this close to a whole amount is that amount. */
  private static final double WHOLE = 1e-7;

  private final String key;

  Rounding(String key) {
    this.key = key;
  }

  static Rounding of(double share, long amount) {
    double moved = amount - share;
    return Math.abs(moved) <= WHOLE ? EXACT : moved > 0 ? UP : DOWN;
  }

  String key() {
    return key;
  }
}
