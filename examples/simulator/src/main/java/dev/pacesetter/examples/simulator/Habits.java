package dev.pacesetter.examples.simulator;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a person truly sells; 1 is what everybody does unless a difference is planted.
 *
 * <p>Skills multiply the odds of leaving a stage forwards rather than lost: a stage passed with
 * chance {@code p} by everybody is passed with {@code p·m / (1 - p + p·m)} by a person with skill
 * {@code m}.
 *
 * @param lead skill at turning leads into qualified ones
 * @param qualified skill at getting a meeting
 * @param meeting skill at getting to a proposal
 * @param proposal skill at getting from the proposal to a negotiation
 * @param negotiation skill at getting the signature
 * @param newDeals factor on the number of new opportunities
 * @param activity factor on the number of activities
 * @param quantity factor on the quantity sold
 * @param discount mean discount of the first quote, as a share of the list price
 * @param concession mean further discount given when negotiating, as a share of the list price
 * @param dating factor on the time to close that the person expects; below 1 is optimism
 */
public record Habits(
    double lead,
    double qualified,
    double meeting,
    double proposal,
    double negotiation,
    double newDeals,
    double activity,
    double quantity,
    double discount,
    double concession,
    double dating) {

  private static final Habits USUAL = new Habits(1, 1, 1, 1, 1, 1, 1, 1, 0.08, 0.03, 1);

  /**
   * Returns the habits of a person of a kind.
   *
   * @param archetype what is planted in the person
   * @return the habits
   */
  public static Habits of(Archetype archetype) {
    return switch (archetype) {
      case DISCOUNTER -> new Habits(1, 1.2, 1.6, 3, 5, 1, 1, 0.8, 0.22, 0.11, 1);
      case WEAK_PROPOSAL -> new Habits(1, 1, 1, 0.25, 1, 1, 1, 1, 0.08, 0.03, 1);
      case ALL_ROUNDER -> new Habits(1.8, 1.8, 1.8, 1.8, 1.8, 1.1, 1.2, 1, 0.08, 0.03, 1);
      case OPTIMIST -> new Habits(1, 1, 1, 1, 1, 1, 1, 1, 0.08, 0.03, 0.45);
      case NEW_HIRE, LEAVER, NULL -> USUAL;
    };
  }

  /**
   * Returns the skill at a stage.
   *
   * @param stage an open stage
   * @return the factor on the odds of leaving it forwards
   * @throws IllegalArgumentException if the stage is not open
   */
  public double skillAt(Stage stage) {
    checkArgument(stage.isOpen(), "Stage is %s; a skill belongs to a stage from Lead on", stage);
    return switch (stage) {
      case LEAD -> lead;
      case QUALIFIED -> qualified;
      case MEETING -> meeting;
      case PROPOSAL -> proposal;
      default -> negotiation;
    };
  }
}
