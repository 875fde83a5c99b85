package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Deals of the first quarter of 2026, told in few words. */
public final class SalesWorld {
  public static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  public static final Period QUARTER = CALENDAR.period("FY2026-Q1");
  static final Instant CLOSED = Instant.parse("2026-03-02T10:00:00Z");
  static final Instant AS_OF = CALENDAR.endOf(QUARTER.lastDay());

  private final Organization.Builder organization = Organization.builder();
  private final List<SalesEvent> events = new ArrayList<>();
  private int deals;
  private int facts;

  public SalesWorld() {}

  /** A deal that is being told. */
  public final class Deal {
    private final String id;
    private final Instant created;

    private Deal(String person, String product, double days) {
      id = "d%06d".formatted(deals++);
      created = CLOSED.minus(Duration.ofSeconds((long) (days * 86_400)));
      events.add(new SalesEvent.OpportunityCreated(fact(), created, id));
      events.add(new SalesEvent.OwnerAssigned(fact(), created, id, person));
      events.add(new SalesEvent.ProductLinked(fact(), created, id, product));
    }

    Deal through(String... stages) {
      Instant at = created;
      for (String stage : stages) {
        events.add(new SalesEvent.StageEntered(fact(), at, id, stage));
        at = at.plusSeconds(3600);
      }
      return this;
    }

    Deal quoted(double list, double net) {
      events.add(new SalesEvent.QuoteSent(fact(), created, id, eur(list), eur(net)));
      return this;
    }

    public SalesWorld won(double amount) {
      events.add(new SalesEvent.AmountSet(fact(), created, id, eur(amount)));
      events.add(new SalesEvent.OpportunityWon(fact(), CLOSED, id));
      return SalesWorld.this;
    }

    public SalesWorld lost() {
      return lost("price");
    }

    SalesWorld lost(String reason) {
      events.add(new SalesEvent.OpportunityLost(fact(), CLOSED, id, reason));
      return SalesWorld.this;
    }

    SalesWorld open(double amount) {
      events.add(new SalesEvent.AmountSet(fact(), created, id, eur(amount)));
      return SalesWorld.this;
    }
  }

  public SalesWorld team(String id, String... members) {
    organization.addTeam(Team.of(id, "Team " + id));
    for (String member : members) {
      organization.addPerson(Person.of(member, nameOf(member)).inTeam(id));
    }
    return this;
  }

  public SalesWorld person(String id, String name) {
    organization.addPerson(Person.of(id, name));
    return this;
  }

  public SalesWorld products(String... ids) {
    for (String id : ids) {
      organization.addProduct(Product.of(id, "Product " + id));
    }
    return this;
  }

  public SalesWorld process(String... stages) {
    organization.process(SalesProcess.of(stages));
    return this;
  }

  public Deal deal(String person, String product) {
    return new Deal(person, product, 30);
  }

  public Deal deal(String person, String product, double days) {
    return new Deal(person, product, days);
  }

  /** Closes deals of one amount. */
  public SalesWorld closes(String person, String product, int won, double amount, int lost) {
    for (int i = 0; i < won; i++) {
      // A little spread, the same for everybody, so that amounts are not all tied.
      deal(person, product).won(amount * (1 + 0.01 * (i % 7)));
    }
    for (int i = 0; i < lost; i++) {
      deal(person, product).lost();
    }
    return this;
  }

  List<SalesEvent> events() {
    return events;
  }

  public SalesFacts facts() {
    return facts(events);
  }

  SalesFacts factsAsOf(Instant asOf) {
    return SalesFacts.of(organization.build(), CALENDAR, Journal.of(events).bookAsOf(asOf));
  }

  SalesFacts facts(List<SalesEvent> arrived) {
    return SalesFacts.of(organization.build(), CALENDAR, Journal.of(arrived).bookAsOf(AS_OF));
  }

  public Review review(SalesGoal... goals) {
    return ReviewRound.standard().review(facts(), QUARTER, ImmutableList.copyOf(goals));
  }

  private String fact() {
    return "e%07d".formatted(facts++);
  }

  static String nameOf(String id) {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1);
  }

  public static Money eur(double amount) {
    return Money.ofMinor(CurrencyUnit.EUR, Math.round(amount * 100));
  }
}
