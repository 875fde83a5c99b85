package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;

/**
 * A product with what is true about it.
 *
 * @param winOdds factor on the odds of passing Proposal, and again Negotiation
 * @param pace factor on the time in every stage
 * @param quantity median quantity of a deal
 * @param usualShare weight among the deals of a team with the usual mix
 * @param otherShare weight among the deals of a team with the other mix
 * @param declines whether it falls behind its plan if differences are planted
 */
record Offering(
    Product product,
    double winOdds,
    double pace,
    double quantity,
    double usualShare,
    double otherShare,
    boolean declines) {

  static final ImmutableList<Offering> CATALOGUE =
      ImmutableList.of(
          offering("P1", "Compass Starter", "Software", 1_450, 1.6, 0.7, 4, 0.26, 0.05),
          offering("P2", "Compass Team", "Software", 2_900, 1.1, 0.9, 4, 0.22, 0.10),
          offering("P3", "Compass Enterprise", "Software", 12_500, 0.4, 1.4, 2, 0.08, 0.55),
          offering("P4", "Beacon Sensor Kit", "Hardware", 795, 1.2, 0.9, 12, 0.16, 0.06),
          declining("P5", "Beacon Gateway", "Hardware", 2_350, 0.9, 1.0, 5, 0.18, 0.16),
          offering("P6", "Care Plus, 24/7", "Services", 1_990, 1.3, 0.8, 3, 0.10, 0.08));

  private static Offering offering(
      String id,
      String name,
      String line,
      long price,
      double winOdds,
      double pace,
      double quantity,
      double usualShare,
      double otherShare) {
    return new Offering(
        new Product(id, name, line, price * 100),
        winOdds,
        pace,
        quantity,
        usualShare,
        otherShare,
        false);
  }

  private static Offering declining(
      String id,
      String name,
      String line,
      long price,
      double winOdds,
      double pace,
      double quantity,
      double usualShare,
      double otherShare) {
    return new Offering(
        new Product(id, name, line, price * 100),
        winOdds,
        pace,
        quantity,
        usualShare,
        otherShare,
        true);
  }
}
