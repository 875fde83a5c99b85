package dev.pacesetter.metrics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a series leaves open about the parameters of its smoothing: points of the parameters with
 * their probabilities, each with what is then left open about start and error.
 *
 * <p>The parameters may lie wherever errors of the past fade, which for the level is twice as far
 * as a fit looks: a true level that jumps would otherwise be at the edge of what is thought
 * possible, and always be taken to jump less. Every start is equally likely beforehand, and every
 * size of the error. Points are spread evenly at first, then where the likelihood of those before
 * lies, by a sequence without chance, and weighted by the likelihood over the density with which
 * points were spread. So the same series always has the same points.
 */
final class SmoothingPosterior {
  private static final int EVEN = 128;
  private static final int NEAR = 160;
  private static final int ROUNDS = 2;
  private static final double EDGE = 1e-4;
  private static final double NEGLIGIBLE = 1e-7;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final List<SmoothingRegression> points;
  private final double[] weights;

  private SmoothingPosterior(List<SmoothingRegression> points, double[] weights) {
    this.points = points;
    this.weights = weights;
  }

  /** Empty where the series is told without error, or no parameters suit it. */
  static Optional<SmoothingPosterior> of(SmoothingModel model, double[] values) {
    return new Search(model, values).posterior();
  }

  List<SmoothingRegression> points() {
    return points;
  }

  /** The points up to this one have at least this probability. */
  SmoothingRegression pointAt(double probability) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum >= probability) {
        return points.get(i);
      }
    }
    return points.get(weights.length - 1);
  }

  double weight(int point) {
    return weights[point];
  }

  /** Spreads points over the logits of the parameters. */
  private static final class Search {
    private final SmoothingModel model;
    private final double[] values;
    private final SmoothingState start;
    private final int size;
    private final double scale;
    private final double leastSquares;
    private final List<SmoothingRegression> points = new ArrayList<>();
    private final List<double[]> logits = new ArrayList<>();
    private final List<Cloud> clouds = new ArrayList<>();

    Search(SmoothingModel model, double[] values) {
      // the same but for squares of errors, and without parts of 1-α, which may be negative here
      this.model = model.updating(SeasonalUpdate.FORECAST_LEVEL);
      this.values = values;
      this.start = SmoothingFit.start(model, values);
      this.size = SmoothingFit.size(model);
      double largest = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        largest = Math.max(largest, Math.abs(value));
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      this.scale = most > least ? most - least : 1;
      this.leastSquares = values.length * (1e-12 * largest) * (1e-12 * largest);
    }

    Optional<SmoothingPosterior> posterior() {
      for (int i = 0; i < EVEN; i++) {
        double[] logit = new double[size];
        for (int j = 0; j < size; j++) {
          logit[j] = logit(LowDiscrepancy.of(i, j, size));
        }
        add(logit);
      }
      int spread = EVEN;
      for (int round = 0; round < ROUNDS && !points.isEmpty(); round++) {
        Cloud cloud = Cloud.around(logits, weights(spread, round == 0 ? 0.25 : 1));
        for (int i = 0; i < NEAR; i++) {
          double[] normals = new double[size];
          for (int j = 0; j < size; j++) {
            normals[j] =
                NORMAL.inverseCumulativeProbability(LowDiscrepancy.of(spread + i, j, size));
          }
          add(cloud.at(normals));
        }
        spread += NEAR;
        clouds.add(cloud);
      }
      double least = points.stream().mapToDouble(SmoothingRegression::squares).min().orElse(0);
      return least > leastSquares ? Optional.of(result(weights(spread, 1))) : Optional.empty();
    }

    private void add(double[] logit) {
      double[] shares = new double[size];
      for (int j = 0; j < size; j++) {
        shares[j] = share(logit[j]);
      }
      SmoothingRegression.of(model, values, weights(shares), start, scale, leastSquares)
          .ifPresent(
              regression -> {
                points.add(regression);
                logits.add(logit);
              });
    }

    /**
     * Each share is of all that lets errors of the past fade: {@code α < 1+φ}, {@code αβ <
     * (1+φ)·(2-α)} and {@code γ < 2-α}.
     */
    private SmoothingWeights weights(double... shares) {
      int next = 0;
      double phi =
          model.isDamped()
              ? SmoothingFit.LEAST_PHI + (1 - SmoothingFit.LEAST_PHI) * shares[size - 1]
              : 1;
      double alpha = (1 + phi) * shares[next++];
      double beta = model.hasTrend() ? (1 + phi) * (2 - alpha) / alpha * shares[next++] : 0;
      double gamma = model.seasonality().isPresent() ? (2 - alpha) * shares[next] : 0;
      return new SmoothingWeights(alpha, beta, gamma, phi);
    }

    /**
     * Of shares, such that α, αβ and γ are equally likely wherever errors fade, and the density of
     * φ rises with {@code (1-φ)^(-3/4)}, as trends that last are what forecasts must be ready for.
     */
    private double logPrior(double... logit) {
      double log = 0;
      int ranges = (model.hasTrend() ? 1 : 0) + (model.seasonality().isPresent() ? 1 : 0);
      if (ranges > 0) {
        log += ranges * Math.log(2 - 2 * share(logit[0]));
      }
      return model.isDamped() ? log - 0.75 * Math.log(1 - share(logit[size - 1])) : log;
    }

    private static double share(double logit) {
      return Math.min(1 - EDGE, Math.max(EDGE, 1 / (1 + Math.exp(-logit))));
    }

    /** The likelihood to a power over the density of points, summing to 1. */
    private double[] weights(int spread, double power) {
      double[] logs = new double[points.size()];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < logs.length; i++) {
        double[] logit = logits.get(i);
        double even = 0;
        for (double x : logit) {
          even -= Math.abs(x) + 2 * Math.log1p(Math.exp(-Math.abs(x)));
        }
        double density = EVEN * Math.exp(even);
        for (Cloud cloud : clouds) {
          density += NEAR * cloud.density(logit);
        }
        logs[i] =
            power * (points.get(i).logLikelihood() + logPrior(logit))
                + even
                - Math.log(density / spread);
        most = Math.max(most, logs[i]);
      }
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        logs[i] = Math.exp(logs[i] - most);
        sum += logs[i];
      }
      for (int i = 0; i < logs.length; i++) {
        logs[i] /= sum;
      }
      return logs;
    }

    private SmoothingPosterior result(double[] weights) {
      List<SmoothingRegression> kept = new ArrayList<>();
      double[] keptWeights = new double[weights.length];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > NEGLIGIBLE) {
          keptWeights[kept.size()] = weights[i];
          kept.add(points.get(i));
          sum += weights[i];
        }
      }
      double[] all = Arrays.copyOf(keptWeights, kept.size());
      for (int i = 0; i < all.length; i++) {
        all[i] /= sum;
      }
      return new SmoothingPosterior(kept, all);
    }

    private static double logit(double share) {
      return Math.log(share / (1 - share));
    }
  }
}
