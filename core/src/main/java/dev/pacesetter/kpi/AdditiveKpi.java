package dev.pacesetter.kpi;

/**
 * A metric that is a sum of credits, each with a day, a person and a product: the parts of the
 * business add up to the whole, to the cent.
 */
public interface AdditiveKpi extends Kpi {

  /**
   * Returns what is summed.
   *
   * @param facts what is known
   * @return every credit of all times
   */
  Credits credits(SalesFacts facts);
}
