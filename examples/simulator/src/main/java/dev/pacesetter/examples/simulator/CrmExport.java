package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a CRM export, and the truth beside them.
 *
 * <p>CSV by RFC 4180 with a header, UTF-8 without a byte-order mark, ended by line feeds; quotes
 * only where needed. Times are {@code yyyy-MM-dd HH:mm} in the zone of the settings, days are
 * {@code yyyy-MM-dd}, amounts are in major units with all decimals of the currency; what is not
 * there is empty.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CrmExport {
  /** The files written. */
  public static final ImmutableList<String> FILES =
      ImmutableList.of(
          "teams.csv",
          "people.csv",
          "products.csv",
          "customers.csv",
          "opportunities.csv",
          "stage_history.csv",
          "changes.csv",
          "activities.csv",
          "quotes.csv",
          "surveys.csv",
          "truth.json");

  private final SimulationSettings settings;
  private final LocalTimes times;
  private final Path directory;
  private final Map<String, Long> counts = new HashMap<>();

  private CrmExport(SimulationSettings settings, Path directory) {
    this.settings = settings;
    this.times = new LocalTimes(settings.zone());
    this.directory = directory;
  }

  /**
   * Plays a company and writes its files, replacing files of the same names. Deals are written as
   * they are played, so that memory does not limit their number.
   *
   * @param simulator what to write
   * @param directory where to write; created if it does not exist
   * @return the number of rows of each CSV file, without headers, in the order of {@link #FILES}
   * @throws IOException if a file cannot be written
   */
  public static ImmutableMap<String, Long> write(SalesTeamSimulator simulator, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    CrmExport export = new CrmExport(simulator.settings(), directory);
    export.writeTables(simulator);
    Truth truth = export.writeDeals(simulator);
    Files.writeString(directory.resolve("truth.json"), truth.toJson());
    return export.countsInOrder();
  }

  private ImmutableMap<String, Long> countsInOrder() {
    ImmutableMap.Builder<String, Long> ordered = ImmutableMap.builder();
    for (String file : FILES) {
      Long rows = counts.get(file);
      if (rows != null) {
        ordered.put(file, rows);
      }
    }
    return ordered.buildOrThrow();
  }

  private void writeTables(SalesTeamSimulator simulator) throws IOException {
    try (Table teams = new Table("teams.csv", "team_id", "name", "parent")) {
      simulator.teams().forEach(team -> teams.row(team.id(), team.name(), team.parent()));
    }
    try (Table people =
        new Table("people.csv", "person_id", "name", "team", "role", "start_date", "end_date")) {
      simulator.people().forEach(person -> writePerson(people, person));
    }
    try (Table products =
        new Table("products.csv", "product_id", "name", "line", "list_price", "currency")) {
      simulator.products().forEach(product -> writeProduct(products, product));
    }
    try (Table customers =
        new Table("customers.csv", "customer_id", "name", "segment", "country")) {
      simulator.customers().forEach(customer -> writeCustomer(customers, customer));
    }
  }

  private static void writePerson(Table people, Person person) {
    people.row(
        person.id(),
        person.name(),
        person.team(),
        person.role(),
        day(person.startDate()),
        day(person.endDate()));
  }

  private void writeProduct(Table products, Product product) {
    products.row(
        product.id(),
        product.name(),
        product.line(),
        amount(product.listPrice()),
        settings.currency().getCurrencyCode());
  }

  private static void writeCustomer(Table customers, Customer customer) {
    customers.row(customer.id(), customer.name(), customer.segment(), customer.country());
  }

  private Truth writeDeals(SalesTeamSimulator simulator) throws IOException {
    try (Table opportunities =
            new Table(
                "opportunities.csv",
                "opportunity_id",
                "name",
                "owner",
                "customer",
                "product",
                "source",
                "created_at",
                "expected_close",
                "amount",
                "currency",
                "stage",
                "status",
                "closed_at",
                "lost_reason");
        Table stages = new Table("stage_history.csv", "opportunity_id", "stage", "entered_at");
        Table changes =
            new Table("changes.csv", "opportunity_id", "changed_at", "field", "old", "new");
        Table activities =
            new Table(
                "activities.csv", "activity_id", "opportunity_id", "person_id", "kind", "at");
        Table quotes =
            new Table(
                "quotes.csv",
                "quote_id",
                "opportunity_id",
                "quoted_at",
                "list_value",
                "net_value");
        Table surveys =
            new Table(
                "surveys.csv", "survey_id", "opportunity_id", "kind", "score", "answered_at")) {
      return simulator.forEachDeal(
          deal -> {
            String id = deal.opportunity().id();
            writeOpportunity(opportunities, deal.opportunity());
            deal.stages().forEach(s -> stages.row(id, s.stage().label(), time(s.enteredAt())));
            deal.changes().forEach(change -> writeChange(changes, id, change));
            deal.activities()
                .forEach(a -> activities.row(a.id(), id, a.person(), a.kind(), time(a.at())));
            deal.quotes().forEach(quote -> writeQuote(quotes, id, quote));
            deal.surveys().forEach(survey -> writeSurvey(surveys, id, survey));
          });
    }
  }

  private void writeOpportunity(Table opportunities, Opportunity opportunity) {
    opportunities.row(
        opportunity.id(),
        opportunity.name(),
        opportunity.owner(),
        opportunity.customer(),
        opportunity.product(),
        opportunity.source(),
        time(opportunity.createdAt()),
        day(opportunity.expectedClose()),
        amount(opportunity.amount()),
        settings.currency().getCurrencyCode(),
        opportunity.stage().label(),
        opportunity.status(),
        time(opportunity.closedAt()),
        opportunity.lostReason());
  }

  private void writeChange(Table changes, String id, Change change) {
    changes.row(
        id, time(change.changedAt()), change.field().label(), change.oldValue(), change.newValue());
  }

  private void writeQuote(Table quotes, String id, Quote quote) {
    quotes.row(
        quote.id(),
        id,
        time(quote.quotedAt()),
        amount(quote.listValue()),
        amount(quote.netValue()));
  }

  private void writeSurvey(Table surveys, String id, Survey survey) {
    surveys.row(
        survey.id(),
        id,
        survey.kind(),
        Integer.toString(survey.score()),
        time(survey.answeredAt()));
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private String time(@Nullable Instant instant) {
    return instant == null ? "" : times.text(instant);
  }

  private String amount(long minor) {
    return Amounts.plain(minor, settings.currency());
  }

  /** One file, which counts its rows. */
  private final class Table implements Closeable {
    private final String file;
    private final CsvWriter writer;
    private long rows;

    Table(String file, String... header) throws IOException {
      this.file = file;
      writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(directory.resolve(file), StandardCharsets.UTF_8);
      writer.writeRecord(header);
    }

    void row(@Nullable String... fields) {
      List<@Nullable String> values = new ArrayList<>(fields.length);
      for (String field : fields) {
        values.add(field);
      }
      writer.writeRecord(values);
      rows++;
    }

    @Override
    public void close() throws IOException {
      writer.close();
      counts.put(file, rows);
    }
  }
}
