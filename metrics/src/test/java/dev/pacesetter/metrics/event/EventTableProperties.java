package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.event.Rows.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class EventTableProperties {
  @Provide
  Arbitrary<List<Row>> rows() {
    return Rows.any();
  }

  @Property
  void whatGoesInComesOutInTheDocumentedOrder(@ForAll("rows") List<Row> rows) {
    assertThat(Rows.of(Rows.table(rows))).isEqualTo(Rows.inOrder(rows));
  }

  @Property
  void theOrderOfArrivalDoesNotMatterWhereSequencesTellRowsApart(
      @ForAll("rows") List<Row> rows, @ForAll long seed) {
    List<Row> numbered = Rows.numbered(rows);
    List<Row> shuffled = new ArrayList<>(numbered);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Rows.table(shuffled)).isEqualTo(Rows.table(numbered));
    assertThat(Rows.table(shuffled).hashCode()).isEqualTo(Rows.table(numbered).hashCode());
    assertThat(Rows.named(shuffled)).isEqualTo(Rows.named(numbered));
  }

  @Property
  void aTableDiffersOnceAnythingOfARowDoes(
      @ForAll("rows") @NotEmpty List<Row> rows, @ForAll int which, @ForAll Row.Part part) {
    int index = Math.floorMod(which, rows.size());
    List<Row> changed = new ArrayList<>(rows);
    changed.set(index, rows.get(index).changed(part));

    assertThat(Rows.table(changed)).isNotEqualTo(Rows.table(rows));
  }

  @Property
  void columnsAndBuilderMakeTheSameTable(@ForAll("rows") List<Row> rows) {
    List<String> events = List.of("won", "offer", "demo", "lead");
    List<String> products = List.of("Pro", "Basic");

    EventTable table =
        EventColumns.of(
                rows.stream().mapToLong(Row::subject).toArray(),
                rows.stream().mapToInt(row -> events.indexOf(row.event())).toArray(),
                events,
                rows.stream().mapToLong(Row::at).toArray())
            .values(rows.stream().mapToLong(Row::value).toArray())
            .sequences(rows.stream().mapToLong(Row::sequence).toArray())
            .dimension(
                "product",
                rows.stream()
                    .mapToInt(
                        row ->
                            row.product() == null
                                ? EventTable.NONE
                                : products.indexOf(row.product()))
                    .toArray(),
                products)
            .toTable();

    assertThat(table).isEqualTo(Rows.table(rows));
  }

  @Property
  void namesAndNumbersOfSubjectsHaveTheSameRows(@ForAll("rows") List<Row> rows) {
    EventTable numbers = Rows.table(rows);
    EventTable names = Rows.named(rows);

    assertThat(names.subjects()).isEqualTo(numbers.subjects());
    for (int subject = 0; subject < names.subjects(); subject++) {
      String name = names.subjectName(subject);
      if (subject > 0) {
        assertThat(name).isGreaterThan(names.subjectName(subject - 1));
      }
      long key = Long.parseLong(name.substring("deal ".length()));
      assertThat(names.slice(subject, subject + 1).rows())
          .isEqualTo((int) rows.stream().filter(row -> row.subject() == key).count());
    }
  }

  @Property
  void aPartitionHasEverySubjectOnce(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 9) int parts) {
    EventTable table = Rows.table(rows);

    List<EventTable> slices = table.partition(parts);

    assertThat(slices.size()).isBetween(1, parts);
    List<Row> together = new ArrayList<>();
    for (EventTable slice : slices) {
      together.addAll(Rows.of(slice));
      assertThat(rows.isEmpty() || slice.subjects() > 0).isTrue();
    }
    assertThat(together).isEqualTo(Rows.of(table));
    assertThat(EventTable.concat(slices)).isEqualTo(table);
  }

  @Property
  void theTablesOfASplitMakeTheWhole(
      @ForAll("rows") List<Row> rows, @ForAll List<@IntRange(min = 0, max = 3) Integer> where) {
    List<Row> numbered = Rows.numbered(rows);
    List<EventTable> tables = new ArrayList<>();
    for (int part = 0; part <= 3; part++) {
      List<Row> own = new ArrayList<>();
      for (int i = 0; i < numbered.size(); i++) {
        if ((where.isEmpty() ? 0 : where.get(i % where.size())) == part) {
          own.add(numbered.get(i));
        }
      }
      tables.add(Rows.table(own));
    }

    assertThat(EventTable.concat(tables)).isEqualTo(Rows.table(numbered));
  }

  @Property
  void rowsThatTieKeepTheOrderOfTheTablesTheyCameFrom(
      @ForAll("rows") List<Row> first, @ForAll("rows") List<Row> second) {
    List<Row> both = new ArrayList<>(first);
    both.addAll(second);

    assertThat(EventTable.concat(List.of(Rows.table(first), Rows.table(second))))
        .isEqualTo(Rows.table(both));
  }

  @Property
  void aSliceAndACopyOfItsRowsAreEqual(@ForAll("rows") List<Row> rows, @ForAll long where) {
    EventTable table = Rows.table(rows);
    int from = Math.floorMod(where, table.subjects() + 1);
    EventTable slice = table.slice(from, table.subjects());

    assertThat(slice).isEqualTo(Rows.table(Rows.of(slice)));
    assertThat(slice.hashCode()).isEqualTo(Rows.table(Rows.of(slice)).hashCode());
    assertThat(EventTable.concat(List.of(slice))).isEqualTo(slice);
  }

  @Property
  void everyRowKnowsItsSubject(@ForAll("rows") List<Row> rows) {
    EventTable table = Rows.table(rows);

    for (int subject = 0; subject < table.subjects(); subject++) {
      for (int row = table.start(subject); row < table.end(subject); row++) {
        assertThat(table.subjectOf(row)).isEqualTo(subject);
      }
    }
  }
}
