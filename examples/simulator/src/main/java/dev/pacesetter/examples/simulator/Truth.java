package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is true about a simulated company, and what came of it quarter by quarter.
 *
 * <p>Win rates here are expectations of the model over opportunities that run their full course,
 * not counting the few that are opened again after a loss; nothing is estimated from the deals.
 *
 * @param settings what was simulated
 * @param stages the stages left forwards by everybody, in order
 * @param people every person, in the order of ids
 * @param products every product, in the order of ids
 * @param teams every team that sells, in the order of ids
 */
public record Truth(
    SimulationSettings settings,
    ImmutableList<OfStage> stages,
    ImmutableList<OfPerson> people,
    ImmutableList<OfProduct> products,
    ImmutableList<OfTeam> teams) {

  /**
   * How often a stage is left forwards, for a usual person and product.
   *
   * @param stage an open stage
   * @param advance chance that it is left forwards, from 0 to 1
   */
  public record OfStage(Stage stage, double advance) {}

  /**
   * The truth about a person.
   *
   * @param person the person
   * @param archetype what was planted
   * @param habits how the person sells
   * @param winRate expected share of won opportunities at the usual product mix, before any decline
   * @param valueFactor expected value of a won deal of one product relative to the usual person
   */
  public record OfPerson(
      Person person, Archetype archetype, Habits habits, double winRate, double valueFactor) {}

  /**
   * The truth about a product.
   *
   * @param product the product
   * @param winOdds factor on the odds of passing Proposal, and again Negotiation
   * @param winRate expected share of won opportunities of a usual person, before any decline
   * @param declinesFrom first day on which it sells worse, or null if it does not decline
   * @param winRateAfter the win rate from then on; {@code winRate} if it does not decline
   * @param demandAfter factor on its share of new opportunities from then on; 1 if it does not
   */
  public record OfProduct(
      Product product,
      double winOdds,
      double winRate,
      @Nullable LocalDate declinesFrom,
      double winRateAfter,
      double demandAfter) {}

  /**
   * The truth about a team.
   *
   * @param team the team
   * @param sellsOtherMix whether it sells another product mix than the others
   * @param mix share of each product among new opportunities, in the order of products, before any
   *     decline; they add up to 1
   * @param winRate expected share of won opportunities of a usual person at this mix, before any
   *     decline
   * @param quarters what the team won by calendar quarter, in order of time
   */
  public record OfTeam(
      Team team,
      boolean sellsOtherMix,
      ImmutableList<Share> mix,
      double winRate,
      ImmutableList<Quarter> quarters) {}

  /**
   * The share of a product.
   *
   * @param product id of the product
   * @param share from 0 to 1
   */
  public record Share(String product, double share) {}

  /**
   * What a team won in a calendar quarter, by the day of closing and the team of the owner.
   *
   * @param name such as {@code 2025-Q4}
   * @param wonCount opportunities won
   * @param wonValue their amounts, in minor units
   */
  public record Quarter(String name, long wonCount, long wonValue) {}

  /**
   * Returns this truth as the text of {@code truth.json}.
   *
   * @return JSON with line feeds, numbers with at most four decimals, amounts in major units
   */
  public String toJson() {
    return TruthJson.of(this);
  }
}
