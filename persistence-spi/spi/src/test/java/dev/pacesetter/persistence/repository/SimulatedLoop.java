package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.SalesLoop;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Eighteen months of a company, drawn from a seed; who is who decides how well they sell. */
final class SimulatedLoop {

  static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.APRIL, ZoneId.of("Europe/Berlin"))
          .withWeekend(List.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY))
          .withHolidays(List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 12, 25)));
  static final Period QUARTER = CALENDAR.period("FY2027-Q1");
  static final LocalDate DAY = LocalDate.of(2026, 6, 20);
  static final Instant AS_OF = CALENDAR.endOf(DAY);

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
  private static final ImmutableList<String> STAGES =
      ImmutableList.of("qualified", "offer", "negotiation");

  private final Random random;
  private final int people;
  private final int products;
  private final List<SalesEvent> events = new ArrayList<>();

  private SimulatedLoop(long seed, int people, int products, int deals) {
    this.random = new Random(seed);
    this.people = people;
    this.products = products;
    for (int deal = 0; deal < deals; deal++) {
      sell("d" + deal);
    }
    Instant trained = AS_OF.minus(Duration.ofDays(40));
    events.add(new SalesEvent.TrainingCompleted("t1", trained, person(0), "closing"));
  }

  static SimulatedLoop of(long seed, int people, int products, int deals) {
    return new SimulatedLoop(seed, people, products, deals);
  }

  private static String person(int place) {
    return "p%02d".formatted(place);
  }

  private static String product(int place) {
    return "m%d".formatted(place);
  }

  ImmutableList<SalesEvent> events() {
    return ImmutableList.copyOf(events);
  }

  Organization organization() {
    Organization.Builder organization =
        Organization.builder()
            .addTeam(Team.of("world", "World"))
            .addTeam(Team.of("north", "North").under("world"))
            .addTeam(Team.of("south", "南方").under("world"))
            .addCustomer(Customer.of("c0", "Nobody's"))
            .process(new SalesProcess(STAGES));
    for (int place = 0; place < people; place++) {
      Person person = Person.of(person(place), "Person " + place);
      organization.addPerson(person.inTeam(place % 2 == 0 ? "north" : "south"));
    }
    organization.addPerson(
        Person.of("gone", "Gone").since(FIRST_DAY).until(LocalDate.of(2025, 3, 1)));
    for (int place = 0; place < products; place++) {
      Product product = Product.of(product(place), "Product " + place, eur(100 + place));
      organization.addProduct(place == 0 ? product.inLine("basic") : product);
    }
    for (int place = 1; place < 5; place++) {
      organization.addCustomer(Customer.of("c" + place, "Customer").inSegment("seg" + place % 2));
    }
    return organization.build();
  }

  SalesGoal companyGoal() {
    return SalesGoal.builder()
        .id("q1")
        .title("New revenue of 2.5M in Q1")
        .owner(person(0))
        .kpi(Kpis.WON_VALUE)
        .atLeast(eur(2_500_000))
        .period(QUARTER)
        .rationale("销售")
        .build();
  }

  ImmutableList<SalesGoal> goals() {
    SalesGoal person =
        SalesGoal.builder()
            .id("q1-p01")
            .title("20 deals")
            .owner(person(1))
            .kpi(Kpis.WON_COUNT)
            .atLeast(20)
            .scope(Scope.person(person(1)).and(Dimension.SEGMENT, "a=b,c%"))
            .period(QUARTER)
            .contributesTo("q1")
            .build();
    return ImmutableList.of(companyGoal(), person);
  }

  SalesLoop loop() {
    return SalesLoop.of(organization(), CALENDAR, Journal.of(events)).withGoals(goals());
  }

  private void sell(String id) {
    int seller = random.nextInt(people);
    Instant at =
        CALENDAR
            .startOf(FIRST_DAY.plusDays(random.nextInt(530)))
            .plusSeconds(random.nextInt(80_000))
            .plusNanos(random.nextInt(3));
    events.add(new SalesEvent.OpportunityCreated(id + "-a", at, id));
    events.add(new SalesEvent.OwnerAssigned(id + "-b", at, id, person(seller)));
    events.add(new SalesEvent.ProductLinked(id + "-c", at, id, product(random.nextInt(products))));
    events.add(new SalesEvent.CustomerLinked(id + "-d", at, id, "c" + random.nextInt(5)));
    events.add(new SalesEvent.ChannelLinked(id + "-e", at, id, "partner"));
    LocalDate close = CALENDAR.dayOf(at).plusDays(30L + random.nextInt(60));
    events.add(new SalesEvent.CloseExpected(id + "-f", at, id, close));
    Money amount = eur(2_000 + random.nextInt(18_000));
    events.add(new SalesEvent.AmountSet(id + "-g", at, id, amount));
    int reached = 1 + random.nextInt(STAGES.size());
    for (int stage = 0; stage < reached; stage++) {
      at = at.plus(Duration.ofHours(20 + random.nextInt(200)));
      events.add(new SalesEvent.StageEntered(id + "-h" + stage, at, id, STAGES.get(stage)));
      events.add(
          new SalesEvent.ActivityLogged(
              id + "-i" + stage, at, id, person(seller), ActivityKind.DEMO));
    }
    // the first sells half as often and at a discount, the second nearly always
    double chance = seller == 0 ? 0.25 : seller == 1 ? 0.9 : 0.5;
    at = at.plus(Duration.ofDays(1 + random.nextInt(20)));
    if (reached < STAGES.size() && random.nextInt(3) > 0) {
      return;
    }
    Money net = eur(amount.getAmountMinorLong() / 100 * (seller == 0 ? 7 : 9) / 10);
    events.add(new SalesEvent.QuoteSent(id + "-j", at, id, amount, net));
    if (random.nextDouble() < chance) {
      events.add(new SalesEvent.OpportunityWon(id + "-k", at, id));
      events.add(new SalesEvent.ContractSigned(id + "-l", at, id, net));
      events.add(
          new SalesEvent.CreditShared(
              id + "-p", at, id, ImmutableSortedMap.of(person(seller), 6_667, "a partner", 3_333)));
      events.add(new SalesEvent.InvoiceIssued(id + "-q", at.plusSeconds(60), id, net));
      events.add(new SalesEvent.PaymentReceived(id + "-m", at.plusSeconds(86_400), id, net));
      events.add(
          new SalesEvent.SurveyAnswered(
              id + "-n", at.plusSeconds(90_000), id, SurveyKind.CSAT, 1 + random.nextInt(5)));
      events.add(
          new SalesEvent.OrderPlaced(
              id + "-o", at, "o" + id, person(seller), "c1", product(0), 1, net));
    } else {
      events.add(
          new SalesEvent.OpportunityLost(id + "-k", at, id, random.nextBoolean() ? "price" : ""));
    }
  }

  static Money eur(long amount) {
    return Money.ofMajor(CurrencyUnit.EUR, amount);
  }
}
