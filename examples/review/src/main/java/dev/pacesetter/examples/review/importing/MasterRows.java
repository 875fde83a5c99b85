package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows about who and what there is: teams, people, products, customers. */
final class MasterRows {
  /** A team before it is known whether its parent exists. */
  record TeamRow(String id, String name, @Nullable String parent) {}

  private final ImportRun run;
  private final Row row;
  private final boolean repeated;

  MasterRows(ImportRun run, Row row, boolean repeated) {
    this.run = run;
    this.row = row;
    this.repeated = repeated;
  }

  void team() {
    String id = row.requiredReference(Field.ID);
    listed(
        run.teams(),
        id,
        () -> {
          TeamRow team = new TeamRow(id, name(), row.reference(Field.PARENT));
          run.teams().add(row, id, team, repeated);
        });
  }

  void person() {
    String id = row.requiredReference(Field.ID);
    listed(
        run.people(),
        id,
        () -> {
          Person person = Person.of(id, name());
          @Nullable String team = row.reference(Field.TEAM);
          if (team != null) {
            person = person.inTeam(run.teams().resolve(row, Field.TEAM, team));
          }
          @Nullable LocalDate first = row.day(Field.FIRST_DAY);
          if (first != null) {
            person = person.since(first);
          }
          @Nullable LocalDate last = row.day(Field.LAST_DAY);
          if (last != null) {
            if (first != null && last.isBefore(first)) {
              throw row.rejected(
                  Field.LAST_DAY, Reason.CONTRADICTION, Message.of("allowed.last-day", first));
            }
            person = person.until(last.plusDays(1));
          }
          run.people().add(row, id, person, repeated);
          run.teams().keep(team);
        });
  }

  void product() {
    String id = row.requiredReference(Field.ID);
    listed(
        run.products(),
        id,
        () -> {
          @Nullable Money price = row.money(Field.LIST_PRICE, run.mapping().currency());
          Product product = price == null ? Product.of(id, name()) : Product.of(id, name(), price);
          @Nullable String line = row.reference(Field.LINE);
          run.products().add(row, id, line == null ? product : product.inLine(line), repeated);
        });
  }

  void customer() {
    String id = row.requiredReference(Field.ID);
    listed(
        run.customers(),
        id,
        () -> {
          Customer customer = Customer.of(id, name());
          @Nullable String segment = row.reference(Field.SEGMENT);
          run.customers()
              .add(row, id, segment == null ? customer : customer.inSegment(segment), repeated);
        });
  }

  private String name() {
    @Nullable String name = row.text(Field.NAME);
    return name == null ? row.required(Field.ID) : name;
  }

  /** Remembers an id whose row is rejected, so that what refers to it can say so. */
  private static void listed(Listing<?> listing, String id, Runnable adding) {
    try {
      adding.run();
    } catch (Rejected e) {
      listing.reject(id);
      throw e;
    }
  }
}
