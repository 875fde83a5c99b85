package dev.pacesetter.metrics;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Which value between two neighbouring observations is a quantile.
 *
 * <p>Other programs use other definitions; with few observations they differ visibly. The numbers
 * are those of Hyndman and Fan, and of the argument {@code type} in R.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996)</a>
 */
public enum QuantileType {
  /** Type 1: always an observation, the smallest with at least a share {@code p} at or below it. */
  OBSERVED(EstimationMethod.HF1),
  /** Type 2: as type 1, but the mean of both where two observations satisfy it; as SAS does. */
  AVERAGED(EstimationMethod.HF2),
  /** Type 6: linear, {@code p} at rank {@code p(n+1)}; as Minitab and SPSS do. */
  WEIBULL(EstimationMethod.HF6),
  /** Type 7: linear, {@code p} at rank {@code 1 + p(n-1)}; as Excel does. The house choice. */
  LINEAR(EstimationMethod.HF7),
  /** Type 8: linear, {@code p} at rank {@code p(n+1/3) + 1/3}; nearly unbiased for the median. */
  MEDIAN_UNBIASED(EstimationMethod.HF8);

  private final EstimationMethod method;

  QuantileType(EstimationMethod method) {
    this.method = method;
  }

  Quantile quantile() {
    return Quantile.withDefaults().with(method);
  }
}
