package dev.pacesetter.metrics.forecast;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a series says of the start and the error of a smoothing whose parameters are given.
 *
 * <p>The one-step errors are a linear function of the start, level, trend and all seasons but the
 * last, which level and seasons could only exchange. So the start follows by least squares, its
 * uncertainty is Student's, and what is left is the likelihood of the parameters. In a
 * multiplicative model the function is taken as linear near the least squares.
 */
final class SmoothingRegression {
  private static final int STEPS_OF_CURVED = 4;
  private static final double SMALL = 1e-6;
  private static final double GROWN = 100;

  private final SmoothingWeights parameters;
  private final double[] end; // level, trend, seasons from that of the next value on
  private final double[][] factor; // of the covariance of the end, in units of the error variance
  private final double squares;
  private final double logLikelihood;
  private final int degreesOfFreedom;

  private SmoothingRegression(
      SmoothingWeights parameters,
      double[] end,
      double[][] factor,
      double squares,
      double logLikelihood,
      int degreesOfFreedom) {
    this.parameters = parameters;
    this.end = end;
    this.factor = factor;
    this.squares = squares;
    this.logLikelihood = logLikelihood;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /**
   * Fits the start. The scale is that of the values, the least squares those of which rounding
   * alone could be the reason. Empty where parameters keep no multiplicative model above 0 or leave
   * the start open.
   */
  static Optional<SmoothingRegression> of(
      SmoothingModel model,
      double[] values,
      SmoothingWeights parameters,
      SmoothingState start,
      double scale,
      double leastSquares) {
    double[] at = packed(start);
    int[] free = free(model);
    if (values.length <= free.length + 1) {
      return Optional.empty();
    }
    double[] run = run(model, values, parameters, at);
    double[][] columns = new double[free.length][];
    Cholesky normal = null;
    for (int step = 0; step < (model.isMultiplicative() ? STEPS_OF_CURVED : 1); step++) {
      if (run.length == 0 || !fill(columns, model, values, parameters, at, run, free, scale)) {
        return Optional.empty();
      }
      Cholesky here = Cholesky.of(columns, values.length);
      if (here == null) {
        return Optional.empty();
      }
      normal = here;
      double[] moves = here.solve(columns, run, values.length);
      double[] moved = at.clone();
      for (int j = 0; j < free.length; j++) {
        moved[free[j]] += moves[j];
      }
      double[] next = run(model, values, parameters, moved);
      if (next.length == 0 || squares(next, values.length) > squares(run, values.length)) {
        break; // as near as it comes
      }
      at = moved;
      run = next;
    }
    if (normal == null) {
      return Optional.empty();
    }
    double squares = Math.max(squares(run, values.length), leastSquares);
    int degrees = values.length - free.length - 1; // one for the error, equally likely beforehand
    double logLikelihood = -normal.logDeterminant() - degrees / 2.0 * Math.log(squares);
    double[][] factor = normal.factor(columns, values.length);
    return Optional.of(
        new SmoothingRegression(
            parameters,
            Arrays.copyOfRange(run, values.length, run.length),
            factor,
            squares,
            logLikelihood,
            degrees));
  }

  /** The columns are what a unit of each free part of the start takes away from the errors. */
  private static boolean fill(
      double[][] columns,
      SmoothingModel model,
      double[] values,
      SmoothingWeights parameters,
      double[] at,
      double[] run,
      int[] free,
      double scale) {
    for (int j = 0; j < free.length; j++) {
      double step = model.isMultiplicative() ? SMALL * unit(model, free[j], at) : scale;
      double[] moved = at.clone();
      moved[free[j]] += step;
      double[] column = run(model, values, parameters, moved);
      if (column.length == 0) {
        return false;
      }
      for (int i = 0; i < column.length; i++) {
        column[i] = (column[i] - run[i]) / step;
      }
      for (int i = values.length; i < column.length; i++) {
        double grown = unit(model, i - values.length, at) / unit(model, free[j], at);
        if (!(Math.abs(column[i]) <= GROWN * grown)) {
          return false; // what is long past would count ever more
        }
      }
      columns[j] = column;
    }
    return true;
  }

  private static double unit(SmoothingModel model, int part, double[] at) {
    return model.isMultiplicative() && part < 2 ? at[0] : 1;
  }

  private static double squares(double[] run, int n) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += run[i] * run[i];
    }
    return squares;
  }

  private static int[] free(SmoothingModel model) {
    int[] free = new int[1 + (model.hasTrend() ? 1 : 0) + Math.max(0, model.period() - 1)];
    int next = 1;
    if (model.hasTrend()) {
      free[next++] = 1;
    }
    for (int season = 0; season < model.period() - 1; season++) {
      free[next++] = 2 + season;
    }
    return free;
  }

  private static double[] packed(SmoothingState state) {
    double[] packed = new double[2 + state.period()];
    packed[0] = state.level();
    packed[1] = state.trend();
    System.arraycopy(state.seasons(), 0, packed, 2, state.period());
    return packed;
  }

  /** Returns the errors and after them the end; empty where a multiplicative model dies. */
  private static double[] run(
      SmoothingModel model, double[] values, SmoothingWeights parameters, double[] at) {
    for (double part : at) {
      if (!(Math.abs(part) <= 1e100)) {
        return new double[0];
      }
    }
    Smoothing smoothing =
        new Smoothing(
            model,
            parameters,
            SmoothingState.of(at[0], at[1], Arrays.copyOfRange(at, 2, at.length)));
    double[] run = new double[values.length + at.length];
    for (int i = 0; i < values.length; i++) {
      if (!smoothing.isAlive()) {
        return new double[0];
      }
      run[i] = values[i] - smoothing.forecast();
      smoothing.see(values[i]);
    }
    System.arraycopy(packed(smoothing.state()), 0, run, values.length, at.length);
    return run;
  }

  SmoothingWeights parameters() {
    return parameters;
  }

  double squares() {
    return squares;
  }

  int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /** But for what is the same for all parameters. */
  double logLikelihood() {
    return logLikelihood;
  }

  /**
   * The mean of the end, and with as many standard normal numbers as it has parts, a draw of it.
   */
  SmoothingState end(double deviation, double... normals) {
    double[] drawn = end.clone();
    for (int i = 0; i < drawn.length; i++) {
      for (int j = 0; j < normals.length; j++) {
        drawn[i] += deviation * factor[i][j] * normals[j];
      }
    }
    return SmoothingState.of(drawn[0], drawn[1], Arrays.copyOfRange(drawn, 2, drawn.length));
  }

  /** The number of parts of the start that are estimated. */
  int parts() {
    return factor[0].length;
  }

  /** The mean of a linear function of the end. */
  double at(double... weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * end[i];
    }
    return sum;
  }

  /** The variance of a linear function of the end, in units of the error variance. */
  double variance(double... weights) {
    double variance = 0;
    for (int j = 0; j < parts(); j++) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * factor[i][j];
      }
      variance += sum * sum;
    }
    return variance;
  }
}
