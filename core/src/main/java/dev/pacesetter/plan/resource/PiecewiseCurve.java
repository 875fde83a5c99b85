package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;

/** Straight lines from the origin through points, level after the last. */
record PiecewiseCurve(ImmutableDoubleArray inputs, ImmutableDoubleArray returns)
    implements ResponseCurve {

  static PiecewiseCurve of(double[] inputs, double[] returns) {
    return new PiecewiseCurve(
        ImmutableDoubleArray.copyOf(inputs), ImmutableDoubleArray.copyOf(returns));
  }

  PiecewiseCurve {
    checkArgument(
        !inputs.isEmpty() && inputs.length() == returns.length(),
        "a curve has %s inputs and %s returns; as many of both are needed, at least one",
        inputs.length(),
        returns.length());
    double before = Double.POSITIVE_INFINITY;
    for (int line = 0; line < inputs.length(); line++) {
      double width = inputs.get(line) - (line == 0 ? 0 : inputs.get(line - 1));
      double height = returns.get(line) - (line == 0 ? 0 : returns.get(line - 1));
      double slope = height / width;
      checkArgument(
          width > 0 && Double.isFinite(width) && slope >= 0 && slope <= before,
          "the line up to (%s, %s) has the slope %s after %s; inputs must ascend, lines be ever"
              + " less steep, and none fall",
          inputs.get(line),
          returns.get(line),
          slope,
          before);
      before = slope;
    }
  }

  @Override
  public double value(double input) {
    return gain(0, input);
  }

  @Override
  public double marginal(double input) {
    for (int line = 0; line < inputs.length(); line++) {
      if (input < inputs.get(line)) {
        return slope(line);
      }
    }
    return 0;
  }

  @Override
  public double gain(double input, double more) {
    double gain = 0;
    double start = 0;
    for (int line = 0; line < inputs.length(); line++) {
      double end = inputs.get(line);
      double width = Math.min(end, input + more) - Math.max(start, input);
      if (width > 0) {
        gain += width * slope(line);
      }
      start = end;
    }
    return gain;
  }

  @Override
  public double inputAt(double price) {
    double input = 0;
    for (int line = 0; line < inputs.length() && slope(line) >= price; line++) {
      input = inputs.get(line);
    }
    return input;
  }

  private double slope(int line) {
    double start = line == 0 ? 0 : inputs.get(line - 1);
    double from = line == 0 ? 0 : returns.get(line - 1);
    return (returns.get(line) - from) / (inputs.get(line) - start);
  }

  @Override
  public String toString() {
    return "lines through " + inputs + " and " + returns;
  }
}
