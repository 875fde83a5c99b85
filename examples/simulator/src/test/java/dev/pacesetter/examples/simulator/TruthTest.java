package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is planted can be found with textbook tests, and what is not planted cannot. */
class TruthTest {
  private static final SimulationSettings SETTINGS = SimulationSettings.sample();
  private static final SimulatedSales SALES = SalesTeamSimulator.of(SETTINGS).simulate();
  private static final AgainstPeers LAST_YEAR = new AgainstPeers(SALES, day(2025, 1, 1));
  private static final AgainstPeers LAST_QUARTER = new AgainstPeers(SALES, day(2025, 10, 1));

  /** Beyond chance even among 12 people and several KPIs: two-sided p of 0.00006. */
  private static final double CLEAR = 4;

  /** What a single look at a 1 % level would call significant. */
  private static final double SIGNIFICANT = 2.58;

  private static Instant day(int year, int month, int day) {
    return LocalDate.of(year, month, day).atStartOfDay(SETTINGS.zone()).toInstant();
  }

  private static String the(Archetype archetype) {
    return SALES.truth().people().stream()
        .filter(person -> person.archetype() == archetype)
        .map(person -> person.person().id())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> usualPeople() {
    return SALES.truth().people().stream()
        .filter(person -> person.habits().equals(Habits.of(Archetype.NULL)))
        .map(person -> person.person().id())
        .toList();
  }

  @Nested
  class TheDiscounter {
    private final String discounter = the(Archetype.DISCOUNTER);

    @Test
    void winsMoreOfTheSameProductsInTheYearAndInTheQuarter() {
      assertThat(LAST_YEAR.winRateScore(discounter)).isGreaterThan(CLEAR);
      assertThat(LAST_QUARTER.winRateScore(discounter)).isGreaterThan(SIGNIFICANT);
    }

    @Test
    void closesSmallerDealsOfTheSameProductsInTheYearAndInTheQuarter() {
      assertThat(LAST_YEAR.valueScore(discounter)).isLessThan(-CLEAR);
      assertThat(LAST_QUARTER.valueScore(discounter)).isLessThan(-SIGNIFICANT);
    }

    @Test
    void hasAnExpectedValueBelowTwoThirdsOfTheUsual() {
      // 0.8 × (1 - 0.22 - 0.11) / (1 - 0.08 - 0.03)
      assertThat(truthOf(discounter).valueFactor()).isCloseTo(0.602, within(0.001));
    }
  }

  @Nested
  class TheOneWithWeakProposals {
    private final String weak = the(Archetype.WEAK_PROPOSAL);

    @Test
    void losesMoreProposalsOfTheSameProductsInTheYearAndInTheQuarter() {
      assertThat(LAST_YEAR.stepScore(weak, Stage.PROPOSAL)).isLessThan(-CLEAR);
      assertThat(LAST_QUARTER.stepScore(weak, Stage.PROPOSAL)).isLessThan(-SIGNIFICANT);
    }

    @Test
    void isUsualAtTheOtherStages() {
      for (Stage stage : List.of(Stage.LEAD, Stage.QUALIFIED, Stage.MEETING, Stage.NEGOTIATION)) {
        assertThat(Math.abs(LAST_YEAR.stepScore(weak, stage))).isLessThan(SIGNIFICANT);
      }
    }
  }

  @Nested
  class TheAllRounder {
    @Test
    void winsMoreAtUsualPrices() {
      String allRounder = the(Archetype.ALL_ROUNDER);

      assertThat(LAST_YEAR.winRateScore(allRounder)).isGreaterThan(CLEAR);
      // the discounter would make everybody's prices look high
      String discounter = the(Archetype.DISCOUNTER);
      AgainstPeers others =
          new AgainstPeers(SALES, day(2025, 1, 1), person -> !person.equals(discounter));
      assertThat(Math.abs(others.valueScore(allRounder))).isLessThan(SIGNIFICANT);
    }
  }

  @Nested
  class TheNewHire {
    @Test
    void hasFewClosedDealsAndNoFinding() {
      String newHire = the(Archetype.NEW_HIRE);

      assertThat(LAST_YEAR.closed(newHire)).isBetween(10, 60);
      assertThat(Math.abs(LAST_YEAR.winRateScore(newHire))).isLessThan(SIGNIFICANT);
    }
  }

  @Nested
  class TheOptimist {
    @Test
    void pushesTheExpectedCloseMoreOftenThanAnybodyElse() {
      String optimist = the(Archetype.OPTIMIST);

      assertThat(SALES.people())
          .filteredOn(person -> !person.id().equals(optimist))
          .allMatch(person -> pushesPerDeal(person.id()) < 0.75 * pushesPerDeal(optimist));
    }

    private static double pushesPerDeal(String person) {
      List<Deal> owned =
          SALES.deals().stream().filter(d -> d.opportunity().owner().equals(person)).toList();
      long pushes =
          owned.stream()
              .flatMap(deal -> deal.changes().stream())
              .filter(change -> change.field() == Change.Field.EXPECTED_CLOSE)
              .count();
      return (double) pushes / owned.size();
    }
  }

  @Nested
  class TheLeaver {
    @Test
    void ownsNoOpenDealAndHandedSomeOver() {
      String leaver = the(Archetype.LEAVER);

      assertThat(SALES.deals())
          .noneMatch(
              deal ->
                  deal.opportunity().owner().equals(leaver) && deal.opportunity().stage().isOpen());
      assertThat(SALES.deals().stream().flatMap(deal -> deal.changes().stream()))
          .filteredOn(change -> change.oldValue().equals(leaver))
          .hasSizeGreaterThan(5);
    }
  }

  @Nested
  class TheOtherUsualPeople {
    @Test
    void winAsOftenAsAnybodyInTheYearAndInTheQuarter() {
      assertThat(usualPeople()).hasSize(8);
      for (String person : usualPeople()) {
        for (AgainstPeers all : List.of(LAST_YEAR, LAST_QUARTER)) {
          assertThat(Math.abs(all.winRateScore(person))).isLessThan(SIGNIFICANT);
          assertThat(Math.abs(all.stepScore(person, Stage.PROPOSAL))).isLessThan(SIGNIFICANT);
        }
      }
    }

    @Test
    void closeDealsOfTheValueOfOneAnother() {
      for (Instant from : List.of(day(2025, 1, 1), day(2025, 10, 1))) {
        AgainstPeers usual = new AgainstPeers(SALES, from, usualPeople()::contains);
        for (String person : usualPeople()) {
          assertThat(Math.abs(usual.valueScore(person))).isLessThan(SIGNIFICANT);
        }
      }
    }
  }

  @Nested
  class TheTeamWithTheOtherMix {
    private final Truth.OfTeam other =
        SALES.truth().teams().stream()
            .filter(Truth.OfTeam::sellsOtherMix)
            .findFirst()
            .orElseThrow();

    @Test
    void looksWorseUntilTheMixIsConsidered() {
      assertThat(LAST_YEAR.naiveTeamScore(other.team().id())).isLessThan(-CLEAR);
      assertThat(Math.abs(LAST_YEAR.teamScore(other.team().id()))).isLessThan(SIGNIFICANT);
    }

    @Test
    void hasALowerTrueWinRateByItsMixAlone() {
      double usual = SALES.truth().teams().get(0).winRate();

      assertThat(other.winRate()).isLessThan(0.8 * usual);
      assertThat(other.mix().stream().mapToDouble(Truth.Share::share).sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Nested
  class TheDecliningProduct {
    private final Truth.OfProduct declining =
        SALES.truth().products().stream()
            .filter(product -> product.declinesFrom() != null)
            .findFirst()
            .orElseThrow();

    @Test
    void fallsBehindItsEarlierQuartersForNearlyEverybody() {
      // people who were there in all six quarters; the plan of a quarter is a fourth of the year
      // before the decline
      List<Person> there =
          SALES.people().stream()
              .filter(p -> p.startDate().isBefore(SETTINGS.start()) && p.endDate() == null)
              .toList();
      long behind =
          there.stream()
              .filter(
                  person ->
                      wonValue(person, day(2025, 10, 1), day(2026, 1, 1))
                          < wonValue(person, day(2024, 7, 1), day(2025, 7, 1)) / 4)
              .count();

      assertThat(there).hasSize(10);
      assertThat(behind).isGreaterThanOrEqualTo(8);
    }

    @Test
    void losesMostOfItsWinRate() {
      assertThat(declining.declinesFrom()).isEqualTo(LocalDate.of(2025, 7, 1));
      assertThat(declining.winRateAfter()).isLessThan(declining.winRate() / 2);
    }

    private double wonValue(Person person, Instant from, Instant until) {
      return SALES.deals().stream()
          .map(Deal::opportunity)
          .filter(o -> o.stage() == Stage.WON && o.owner().equals(person.id()))
          .filter(o -> o.product().equals(declining.product().id()))
          .filter(o -> !Objects.requireNonNull(o.closedAt()).isBefore(from))
          .filter(o -> Objects.requireNonNull(o.closedAt()).isBefore(until))
          .mapToLong(Opportunity::amount)
          .sum();
    }
  }

  @Nested
  class TheExpectations {
    @Test
    void areMetByManyDealsOfAUsualTeam() {
      SimulatedSales large =
          SalesTeamSimulator.of(
                  SETTINGS.withScenario(Scenario.NULL).withPeople(40).withDealsPerMonth(60))
              .simulate();
      // only deals old enough to have ended, and none that was lost before
      List<Deal> ended =
          large.deals().stream()
              .filter(deal -> deal.opportunity().createdAt().isBefore(day(2025, 4, 1)))
              .toList();
      double won =
          ended.stream()
              .filter(deal -> deal.opportunity().stage() == Stage.WON)
              .filter(deal -> deal.stages().stream().noneMatch(e -> e.stage() == Stage.LOST))
              .count();
      double expected = large.truth().people().get(0).winRate();

      assertThat(won / ended.size())
          .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / ended.size())));
    }

    @Test
    void ofQuartersAddUpToAllThatWasWon() {
      long counted =
          SALES.truth().teams().stream()
              .flatMap(team -> team.quarters().stream())
              .mapToLong(Truth.Quarter::wonValue)
              .sum();
      long won =
          SALES.deals().stream()
              .map(Deal::opportunity)
              .filter(o -> o.stage() == Stage.WON)
              .mapToLong(Opportunity::amount)
              .sum();

      assertThat(counted).isEqualTo(won);
      assertThat(SALES.truth().teams().get(0).quarters())
          .extracting(Truth.Quarter::name)
          .containsExactly("2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");
    }
  }

  @Nested
  class WithoutPlantedDifferences {
    /** 100 companies of 12 people: 1,200 looks at people who are all equal. */
    private static final int COMPANIES = 100;

    @Test
    void fivePercentOfTheLooksAreSignificantAtFivePercent() {
      double limit = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
      int winRate = 0;
      int proposal = 0;
      int value = 0;
      for (int seed = 0; seed < COMPANIES; seed++) {
        SimulatedSales sales =
            SalesTeamSimulator.of(SETTINGS.withSeed(seed).withScenario(Scenario.NULL)).simulate();
        AgainstPeers peers = new AgainstPeers(sales, day(2025, 1, 1));
        for (Person person : sales.people()) {
          winRate += Math.abs(peers.winRateScore(person.id())) > limit ? 1 : 0;
          proposal += Math.abs(peers.stepScore(person.id(), Stage.PROPOSAL)) > limit ? 1 : 0;
          value += Math.abs(peers.valueScore(person.id())) > limit ? 1 : 0;
        }
      }

      // binomial with n = 1200, p = 0.05: mean 60, standard deviation 7.5; four of them either way
      assertThat(winRate).isBetween(30, 90);
      assertThat(proposal).isBetween(30, 90);
      assertThat(value).isBetween(30, 90);
    }

    @Test
    void nobodyAndNothingDiffers() {
      Truth truth = SalesTeamSimulator.of(SETTINGS.withScenario(Scenario.NULL)).simulate().truth();

      assertThat(truth.people())
          .allMatch(person -> person.archetype() == Archetype.NULL)
          .allMatch(person -> person.habits().equals(Habits.of(Archetype.NULL)));
      assertThat(truth.products()).allMatch(product -> product.declinesFrom() == null);
      assertThat(truth.teams()).noneMatch(Truth.OfTeam::sellsOtherMix);
    }
  }

  private static Truth.OfPerson truthOf(String person) {
    return SALES.truth().people().stream()
        .filter(truth -> truth.person().id().equals(person))
        .findFirst()
        .orElseThrow();
  }
}
