package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.OrderPlaced;
import java.time.Instant;
import java.util.function.Consumer;
import org.joda.money.Money;

/** Rows with the lines of orders; a line is known by its place among those of its order. */
final class OrderRows {
  private static final long MOST = 1_000_000_000L;

  private final ImportRun run;
  private final Row row;
  private final Consumer<SalesEvent> facts;

  OrderRows(ImportRun run, Row row, Consumer<SalesEvent> facts) {
    this.run = run;
    this.row = row;
    this.facts = facts;
  }

  void order() {
    String order = row.requiredReference(Field.ORDER);
    int place = run.nextLine(order);
    Instant at = row.requiredInstant(Field.AT);
    long quantity = row.tells(Field.QUANTITY) ? row.whole(Field.QUANTITY, 1, MOST) : 1;
    Money amount = row.requiredMoney(Field.AMOUNT, run.mapping().currency());
    String person = resolved(run.people(), Field.PERSON);
    String customer = resolved(run.customers(), Field.CUSTOMER);
    String product = resolved(run.products(), Field.PRODUCT);
    run.people().keep(person);
    run.customers().keep(customer);
    run.products().keep(product);
    String id = run.ids().of("order", order) + "/" + EventIds.padded(place, 4);
    facts.accept(new OrderPlaced(id, at, order, person, customer, product, quantity, amount));
  }

  private String resolved(Listing<?> listing, Field field) {
    return listing.resolve(row, field, row.requiredReference(field));
  }
}
