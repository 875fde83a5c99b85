package dev.pacesetter.examples.simulator;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SalesTeamSimulatorTest {
  private static final SimulationSettings SETTINGS = SimulationSettings.sample();
  private static final SimulatedSales SALES = SalesTeamSimulator.of(SETTINGS).simulate();
  private static final Instant EXPORT =
      SETTINGS.lastDay().atTime(18, 0).atZone(SETTINGS.zone()).toInstant();

  private static Stream<Deal> deals(Predicate<Opportunity> which) {
    return SALES.deals().stream().filter(deal -> which.test(deal.opportunity()));
  }

  private static boolean isWon(Opportunity opportunity) {
    return opportunity.stage() == Stage.WON;
  }

  private static boolean isOpen(Opportunity opportunity) {
    return opportunity.stage().isOpen();
  }

  @Nested
  class TheSample {
    @Test
    void hasTwelvePeopleInThreeTeamsWithSixProducts() {
      assertThat(SALES.people()).hasSize(12);
      assertThat(SALES.teams()).extracting(Team::id).containsExactly("T00", "T01", "T02", "T03");
      assertThat(SALES.products()).hasSize(6);
    }

    @Test
    void hasSomeThousandOpportunities() {
      assertThat(SALES.deals()).hasSizeBetween(2_500, 4_000);
    }

    @Test
    void hasOpenWonAndLostOnes() {
      Map<String, Long> byStatus =
          SALES.deals().stream()
              .collect(groupingBy(deal -> deal.opportunity().status(), counting()));

      assertThat(byStatus).containsOnlyKeys("Open", "Won", "Lost");
      assertThat(byStatus.values()).allMatch(count -> count > 100);
    }

    @Test
    void bringsAwkwardNames() {
      assertThat(SALES.people()).extracting(Person::name).contains("王芳", "Siobhán O'Neill");
      assertThat(SALES.customers())
          .extracting(Customer::name)
          .doesNotHaveDuplicates()
          .contains("Meyer, Schulz & Partner", "Hôtel \"Les Pins\" SARL", "上海晨光科技有限公司");
    }

    @Test
    void hasSkippedBackwardAndReopenedDeals() {
      assertThat(deals(SalesTeamSimulatorTest::isWon).filter(d -> !enters(d, Stage.NEGOTIATION)))
          .isNotEmpty();
      assertThat(SALES.deals().stream().filter(SalesTeamSimulatorTest::goesBack)).isNotEmpty();
      assertThat(deals(SalesTeamSimulatorTest::isWon).filter(deal -> enters(deal, Stage.LOST)))
          .isNotEmpty();
    }

    @Test
    void hasAnswersFromAboutThreeInTenCustomers() {
      // surveys follow within 40 working days, so deals won before October had the time to answer
      Instant october = Instant.parse("2025-10-01T00:00:00Z");
      List<Deal> won =
          deals(o -> isWon(o) && o.closedAt() != null && o.closedAt().isBefore(october)).toList();
      for (String kind : List.of("csat", "nps")) {
        double answered =
            won.stream()
                .filter(deal -> deal.surveys().stream().anyMatch(s -> s.kind().equals(kind)))
                .count();

        assertThat(answered / won.size()).isCloseTo(0.3, within(0.05));
      }
    }
  }

  private static boolean enters(Deal deal, Stage stage) {
    return deal.stages().stream().anyMatch(entry -> entry.stage() == stage);
  }

  private static boolean goesBack(Deal deal) {
    List<StageEntry> stages = deal.stages();
    for (int i = 1; i < stages.size(); i++) {
      Stage before = stages.get(i - 1).stage();
      if (before.isOpen() && stages.get(i).stage().compareTo(before) < 0) {
        return true;
      }
    }
    return false;
  }

  @Nested
  class References {
    @Test
    void pointToRowsThatExist() {
      Set<String> people = new HashSet<>(SALES.people().stream().map(Person::id).toList());
      Set<String> teams = new HashSet<>(SALES.teams().stream().map(Team::id).toList());
      Set<String> products = new HashSet<>(SALES.products().stream().map(Product::id).toList());
      Set<String> customers = new HashSet<>(SALES.customers().stream().map(Customer::id).toList());

      assertThat(SALES.people()).allMatch(person -> teams.contains(person.team()));
      assertThat(SALES.deals())
          .allMatch(deal -> people.contains(deal.opportunity().owner()))
          .allMatch(deal -> products.contains(deal.opportunity().product()))
          .allMatch(deal -> customers.contains(deal.opportunity().customer()))
          .allMatch(deal -> deal.activities().stream().allMatch(a -> people.contains(a.person())));
    }

    @Test
    void areUnique() {
      assertThat(SALES.deals().stream().map(deal -> deal.opportunity().id()))
          .doesNotHaveDuplicates();
      assertThat(SALES.deals().stream().flatMap(deal -> deal.activities().stream()))
          .extracting(Activity::id)
          .doesNotHaveDuplicates();
      assertThat(SALES.deals().stream().flatMap(deal -> deal.quotes().stream()))
          .extracting(Quote::id)
          .doesNotHaveDuplicates();
    }

    @Test
    void leadThroughTheOwnersToTheLastOne() {
      for (Deal deal : SALES.deals()) {
        List<Change> owners = changesOf(deal, Change.Field.OWNER);
        for (int i = 1; i < owners.size(); i++) {
          assertThat(owners.get(i).oldValue()).isEqualTo(owners.get(i - 1).newValue());
        }
        if (!owners.isEmpty()) {
          assertThat(owners.get(owners.size() - 1).newValue())
              .isEqualTo(deal.opportunity().owner());
        }
      }
    }
  }

  private static List<Change> changesOf(Deal deal, Change.Field field) {
    return deal.changes().stream().filter(change -> change.field() == field).toList();
  }

  @Nested
  class Times {
    @Test
    void areInOfficeHoursOfWorkingDays() {
      for (Deal deal : SALES.deals()) {
        for (Instant instant : instantsOf(deal)) {
          ZonedDateTime local = instant.atZone(SETTINGS.zone());

          assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
          assertThat(local.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 59));
        }
      }
    }

    @Test
    void runFromCreationToTheExport() {
      for (Deal deal : SALES.deals()) {
        Opportunity opportunity = deal.opportunity();

        assertThat(instantsOf(deal))
            .allMatch(at -> !at.isBefore(opportunity.createdAt()) && at.isBefore(EXPORT));
        assertThat(opportunity.createdAt().atZone(SETTINGS.zone()).toLocalDate())
            .isAfterOrEqualTo(SETTINGS.start());
      }
    }

    @Test
    void ascendInStageHistoryFromTheLeadToTheStageOfToday() {
      for (Deal deal : SALES.deals()) {
        List<StageEntry> stages = deal.stages();
        Opportunity opportunity = deal.opportunity();

        assertThat(stages.get(0)).isEqualTo(new StageEntry(Stage.LEAD, opportunity.createdAt()));
        assertThat(stages.get(stages.size() - 1).stage()).isEqualTo(opportunity.stage());
        for (int i = 1; i < stages.size(); i++) {
          assertThat(stages.get(i).enteredAt()).isAfter(stages.get(i - 1).enteredAt());
        }
      }
    }

    @Test
    void ofClosingAreThoseOfTheLastStage() {
      for (Deal deal : SALES.deals()) {
        Instant closed = deal.opportunity().closedAt();
        if (isOpen(deal.opportunity())) {
          assertThat(closed).isNull();
        } else {
          assertThat(closed).isEqualTo(deal.stages().get(deal.stages().size() - 1).enteredAt());
        }
      }
    }

    @Test
    void ofActivitiesLieWithinTheEmploymentOfThePerson() {
      Map<String, Person> people = new HashMap<>();
      SALES.people().forEach(person -> people.put(person.id(), person));
      for (Deal deal : SALES.deals()) {
        for (Activity activity : deal.activities()) {
          Person person = requireNonNull(people.get(activity.person()));
          LocalDate day = activity.at().atZone(SETTINGS.zone()).toLocalDate();

          assertThat(day).isAfterOrEqualTo(person.startDate());
          assertThat(person.endDate() == null || !day.isAfter(person.endDate())).isTrue();
        }
      }
    }

    @Test
    void ofExpectedCloseMoveOnlyForwardToTheLastExpectation() {
      for (Deal deal : SALES.deals()) {
        List<Change> pushes = changesOf(deal, Change.Field.EXPECTED_CLOSE);
        for (Change push : pushes) {
          assertThat(LocalDate.parse(push.newValue())).isAfter(LocalDate.parse(push.oldValue()));
        }
        if (!pushes.isEmpty() && deal.stages().stream().noneMatch(e -> e.stage() == Stage.LOST)) {
          assertThat(deal.opportunity().expectedClose())
              .isEqualTo(pushes.get(pushes.size() - 1).newValue());
        }
      }
    }

    private static List<Instant> instantsOf(Deal deal) {
      List<Instant> all = new ArrayList<>();
      all.add(deal.opportunity().createdAt());
      deal.stages().forEach(entry -> all.add(entry.enteredAt()));
      deal.changes().forEach(change -> all.add(change.changedAt()));
      deal.activities().forEach(activity -> all.add(activity.at()));
      deal.quotes().forEach(quote -> all.add(quote.quotedAt()));
      deal.surveys().forEach(survey -> all.add(survey.answeredAt()));
      return all;
    }
  }

  @Nested
  class AmountsOfDeals {
    @Test
    void areThoseOfTheLastQuoteOnceThereIsOne() {
      for (Deal deal : SALES.deals()) {
        if (!deal.quotes().isEmpty()) {
          assertThat(deal.opportunity().amount())
              .isEqualTo(deal.quotes().get(deal.quotes().size() - 1).netValue());
        }
      }
    }

    @Test
    void ofWonDealsAreAlwaysQuoted() {
      assertThat(deals(SalesTeamSimulatorTest::isWon)).noneMatch(deal -> deal.quotes().isEmpty());
    }

    @Test
    void areListPriceTimesQuantityLessADiscountInHalfPercents() {
      Map<String, Long> prices = new HashMap<>();
      SALES.products().forEach(product -> prices.put(product.id(), product.listPrice()));
      for (Deal deal : SALES.deals()) {
        long price = requireNonNull(prices.get(deal.opportunity().product()));
        for (Quote quote : deal.quotes()) {
          assertThat(quote.listValue() % price).isZero();
          assertThat(isListValueLessHalfPercents(quote)).isTrue();
        }
      }
    }

    private static boolean isListValueLessHalfPercents(Quote quote) {
      for (long halfPercents = 1; halfPercents <= 90; halfPercents++) {
        if ((quote.listValue() * (200 - halfPercents) + 100) / 200 == quote.netValue()) {
          return true;
        }
      }
      return false;
    }

    @Test
    void changeFromOneValueToTheNext() {
      for (Deal deal : SALES.deals()) {
        List<Change> changes = changesOf(deal, Change.Field.AMOUNT);
        for (int i = 1; i < changes.size(); i++) {
          assertThat(changes.get(i).oldValue()).isEqualTo(changes.get(i - 1).newValue());
        }
        if (!changes.isEmpty()) {
          assertThat(changes.get(changes.size() - 1).newValue())
              .isEqualTo(Amounts.plain(deal.opportunity().amount(), SETTINGS.currency()));
        }
      }
    }
  }

  @Nested
  class TheSameSettings {
    @Test
    void giveEqualSales() {
      assertThat(SalesTeamSimulator.of(SETTINGS).simulate()).isEqualTo(SALES);
    }

    @Test
    void giveTheSameDealsOneByOne() {
      List<Deal> received = new ArrayList<>();
      Truth truth = SalesTeamSimulator.of(SETTINGS).forEachDeal(received::add);

      assertThat(received).isEqualTo(SALES.deals());
      assertThat(truth).isEqualTo(SALES.truth());
    }

    @Test
    void withAnotherSeedGiveOtherDeals() {
      assertThat(SalesTeamSimulator.of(SETTINGS.withSeed(42)).simulate().deals())
          .isNotEqualTo(SALES.deals());
    }
  }

  @Nested
  class ALargerCompany {
    @Test
    void repeatsTheKindsOfPeopleInFurtherTeams() {
      SimulatedSales large =
          SalesTeamSimulator.of(SETTINGS.withPeople(50).withDealsPerMonth(1)).simulate();

      assertThat(large.teams()).hasSize(14);
      assertThat(large.teams().get(4).name()).isEqualTo("EMEA West 2");
      assertThat(large.people()).extracting(Person::name).doesNotHaveDuplicates();
      assertThat(large.truth().people())
          .filteredOn(person -> person.archetype() == Archetype.DISCOUNTER)
          .extracting(person -> person.person().id())
          .containsExactly("S02", "S14", "S26", "S38", "S50");
    }

    @Test
    void givesEverybodyANameOfTheirOwn() {
      assertThat(Names.people(10_000, new Chance(1))).doesNotHaveDuplicates();
    }
  }
}
