package dev.pacesetter.examples.simulator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What to simulate. The same settings give the same export, to the byte.
 *
 * @param seed any number; another one gives other deals of the same teams
 * @param people sellers, 1 to 10,000; at least 12 if differences are planted, so that each kind of
 *     person is there
 * @param months length in months, 1 to 240; at least 12 if differences are planted
 * @param start first day on which opportunities are created, in 1990 to 2100
 * @param zone the zone of the offices and of every time in the files
 * @param currency the currency of every amount
 * @param scenario whether differences are planted
 * @param dealsPerMonth new opportunities of a person in an average month, 1 to 500
 */
public record SimulationSettings(
    long seed,
    int people,
    int months,
    LocalDate start,
    ZoneId zone,
    Currency currency,
    Scenario scenario,
    int dealsPerMonth) {

  /** People and months that planted differences need. */
  private static final int PLANTED_MINIMUM = 12;

  private static final SimulationSettings SAMPLE =
      new SimulationSettings(
          9,
          12,
          18,
          LocalDate.of(2024, 7, 1),
          ZoneId.of("Europe/Paris"),
          Currency.getInstance("EUR"),
          Scenario.PLANTED,
          20);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SimulationSettings {
    checkArgument(
        people >= 1 && people <= 10_000, "People is %s; it must be from 1 to 10000", people);
    checkArgument(months >= 1 && months <= 240, "Months is %s; it must be from 1 to 240", months);
    checkArgument(
        start.getYear() >= 1990 && start.getYear() <= 2100,
        "Start is %s; it must be from 1990-01-01 to 2100-12-31",
        start);
    checkArgument(
        dealsPerMonth >= 1 && dealsPerMonth <= 500,
        "Deals per month is %s; it must be from 1 to 500",
        dealsPerMonth);
    checkArgument(
        currency.getDefaultFractionDigits() >= 0,
        "Currency is %s; it must be one that amounts can be stated in, such as EUR",
        currency);
    requireNonNull(zone, "zone");
    if (scenario == Scenario.PLANTED) {
      checkArgument(
          people >= PLANTED_MINIMUM,
          "People is %s; the planted scenario needs at least %s, the null scenario 1",
          people,
          PLANTED_MINIMUM);
      checkArgument(
          months >= PLANTED_MINIMUM,
          "Months is %s; the planted scenario needs at least %s, the null scenario 1",
          months,
          PLANTED_MINIMUM);
    }
  }

  /**
   * Returns the settings of the sample: 12 people in three teams, 18 months from 2024-07-01, in
   * Europe/Paris and EUR, with planted differences.
   *
   * <p>Its seed was picked among sixty so that the strongest differences show within a single
   * quarter and the people who do not differ look it; with other seeds, chance may hide the one or
   * make up the other.
   *
   * @return the settings
   */
  public static SimulationSettings sample() {
    return SAMPLE;
  }

  /**
   * Returns these settings with another seed.
   *
   * @param newSeed the seed
   * @return the settings
   */
  public SimulationSettings withSeed(long newSeed) {
    return new SimulationSettings(
        newSeed, people, months, start, zone, currency, scenario, dealsPerMonth);
  }

  /**
   * Returns these settings with another number of people.
   *
   * @param newPeople the number of people
   * @return the settings
   * @throws IllegalArgumentException if it is out of range
   */
  public SimulationSettings withPeople(int newPeople) {
    return new SimulationSettings(
        seed, newPeople, months, start, zone, currency, scenario, dealsPerMonth);
  }

  /**
   * Returns these settings with another first day and length.
   *
   * @param newStart the first day
   * @param newMonths the number of months
   * @return the settings
   * @throws IllegalArgumentException if one of them is out of range
   */
  public SimulationSettings withSpan(LocalDate newStart, int newMonths) {
    return new SimulationSettings(
        seed, people, newMonths, newStart, zone, currency, scenario, dealsPerMonth);
  }

  /**
   * Returns these settings in another place.
   *
   * @param newZone the zone
   * @param newCurrency the currency
   * @return the settings
   * @throws IllegalArgumentException if amounts cannot be stated in the currency
   */
  public SimulationSettings withPlace(ZoneId newZone, Currency newCurrency) {
    return new SimulationSettings(
        seed, people, months, start, newZone, newCurrency, scenario, dealsPerMonth);
  }

  /**
   * Returns these settings with another scenario.
   *
   * @param newScenario the scenario
   * @return the settings
   * @throws IllegalArgumentException if there are too few people or months for it
   */
  public SimulationSettings withScenario(Scenario newScenario) {
    return new SimulationSettings(
        seed, people, months, start, zone, currency, newScenario, dealsPerMonth);
  }

  /**
   * Returns these settings with another volume.
   *
   * @param newDealsPerMonth new opportunities of a person in an average month
   * @return the settings
   * @throws IllegalArgumentException if it is out of range
   */
  public SimulationSettings withDealsPerMonth(int newDealsPerMonth) {
    return new SimulationSettings(
        seed, people, months, start, zone, currency, scenario, newDealsPerMonth);
  }

  /**
   * Returns the day of the export, the last one simulated.
   *
   * @return the day before {@code start} plus {@code months}
   */
  public LocalDate lastDay() {
    return start.plusMonths(months).minusDays(1);
  }
}
