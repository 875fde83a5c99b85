package dev.pacesetter.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.review.BookTotals.StageCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public set of 8,800 opportunities; counts are those of the file. */
class CrmReviewTest {
  private static final Path FOLDER = Path.of("../../shared/data/crm-sales-opportunities");
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final Instant LONG_AGO = Instant.parse("2016-10-01T00:00:00Z");

  private static SalesFacts facts;
  private static Review review;

  @BeforeAll
  static void reviewsTheLastQuarter() throws IOException {
    assumeTrue(Files.exists(FOLDER), "the data set is not beside the repository");
    facts = SalesFacts.of(organization(), CALENDAR, journal().bookAsOf(asOf()));
    review = ReviewRound.standard().review(facts, CALENDAR.period("FY2017-Q4"), ImmutableList.of());
  }

  static Instant asOf() {
    return CALENDAR.endOf(LocalDate.of(2017, 12, 31));
  }

  @Test
  void countsWhatTheFileCounts() {
    assertThat(review.totals())
        .isEqualTo(
            new BookTotals(
                4_238,
                2_473,
                ImmutableList.of(
                    new StageCount("Prospecting", 500), new StageCount("Engaging", 1_589)),
                10_005_534_00L));
    assertThat(review.totals().all()).isEqualTo(8_800);
  }

  @Test
  void hasACardForTheCompanyEveryTeamAndEveryPerson() {
    assertThat(review.scorecards()).hasSize(1 + 6 + 35);
    assertThat(review.scorecards().get(0).scope()).isEqualTo(Scope.company());
  }

  @Test
  void listsOnceWhatNobodyRecords() {
    assertThat(review.notRecorded())
        .containsExactly(
            Kpis.OPEN_VALUE, Kpis.DISCOUNT_RATE, Kpis.CSAT, Kpis.ACTIVITY_COUNT, Kpis.ORDER_VALUE);
    assertThat(review.scorecards())
        .allSatisfy(card -> assertThat(card.on(Kpis.DISCOUNT_RATE)).isEmpty());
  }

  @Test
  void funnelsTheWholeBook() {
    FunnelView whole = review.funnels().get(0);

    assertThat(whole.cohort()).isEqualTo(FunnelView.Cohort.ALL);
    assertThat(whole.deals()).isEqualTo(8_800);
    assertThat(whole.steps().get(1).reached()).isEqualTo(8_300);
    assertThat(whole.won()).isEqualTo(4_238);
  }

  @Test
  void movesByCountOverAllOpenDealsSinceNoClosingDayIsExpected() {
    PeriodMovement movement = review.movement().orElseThrow();

    assertThat(movement.basis()).isEqualTo(PeriodMovement.Basis.ALL_OPEN);
    assertThat(movement.valued()).isFalse();
    assertThat(movement.waterfall().end().count()).isEqualTo(2_089);
  }

  @Test
  void findsNobodyToDifferOnceTheirProductsAreConsidered() {
    // The generator of this public set made all agents alike but for their products.
    Review year = ReviewRound.standard().review(facts, CALENDAR.period("FY2017"), List.of());

    assertThat(year.comparisons()).noneMatch(PeerComparison::isDifferent);
    assertThat(year.findings()).anyMatch(finding -> finding.ruleId().equals("mix.value"));
    assertThat(year.findings())
        .filteredOn(finding -> finding.ruleId().startsWith("person."))
        .isNotEmpty()
        .allMatch(finding -> finding.explainedBy().isPresent());
  }

  private static Organization organization() throws IOException {
    Organization.Builder organization =
        Organization.builder().process(SalesProcess.of("Prospecting", "Engaging"));
    for (String[] row : rows("sales_teams.csv")) {
      organization.addTeam(Team.of(row[1], row[1]));
      organization.addPerson(Person.of(row[0], row[0]).inTeam(row[1]));
    }
    for (String[] row : rows("products.csv")) {
      organization.addProduct(Product.of(row[0], row[0]));
    }
    return organization.build();
  }

  private static Journal journal() throws IOException {
    List<SalesEvent> events = new ArrayList<>();
    for (String[] row : rows("sales_pipeline.csv")) {
      String id = row[0];
      Instant created = row[5].isEmpty() ? LONG_AGO : morning(row[5]);
      String product = row[2].equals("GTXPro") ? "GTX Pro" : row[2];
      events.add(new SalesEvent.OpportunityCreated(id + "/1", created, id));
      events.add(new SalesEvent.OwnerAssigned(id + "/2", created, id, row[1]));
      events.add(new SalesEvent.ProductLinked(id + "/3", created, id, product));
      String stage = row[4].equals("Prospecting") ? "Prospecting" : "Engaging";
      events.add(new SalesEvent.StageEntered(id + "/4", created, id, stage));
      if (row[4].equals("Won")) {
        Money amount = Money.ofMajor(CurrencyUnit.USD, Long.parseLong(row[7]));
        events.add(new SalesEvent.AmountSet(id + "/5", morning(row[6]), id, amount));
        events.add(new SalesEvent.OpportunityWon(id + "/6", morning(row[6]), id));
      } else if (row[4].equals("Lost")) {
        events.add(new SalesEvent.OpportunityLost(id + "/6", morning(row[6]), id, ""));
      }
    }
    return Journal.of(events);
  }

  private static Instant morning(String day) {
    return CALENDAR.startOf(LocalDate.parse(day));
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
