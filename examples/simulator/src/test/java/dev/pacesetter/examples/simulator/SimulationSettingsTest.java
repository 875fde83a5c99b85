package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class SimulationSettingsTest {
  private static final SimulationSettings SAMPLE = SimulationSettings.sample();

  @Test
  void endsOnTheDayBeforeTheNextMonth() {
    assertThat(SAMPLE.lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
  }

  @Test
  void refusesNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withScenario(Scenario.NULL).withPeople(0))
        .withMessage("People is 0; it must be from 1 to 10000");
  }

  @Test
  void refusesTooFewPeopleToPlantDifferencesIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withPeople(11))
        .withMessage("People is 11; the planted scenario needs at least 12, the null scenario 1");
  }

  @Test
  void refusesTooShortATimeToPlantDifferencesIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withSpan(LocalDate.of(2024, 7, 1), 11))
        .withMessage("Months is 11; the planted scenario needs at least 12, the null scenario 1");
  }

  @Test
  void refusesATimeTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withSpan(LocalDate.of(2024, 7, 1), 241))
        .withMessage("Months is 241; it must be from 1 to 240");
  }

  @Test
  void refusesAStartOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withSpan(LocalDate.of(1989, 12, 31), 18))
        .withMessage("Start is 1989-12-31; it must be from 1990-01-01 to 2100-12-31");
  }

  @Test
  void refusesAVolumeOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withDealsPerMonth(501))
        .withMessage("Deals per month is 501; it must be from 1 to 500");
  }

  @Test
  void refusesACurrencyWithoutMinorUnits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SAMPLE.withPlace(SAMPLE.zone(), Currency.getInstance("XAU")))
        .withMessage("Currency is XAU; it must be one that amounts can be stated in, such as EUR");
  }

  @Test
  void acceptsOnePersonForOneMonthWithoutDifferences() {
    SimulationSettings smallest =
        SAMPLE.withScenario(Scenario.NULL).withPeople(1).withSpan(SAMPLE.start(), 1);

    assertThat(SalesTeamSimulator.of(smallest).simulate().people()).hasSize(1);
  }
}
