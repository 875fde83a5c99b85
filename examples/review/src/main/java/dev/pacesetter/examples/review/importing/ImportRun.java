package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.importing.MasterRows.TeamRow;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.mapping.RowKind;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known so far while an export is read. */
final class ImportRun {
  private record QuotaKey(Scope scope, Period period) {}

  private final ImportMapping mapping;
  private final EventIds ids;
  private final Instant exported;
  private final Instant exportEnd;
  private final LookupTables lookups;
  private final AliasCounts aliases = new AliasCounts();
  private final Notes notes = new Notes();
  private final RejectionLog rejections = new RejectionLog();
  private final Listing<TeamRow> teams;
  private final Listing<Person> people;
  private final Listing<Product> products;
  private final Listing<Customer> customers;
  private final Map<String, Deal> deals = new LinkedHashMap<>();
  private final Set<String> rejectedDeals = new HashSet<>();
  private final Set<String> rowIds = new HashSet<>();
  private final Map<String, Integer> orderLines = new HashMap<>();
  private final Map<QuotaKey, Quota> quotas = new LinkedHashMap<>();
  private final Map<String, Integer> stagePlaces = new HashMap<>();

  ImportRun(ImportMapping mapping, Path folder) {
    this.mapping = mapping;
    this.ids = new EventIds(mapping.source(), mapping.exportedOn());
    this.exported = mapping.calendar().startOf(mapping.exportedOn());
    this.exportEnd = mapping.calendar().endOf(mapping.exportedOn());
    this.lookups = new LookupTables(mapping, folder);
    this.teams = listing("teams", RowKind.TEAM, id -> new TeamRow(id, id, null));
    this.people = listing("people", RowKind.PERSON, id -> Person.of(id, id));
    this.products = listing("products", RowKind.PRODUCT, id -> Product.of(id, id));
    this.customers = listing("customers", RowKind.CUSTOMER, id -> Customer.of(id, id));
    for (int place = 0; place < mapping.stages().size(); place++) {
      stagePlaces.put(mapping.stages().get(place), place);
    }
  }

  private <T> Listing<T> listing(String sort, RowKind kind, Function<String, T> byName) {
    return new Listing<>(sort, mapping.brings(kind), mapping.unlisted(), notes, byName);
  }

  ImportMapping mapping() {
    return mapping;
  }

  EventIds ids() {
    return ids;
  }

  /** Returns when what has no date takes effect. */
  Instant exported() {
    return exported;
  }

  /** Returns the last instant the export can know of. */
  Instant exportEnd() {
    return exportEnd;
  }

  LookupTables lookups() {
    return lookups;
  }

  AliasCounts aliases() {
    return aliases;
  }

  Notes notes() {
    return notes;
  }

  RejectionLog rejections() {
    return rejections;
  }

  Listing<TeamRow> teams() {
    return teams;
  }

  Listing<Person> people() {
    return people;
  }

  Listing<Product> products() {
    return products;
  }

  Listing<Customer> customers() {
    return customers;
  }

  Map<String, Deal> deals() {
    return deals;
  }

  /** Returns the place of a stage in the process, or -1. */
  int stagePlace(String stage) {
    return stagePlaces.getOrDefault(stage, -1);
  }

  LocalDate day(Instant instant) {
    return mapping.calendar().dayOf(instant);
  }

  /** Returns an instant as the clocks of the export show it. */
  LocalDateTime time(Instant instant) {
    return LocalDateTime.ofInstant(instant, mapping.calendar().zone());
  }

  /** Remembers that a deal's row was rejected, unless an earlier row brought the deal. */
  void rejectDeal(String id) {
    if (!deals.containsKey(id)) {
      rejectedDeals.add(id);
    }
  }

  /** Returns the deal a row is about. */
  Deal deal(Row row) {
    String id = row.requiredReference(Field.OPPORTUNITY);
    @Nullable Deal deal = deals.get(id);
    if (deal != null) {
      return deal;
    }
    throw rejectedDeals.contains(id)
        ? row.rejected(
            Field.OPPORTUNITY, Reason.FOLLOWS_REJECTED, Message.of("allowed.not-rejected"))
        : row.rejected(
            Field.OPPORTUNITY,
            Reason.UNKNOWN_REFERENCE,
            Message.of("allowed.listed", Message.of("sort.opportunities"), deals.size()));
  }

  /** Returns whether a sort of row has this id for the first time, in whichever file. */
  boolean isNew(String what, String id) {
    return rowIds.add(what + "/" + id);
  }

  /** Returns the place of the next line of an order, from 1; rejected lines count too. */
  int nextLine(String order) {
    return orderLines.merge(order, 1, Integer::sum);
  }

  /** Adds a quota, unless there is one for the same scope and period. */
  boolean addQuota(Quota quota) {
    return quotas.putIfAbsent(new QuotaKey(quota.scope(), quota.period()), quota) == null;
  }

  ImmutableList<Quota> quotas() {
    return ImmutableList.copyOf(quotas.values());
  }

  /** Builds the organization; a team whose parent cannot be above it stands at the top. */
  Organization organization() {
    Organization.Builder organization = Organization.builder();
    Map<String, TeamRow> rows = new HashMap<>();
    for (TeamRow team : teams.items()) {
      rows.put(team.id(), team);
    }
    for (TeamRow team : teams.items()) {
      Team made = Team.of(team.id(), team.name());
      String parent = team.parent();
      if (parent != null && !isAboveItself(team, rows)) {
        made = made.under(parent);
      } else if (parent != null) {
        notes.add(NoteKind.TEAM_WITHOUT_PARENT, "team", team.id(), parent);
      }
      organization.addTeam(made);
    }
    people.items().forEach(organization::addPerson);
    products.items().forEach(organization::addProduct);
    customers.items().forEach(organization::addCustomer);
    if (!mapping.stages().isEmpty()) {
      organization.process(new SalesProcess(mapping.stages()));
    }
    return organization.build();
  }

  /** Returns whether following parents ends nowhere, or comes back. */
  private static boolean isAboveItself(TeamRow team, Map<String, TeamRow> rows) {
    @Nullable String parent = team.parent();
    if (parent == null || !rows.containsKey(parent)) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    for (@Nullable TeamRow at = team; at != null; ) {
      if (!seen.add(at.id())) {
        return seen.contains(team.id()) && at.id().equals(team.id());
      }
      @Nullable String above = at.parent();
      at = above == null ? null : rows.get(above);
    }
    return false;
  }
}
