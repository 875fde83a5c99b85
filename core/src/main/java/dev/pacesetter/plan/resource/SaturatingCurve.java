package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

/** The curve {@code a·(1 - e^(-x/c))}. */
record SaturatingCurve(double a, double c) implements ResponseCurve {
  SaturatingCurve {
    checkArgument(
        a > 0 && Double.isFinite(a) && c > 0 && Double.isFinite(c),
        "the curve a·(1 - e^(-x/c)) has a = %s and c = %s; both must be finite and above 0",
        a,
        c);
  }

  @Override
  public double value(double input) {
    return -a * Math.expm1(-input / c);
  }

  @Override
  public double marginal(double input) {
    return a / c * Math.exp(-input / c);
  }

  @Override
  public double gain(double input, double more) {
    return Math.exp(-input / c) * value(more);
  }

  @Override
  public double inputAt(double price) {
    return Math.max(0, c * Math.log(a / c / price));
  }

  @Override
  public String toString() {
    return a + "·(1 - e^(-x/" + c + "))";
  }
}
