package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

/** The curve {@code a·x^b}. */
record PowerCurve(double a, double b) implements ResponseCurve {
  PowerCurve {
    checkArgument(
        a > 0 && Double.isFinite(a) && b > 0 && b < 1,
        "the curve a·x^b has a = %s and b = %s; a must be above 0, b between 0 and 1",
        a,
        b);
  }

  @Override
  public double value(double input) {
    return a * Math.pow(input, b);
  }

  @Override
  public double marginal(double input) {
    return a * b * Math.pow(input, b - 1);
  }

  @Override
  public double gain(double input, double more) {
    return input == 0 ? value(more) : value(input) * Math.expm1(b * Math.log1p(more / input));
  }

  @Override
  public double inputAt(double price) {
    return Math.pow(a * b / price, 1 / (1 - b));
  }

  @Override
  public String toString() {
    return a + "·x^" + b;
  }
}
