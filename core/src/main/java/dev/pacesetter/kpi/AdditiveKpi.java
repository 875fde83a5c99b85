package dev.pacesetter.kpi;

/**
 * A metric that is a sum of credits, each with a day, a person and a product: the parts of the
 * business add up to the whole, to the cent.
 *
 * <p>One of one's own makes its credits with {@link Credits#builder}, or takes those of another
 * metric that it wants by {@link Credits#where}, and measures by adding them up:
 *
 * <pre>{@code
 * public Credits credits(SalesFacts facts) {
 *   return facts.creditsOf(this, OwnKpi::ofPartners);
 * }
 *
 * private static Credits ofPartners(SalesFacts facts) {
 *   Credits won = Kpis.WON_VALUE.credits(facts);
 *   return won.where(row -> won.opportunity(row).flatMap(Opportunity::channel).isPresent());
 * }
 *
 * public Measure measure(SalesFacts facts, Scope scope, Period period) {
 *   return credits(facts).measure(unit(), scope, period);
 * }
 * }</pre>
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
