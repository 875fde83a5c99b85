package dev.pacesetter.metrics.conversion;

/**
 * Confidence intervals for the share {@code S} that is still open at an age.
 *
 * <p>Below, {@code se} is the standard error of {@code ln S}, {@code se² = Σ d/(n(n-d))} by
 * Greenwood's formula, and {@code z} the normal quantile of {@code 1 - (1 - confidence)/2}. There
 * is no interval once nobody is open.
 *
 * @see <a href="https://doi.org/10.1002/9781118032985">Kalbfleisch and Prentice (2002), 1.4</a>
 */
public enum SurvivalInterval {
  /**
   * {@code S^exp(±z·se/|ln S|)}; within (0, 1) and close to the stated confidence for few
   * observations too. No interval while all are open. The house choice.
   */
  LOG_LOG {
    @Override
    boolean exists(double s) {
      return s > 0 && s < 1;
    }

    @Override
    double lower(double s, double se, double z) {
      return Math.min(s, Math.pow(s, Math.exp(z * se / -Math.log(s))));
    }

    @Override
    double upper(double s, double se, double z) {
      return Math.max(s, Math.pow(s, Math.exp(-z * se / -Math.log(s))));
    }
  },

  /** {@code S·exp(±z·se)}, at most 1; the default of R's {@code survfit}. */
  LOG {
    @Override
    boolean exists(double s) {
      return s > 0;
    }

    @Override
    double lower(double s, double se, double z) {
      return s * Math.exp(-z * se);
    }

    @Override
    double upper(double s, double se, double z) {
      return Math.min(1, s * Math.exp(z * se));
    }
  };

  /** Returns whether there is an interval around {@code s}, which is from 0 to 1. */
  abstract boolean exists(double s);

  abstract double lower(double s, double se, double z);

  abstract double upper(double s, double se, double z);
}
