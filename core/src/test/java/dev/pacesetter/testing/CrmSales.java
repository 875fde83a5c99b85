package dev.pacesetter.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * The public set of 8,800 sales opportunities of a computer seller, where it lies beside the
 * repository; tests that ask for it are skipped elsewhere.
 */
public final class CrmSales {
  private static final Path FOLDER = Path.of("../../shared/data/crm-sales-opportunities");

  private CrmSales() {}

  /** The calendar of the set. */
  public static FiscalCalendar calendar() {
    return FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  }

  /** Offices as teams, agents as people. */
  public static Organization organization() {
    Organization.Builder organization = Organization.builder();
    for (List<String> row : rows("sales_teams.csv")) {
      organization.addTeam(Team.of(row.get(2), row.get(2)));
      organization.addPerson(Person.of(row.get(0), row.get(0)).inTeam(row.get(2)));
    }
    for (List<String> row : rows("products.csv")) {
      organization.addProduct(Product.of(row.get(0), row.get(0), dollars(row.get(2))));
    }
    return organization.build();
  }

  /** Deals with an engage date; amounts are known of deals that were won. */
  public static Journal journal() {
    List<SalesEvent> events = new ArrayList<>();
    for (List<String> row : rows("sales_pipeline.csv")) {
      String deal = row.get(0);
      if (row.get(5).isEmpty()) {
        continue;
      }
      Instant engaged = noon(row.get(5));
      events.add(new SalesEvent.OpportunityCreated(deal + "/created", engaged, deal));
      events.add(new SalesEvent.OwnerAssigned(deal + "/owner", engaged, deal, row.get(1)));
      events.add(
          new SalesEvent.ProductLinked(
              deal + "/product", engaged, deal, row.get(2).replace("GTXPro", "GTX Pro")));
      switch (row.get(4)) {
        case "Won" -> {
          Instant closed = noon(row.get(6));
          events.add(new SalesEvent.AmountSet(deal + "/amount", closed, deal, dollars(row.get(7))));
          events.add(new SalesEvent.OpportunityWon(deal + "/won", closed, deal));
        }
        case "Lost" ->
            events.add(new SalesEvent.OpportunityLost(deal + "/lost", noon(row.get(6)), deal, ""));
        default -> {
          // still engaging
        }
      }
    }
    return Journal.of(events);
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static Money dollars(String whole) {
    return Money.ofMajor(CurrencyUnit.USD, Long.parseLong(whole));
  }

  private static List<List<String>> rows(String file) {
    Path path = FOLDER.resolve(file);
    assumeTrue(Files.exists(path), "the data set lies beside the repository");
    try {
      return Files.readAllLines(path).stream()
          .skip(1)
          .map(line -> Splitter.on(',').splitToList(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
