package dev.pacesetter.plan;

/** Which way a real share became a whole amount, a multiple of the plan's unit. */
public enum Rounding {
  /** The share was whole. */
  EXACT("exact"),
  /** To the next whole amount. */
  UP("up"),
  /** To the whole amount before. */
  DOWN("down");

  /** A share this close to a whole unit is that unit. */
  private static final double WHOLE = 1e-7;

  private final String key;

  Rounding(String key) {
    this.key = key;
  }

  static Rounding of(double share, long amount, long unit) {
    double moved = amount - share;
    return Math.abs(moved) <= WHOLE * unit ? EXACT : moved > 0 ? UP : DOWN;
  }

  String key() {
    return key;
  }
}
