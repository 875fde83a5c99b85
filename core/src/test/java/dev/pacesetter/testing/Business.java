package dev.pacesetter.testing;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SurveyKind;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.ProductLine;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Team;
import dev.pacesetter.organization.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A small business for tests, told fact by fact: who is there, which deals came and how they ended.
 *
 * <p>Money is in euro, days are of Paris, the fiscal year is that of the calendar. Facts happen at
 * noon unless said otherwise, and ids count up in the order of telling.
 */
public final class Business {
  /** The currency of a business that says nothing else. */
  public static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  private final Organization.Builder organization = Organization.builder();
  private final List<SalesEvent> events = new ArrayList<>();
  private FiscalCalendar calendar =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneId.of("Europe/Paris"));
  private int deals;

  private Business() {}

  /** A business with nobody and nothing in it. */
  public static Business empty() {
    return new Business();
  }

  /** Teams north and south below all; Ana and Bo in the north, Cy in the south; two products. */
  public static Business small() {
    return empty()
        .team(Team.of("all", "Everybody"))
        .team(Team.of("north", "North").under("all"))
        .team(Team.of("south", "South").under("all"))
        .person(Person.of("ana", "Ana Silva").inTeam("north"))
        .person(Person.of("bo", "Bo Chen").inTeam("north"))
        .person(Person.of("cy", "Cy Young").inTeam("south"))
        .product(Product.of("basic", "GTX Basic", euros(500)))
        .product(Product.of("pro", "GTX Pro", euros(5000)));
  }

  /** An amount of euros. */
  public static Money euros(long amount) {
    return Money.ofMajor(EUR, amount);
  }

  /** A day, as {@code 2026-07-01}. */
  public static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  public Business team(Team team) {
    organization.addTeam(team);
    return this;
  }

  public Business person(Person person) {
    organization.addPerson(person);
    return this;
  }

  public Business territory(Territory territory) {
    organization.addTerritory(territory);
    return this;
  }

  public Business productLine(ProductLine line) {
    organization.addProductLine(line);
    return this;
  }

  public Business product(Product product) {
    organization.addProduct(product);
    return this;
  }

  public Business customer(Customer customer) {
    organization.addCustomer(customer);
    return this;
  }

  public Business process(String... stages) {
    organization.process(SalesProcess.of(stages));
    return this;
  }

  /** From now on, days and periods are those of another calendar. */
  public Business calendar(FiscalCalendar calendar) {
    this.calendar = calendar;
    return this;
  }

  /** A deal of a person, created on a day and open so far. */
  public Deal deal(String person, String created) {
    String id = "d" + ++deals;
    Deal deal = new Deal(id);
    fact(new SalesEvent.OpportunityCreated(next(), noon(created), id));
    fact(new SalesEvent.OwnerAssigned(next(), noon(created), id, person));
    return deal;
  }

  /** A deal created and won on the same day. */
  public Business won(String person, String day, long euros) {
    return deal(person, day).amount(day, euros).won(day).and();
  }

  /** A deal created and lost on the same day. */
  public Business lost(String person, String day) {
    return deal(person, day).lost(day, "price").and();
  }

  /** An order of one line. */
  public Business order(String person, String product, String day, long euros) {
    String id = next();
    return fact(
        new SalesEvent.OrderPlaced(
            id, noon(day), "o-" + id, person, "c1", product, 1, euros(euros)));
  }

  /** Any other fact. */
  public Business fact(SalesEvent event) {
    events.add(event);
    return this;
  }

  /** An id that no fact has so far. */
  public String next() {
    return "e%05d".formatted(events.size() + 1);
  }

  public Instant noon(String day) {
    return day(day).atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
  }

  public FiscalCalendar calendar() {
    return calendar;
  }

  public Period period(String name) {
    return calendar.period(name);
  }

  public Organization organization() {
    return organization.build();
  }

  public Journal journal() {
    return Journal.of(events);
  }

  /** What is known on the evening of a day. */
  public SalesFacts on(String day) {
    return SalesFacts.of(organization(), calendar, journal().bookAsOf(calendar.endOf(day(day))));
  }

  /** One deal of the business. */
  public final class Deal {
    private final String id;

    private Deal(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    public Deal product(String day, String product) {
      fact(new SalesEvent.ProductLinked(next(), noon(day), id, product));
      return this;
    }

    public Deal customer(String day, String customer) {
      fact(new SalesEvent.CustomerLinked(next(), noon(day), id, customer));
      return this;
    }

    public Deal channel(String day, String channel) {
      fact(new SalesEvent.ChannelLinked(next(), noon(day), id, channel));
      return this;
    }

    public Deal stage(String day, String stage) {
      fact(new SalesEvent.StageEntered(next(), noon(day), id, stage));
      return this;
    }

    public Deal amount(String day, long euros) {
      fact(new SalesEvent.AmountSet(next(), noon(day), id, euros(euros)));
      return this;
    }

    public Deal expected(String day, String close) {
      fact(new SalesEvent.CloseExpected(next(), noon(day), id, day(close)));
      return this;
    }

    public Deal handedTo(String person, String day) {
      fact(new SalesEvent.OwnerAssigned(next(), noon(day), id, person));
      return this;
    }

    public Deal shared(String day, Map<String, Integer> basisPoints) {
      fact(
          new SalesEvent.CreditShared(
              next(), noon(day), id, ImmutableSortedMap.copyOf(basisPoints)));
      return this;
    }

    public Deal signed(String day, long euros) {
      fact(new SalesEvent.ContractSigned(next(), noon(day), id, euros(euros)));
      return this;
    }

    public Deal invoiced(String day, long euros) {
      fact(new SalesEvent.InvoiceIssued(next(), noon(day), id, euros(euros)));
      return this;
    }

    public Deal paid(String day, long euros) {
      fact(new SalesEvent.PaymentReceived(next(), noon(day), id, euros(euros)));
      return this;
    }

    public Deal activity(String day, String person, ActivityKind kind) {
      fact(new SalesEvent.ActivityLogged(next(), noon(day), id, person, kind));
      return this;
    }

    public Deal quote(String day, long list, long net) {
      fact(new SalesEvent.QuoteSent(next(), noon(day), id, euros(list), euros(net)));
      return this;
    }

    public Deal answer(String day, SurveyKind survey, int score) {
      fact(new SalesEvent.SurveyAnswered(next(), noon(day), id, survey, score));
      return this;
    }

    public Deal won(String day) {
      fact(new SalesEvent.OpportunityWon(next(), noon(day), id));
      return this;
    }

    public Deal lost(String day, String reason) {
      fact(new SalesEvent.OpportunityLost(next(), noon(day), id, reason));
      return this;
    }

    /** Goes on telling about the business. */
    public Business and() {
      return Business.this;
    }
  }
}
