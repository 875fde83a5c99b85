package dev.pacesetter.metrics.forecast;

import dev.pacesetter.metrics.Measure;
import java.util.List;

/** A way of forecasting that can be tried on the past. */
@FunctionalInterface
public interface Forecaster {
  /**
   * Forecasts the next values from those known.
   *
   * @param history the values known, oldest first; the forecaster's own copy
   * @param horizon how many steps ahead, at least 1
   * @return one forecast a step, the next value first; no data where it has none
   */
  List<Measure> forecast(double[] history, int horizon);
}
