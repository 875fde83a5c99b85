package dev.pacesetter.plan;

import dev.pacesetter.division.ControlledRounding;

/** Which way a real share became a whole amount, a multiple of the plan's unit. */
public enum Rounding {
  /** The share was whole. */
  EXACT("exact"),
  /** To the next whole amount. */
  UP("up"),
  /** To the whole amount before. */
  DOWN("down");

  private final String key;

  Rounding(String key) {
    this.key = key;
  }

  static Rounding of(double share, long amount, long unit) {
    double moved = amount - share;
    return Math.abs(moved) <= ControlledRounding.WHOLE * unit ? EXACT : moved > 0 ? UP : DOWN;
  }

  String key() {
    return key;
  }
}
