package dev.pacesetter.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EventTableTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

  /** The events of a table in the order of its rows. */
  private static List<String> events(EventTable table) {
    return IntStream.range(table.firstRow(), table.endRow())
        .mapToObj(row -> table.events().get(table.event(row)))
        .toList();
  }

  private static List<String> subjects(EventTable table) {
    return IntStream.range(0, table.subjects()).mapToObj(table::subjectName).toList();
  }

  @Test
  void keepsWhatARowWasGiven() {
    EventTable table =
        EventTable.builder("product", "channel")
            .row("deal-17", "won", MONDAY)
            .value(482_100)
            .with("product", "GTX Pro")
            .build();

    assertThat(table.rows()).isEqualTo(1);
    assertThat(table.subjectName(0)).isEqualTo("deal-17");
    assertThat(table.hasSubjectNames()).isTrue();
    assertThat(table.time(0)).isEqualTo(MONDAY.toEpochMilli());
    assertThat(table.timeUnit()).isEqualTo(TimeUnit.MILLISECONDS);
    assertThat(table.value(0)).isEqualTo(482_100);
    assertThat(table.hasSequences()).isFalse();
    assertThat(table.sequence(0)).isZero();
    assertThat(table.dimensions()).containsExactly("product", "channel");
    assertThat(table.dimensionValues(table.dimension("product"))).containsExactly("GTX Pro");
    assertThat(table.code(table.dimension("product"), 0)).isZero();
    assertThat(table.code(table.dimension("channel"), 0)).isEqualTo(EventTable.NONE);
    assertThat(table.lastTime()).hasValue(MONDAY.toEpochMilli());
  }

  @Test
  void keepsTheRowsOfASubjectTogetherByTime() {
    EventTable table =
        EventTable.builder()
            .row("b", "demo", 20)
            .row("a", "won", 30)
            .row("b", "lead", 10)
            .row("a", "lead", 5)
            .build();

    assertThat(subjects(table)).containsExactly("a", "b");
    assertThat(events(table)).containsExactly("lead", "won", "lead", "demo");
    assertThat(table.start(1)).isEqualTo(2);
    assertThat(table.end(1)).isEqualTo(4);
    assertThat(table.lastTime()).hasValue(30);
  }

  @Test
  void ordersNumbersOfSubjectsBySizeAndNamesByLetters() {
    EventTable numbers =
        EventTable.builder()
            .row(10, "lead", 0)
            .row(9, "lead", 0)
            .row(Long.MIN_VALUE, "lead", 0)
            .row(Long.MAX_VALUE, "lead", 0)
            .build();
    EventTable names = EventTable.builder().row("10", "lead", 0).row("9", "lead", 0).build();

    assertThat(subjects(numbers))
        .containsExactly("-9223372036854775808", "9", "10", "9223372036854775807");
    assertThat(numbers.subjectKey(1)).isEqualTo(9);
    assertThat(numbers.hasSubjectNames()).isFalse();
    assertThat(subjects(names)).containsExactly("10", "9");
  }

  @Test
  void takesTheItemsOfAnIterator() {
    record Deal(String id, long lead, long won) {}
    List<Deal> deals = List.of(new Deal("b", 1, 9), new Deal("a", 2, 0));

    EventTable table =
        EventTable.builder()
            .rows(
                deals.iterator(),
                (rows, deal) -> {
                  rows.row(deal.id, "lead", deal.lead);
                  if (deal.won > 0) {
                    rows.row(deal.id, "won", deal.won).value(7);
                  }
                })
            .build();

    assertThat(table.describe(2)).isEqualTo("b: won at 1970-01-01T00:00:00.009Z, value 7");
    assertThat(subjects(table)).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(3);
  }

  @Test
  void aBuilderCanGoOnAfterATableWasBuilt() {
    EventTable.Builder builder = EventTable.builder().row(1, "lead", 0);
    EventTable before = builder.build();
    EventTable after = builder.row(1, "won", 1).build();

    assertThat(events(before)).containsExactly("lead");
    assertThat(events(after)).containsExactly("lead", "won");
  }

  @Test
  void anEmptyTableHasNothing() {
    EventTable table = EventTable.builder("product").build();

    assertThat(table.rows()).isZero();
    assertThat(table.subjects()).isZero();
    assertThat(table.lastTime()).isEmpty();
    assertThat(table.partition(3)).containsExactly(table);
    assertThat(table.slice(0, 0)).isEqualTo(table);
    assertThat(table).hasToString("EventTable of 0 rows, 0 subjects, 0 events");
  }

  @Nested
  class InOneInstant {
    @Test
    void rowsKeepTheOrderInWhichTheyWereGiven() {
      EventTable table =
          EventTable.builder()
              .row(1, "third", 5)
              .row(1, "first", 5)
              .row(1, "second", 5)
              .row(1, "before", 4)
              .build();

      assertThat(events(table)).containsExactly("before", "third", "first", "second");
    }

    @Test
    void sequenceNumbersComeBeforeTheOrderGiven() {
      EventTable table =
          EventTable.builder()
              .row(1, "third", 5)
              .sequence(Long.MAX_VALUE)
              .row(1, "first", 5)
              .sequence(-1)
              .row(1, "without", 5)
              .row(1, "zero", 5)
              .sequence(0)
              .row(1, "before", 4)
              .sequence(9)
              .build();

      assertThat(events(table)).containsExactly("before", "first", "without", "zero", "third");
      assertThat(table.hasSequences()).isTrue();
    }

    @Test
    void rowsOfTablesKeepTheOrderOfTheTables() {
      EventTable first = EventTable.builder().row(1, "b", 5).row(1, "d", 6).build();
      EventTable second = EventTable.builder().row(1, "a", 5).row(1, "c", 5).build();

      assertThat(events(EventTable.concat(List.of(first, second))))
          .containsExactly("b", "a", "c", "d");
      assertThat(events(EventTable.concat(List.of(second, first))))
          .containsExactly("a", "c", "b", "d");
    }

    @Test
    void rowsOfTablesAreMergedBySequence() {
      EventTable first =
          EventTable.builder().row(1, "one", 5).sequence(1).row(1, "three", 5).sequence(3).build();
      EventTable second = EventTable.builder().row(1, "two", 5).sequence(2).build();
      EventTable third = EventTable.builder().row(1, "none", 5).build();

      assertThat(events(EventTable.concat(List.of(first, second, third))))
          .containsExactly("none", "one", "two", "three");
    }
  }

  @Nested
  class Times {
    @Test
    void mayLieBeforeTheEpochAndAtTheLimitsOfLong() {
      EventTable table =
          EventTable.builder()
              .row(1, "last", Long.MAX_VALUE)
              .row(1, "before", -1)
              .row(1, "first", Long.MIN_VALUE)
              .row(1, "epoch", 0)
              .build();

      assertThat(events(table)).containsExactly("first", "before", "epoch", "last");
      assertThat(table.lastTime()).hasValue(Long.MAX_VALUE);
      assertThat(table.describe(0)).isEqualTo("1: first at -292275055-05-16T16:47:04.192Z");
    }

    @Test
    void areRoundedDownToTheirUnit() {
      EventTable table =
          EventTable.builder()
              .timesIn(TimeUnit.SECONDS)
              .row("a", "lead", Instant.parse("1969-12-31T23:59:59.500Z"))
              .row("a", "won", Instant.parse("1970-01-01T00:00:00.500Z"))
              .build();

      assertThat(table.timeUnit()).isEqualTo(TimeUnit.SECONDS);
      assertThat(table.time(0)).isEqualTo(-1);
      assertThat(table.time(1)).isZero();
    }

    @Test
    void mayBeInstantsForSubjectsThatAreNumbers() {
      EventTable table =
          EventTable.builder().timesIn(TimeUnit.DAYS).row(7, "lead", Instant.EPOCH).build();

      assertThat(table.describe(0)).isEqualTo("7: lead at 1970-01-01T00:00:00Z");
    }

    @Test
    void beyondAllInstantsAreToldAsNumbers() {
      EventTable table =
          EventTable.builder().timesIn(TimeUnit.DAYS).row(7, "lead", Long.MAX_VALUE).build();

      assertThat(table.describe(0)).isEqualTo("7: lead at 9223372036854775807 DAYS");
    }

    @Test
    void thatDoNotFitTheUnitAreRefused() {
      EventTable.Builder builder = EventTable.builder().timesIn(TimeUnit.NANOSECONDS);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row("deal-17", "won", Instant.parse("2300-01-01T00:00:00Z")))
          .withMessage(
              "time of 'won' of subject deal-17 is 2300-01-01T00:00:00Z; in NANOSECONDS it must be"
                  + " from 1677-09-21T00:12:43.145224192Z to 2262-04-11T23:47:16.854775807Z");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.row(17, "won", Instant.MIN))
          .withMessageContaining("subject 17 is " + Instant.MIN);
      assertThat(builder.build().rows()).isZero();
    }

    @Test
    void haveOneUnitForAllRows() {
      EventTable.Builder builder = EventTable.builder().row(1, "lead", 0);

      assertThatIllegalStateException()
          .isThrownBy(() -> builder.timesIn(TimeUnit.DAYS))
          .withMessage("the unit of the times must be set before the first row");
    }
  }

  @Nested
  class Values {
    @Test
    void haveTheWholeRangeOfLong() {
      EventTable table =
          EventTable.builder()
              .row(1, "won", 0)
              .value(Long.MAX_VALUE)
              .row(1, "lost", 1)
              .value(Long.MIN_VALUE)
              .row(1, "lead", 2)
              .build();

      assertThat(table.value(0)).isEqualTo(Long.MAX_VALUE);
      assertThat(table.value(1)).isEqualTo(Long.MIN_VALUE);
      assertThat(table.value(2)).isZero();
    }

    @Test
    void givenLateAreZeroBefore() {
      EventTable.Builder builder = EventTable.builder();
      for (int row = 0; row < 100_000; row++) {
        builder.row(1, "lead", row);
      }
      EventTable table = builder.value(5).sequence(6).row(1, "won", 100_000).build();

      assertThat(table.value(0)).isZero();
      assertThat(table.value(99_999)).isEqualTo(5);
      assertThat(table.sequence(99_999)).isEqualTo(6);
      assertThat(table.value(100_000)).isZero();
    }
  }

  @Nested
  class Identity {
    @Test
    void makesOneRowOfAnEventToldTwice() {
      EventTable table =
          EventTable.builder("product")
              .row("a", "lead", 1)
              .id(7)
              .with("product", "Pro")
              .row("a", "won", 1)
              .id(8)
              .row("a", "lead", 1)
              .id(7)
              .with("product", "Pro")
              .build();

      assertThat(events(table)).containsExactly("lead", "won");
    }

    @Test
    void isRefusedForEventsThatDiffer() {
      EventTable.Builder builder =
          EventTable.builder("product")
              .row("deal-17", "lead", MONDAY)
              .id(7)
              .with("product", "Pro")
              .row("deal-17", "won", MONDAY)
              .id(7)
              .value(5);

      assertThatIllegalArgumentException()
          .isThrownBy(builder::build)
          .withMessage(
              "rows 0 and 1 have the id 7 but differ: deal-17: lead at 2026-03-02T09:30:00Z, value"
                  + " 0, product Pro; deal-17: won at 2026-03-02T09:30:00Z, value 5. Rows with one"
                  + " id must be the same");
    }

    @Test
    void looksAtEverythingARowHas() {
      List<EventTable.Builder> others =
          List.of(
              twice().row(2, "lead", 3).value(4).sequence(5).with("product", "Pro").id(7),
              twice().row(1, "won", 3).value(4).sequence(5).with("product", "Pro").id(7),
              twice().row(1, "lead", 0).value(4).sequence(5).with("product", "Pro").id(7),
              twice().row(1, "lead", 3).value(0).sequence(5).with("product", "Pro").id(7),
              twice().row(1, "lead", 3).value(4).sequence(0).with("product", "Pro").id(7),
              twice().row(1, "lead", 3).value(4).sequence(5).with("product", "Max").id(7),
              twice().row(1, "lead", 3).value(4).sequence(5).id(7));

      assertThat(twice().build().rows()).isEqualTo(1);
      for (EventTable.Builder other : others) {
        assertThatIllegalArgumentException()
            .isThrownBy(other::build)
            .withMessageContaining("rows 0 and 2 have the id 7 but differ");
      }
    }

    private EventTable.Builder twice() {
      EventTable.Builder builder = EventTable.builder("product");
      for (int i = 0; i < 2; i++) {
        builder.row(1, "lead", 3).value(4).sequence(5).with("product", "Pro").id(7);
      }
      return builder;
    }

    @Test
    void isNotAssumedWhereNoneIsGiven() {
      EventTable table =
          EventTable.builder()
              .row(1, "lead", 1)
              .row(1, "lead", 1)
              .id(0)
              .row(1, "lead", 1)
              .row(1, "lead", 1)
              .id(0)
              .build();

      assertThat(table.rows()).isEqualTo(3);
    }
  }

  @Nested
  class Parts {
    private final EventTable table =
        EventTable.builder()
            .row("a", "lead", 1)
            .row("b", "lead", 1)
            .row("b", "won", 2)
            .row("c", "lead", 1)
            .row("d", "lead", 3)
            .build();

    @Test
    void aSliceKeepsTheNumbersOfItsRows() {
      EventTable slice = table.slice(1, 3);

      assertThat(subjects(slice)).containsExactly("b", "c");
      assertThat(slice.firstRow()).isEqualTo(1);
      assertThat(slice.endRow()).isEqualTo(4);
      assertThat(slice.rows()).isEqualTo(3);
      assertThat(slice.start(1)).isEqualTo(3);
      assertThat(slice.subjectOf(3)).isEqualTo(1);
      assertThat(slice.lastTime()).hasValue(2);
      assertThat(subjects(slice.slice(1, 2))).containsExactly("c");
      assertThat(events(slice)).containsExactly("lead", "won", "lead");
      assertThat(slice).hasToString("EventTable of 3 rows, 2 subjects, 2 events");
    }

    @Test
    void aPartitionSharesRowsAboutEqually() {
      assertThat(table.partition(2))
          .extracting(EventTableTest::subjects)
          .containsExactly(List.of("a", "b"), List.of("c", "d"));
      assertThat(table.partition(1)).containsExactly(table);
      assertThat(table.partition(99)).hasSize(4);
      assertThat(table.slice(1, 4).partition(2))
          .extracting(EventTableTest::subjects)
          .containsExactly(List.of("b"), List.of("c", "d"));
    }

    @Test
    void concatJoinsSlicesOfDifferentTables() {
      EventTable other =
          EventTable.builder().row("b", "lost", 5).row("bb", "demo", 1).row("e", "won", 9).build();

      EventTable joined = EventTable.concat(List.of(table.slice(1, 3), other.slice(0, 2)));

      assertThat(subjects(joined)).containsExactly("b", "bb", "c");
      assertThat(events(joined)).containsExactly("lead", "won", "lost", "demo", "lead");
      assertThat(joined.firstRow()).isZero();
    }

    @Test
    void concatFillsColumnsThatOnlySomeHave() {
      EventTable plain = EventTable.builder().row(1, "lead", 1).build();
      EventTable full = EventTable.builder().row(1, "won", 2).value(3).sequence(4).build();

      EventTable joined = EventTable.concat(List.of(plain, full));

      assertThat(joined.describe(0)).contains("value 0, sequence 0");
      assertThat(joined.describe(1)).contains("value 3, sequence 4");
    }

    @Test
    void concatWidensCodesWhereNamesBecomeMany() {
      EventTable.Builder few = EventTable.builder("branch");
      EventTable.Builder many = EventTable.builder("branch");
      for (int i = 0; i < 200; i++) {
        few.row(i, "few" + i, 0).with("branch", "few" + i);
        many.row(i + 100, "many" + i, 0).with("branch", "many" + i);
      }

      EventTable joined = EventTable.concat(List.of(few.build(), many.build()));

      for (int row = 0; row < joined.rows(); row++) {
        String event = joined.events().get(joined.event(row));
        assertThat(joined.dimensionValues(0).get(joined.code(0, row))).isEqualTo(event);
      }
      assertThat(joined.events()).hasSize(400);
    }

    @Test
    void concatTakesEmptyTablesWhateverTheirSubjects() {
      EventTable empty = EventTable.builder().build();

      assertThat(EventTable.concat(List.of(empty, table, empty))).isEqualTo(table);
      assertThat(EventTable.concat(List.of(empty, empty))).isEqualTo(empty);
    }

    @Test
    void concatRefusesTablesThatDoNotFit() {
      EventTable numbers = EventTable.builder().row(1, "lead", 0).build();
      EventTable days = EventTable.builder().timesIn(TimeUnit.DAYS).row("a", "lead", 0).build();
      EventTable products = EventTable.builder("product").row("a", "lead", 0).build();

      for (EventTable other : List.of(numbers, days, products)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> EventTable.concat(List.of(table, other)))
            .withMessageContaining("does not fit one with MILLISECONDS, [] and subjects that have");
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EventTable.concat(List.of()))
          .withMessage("there must be at least one table to concatenate");
    }

    @Test
    void mustLieInTheTable() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> table.slice(2, 5))
          .withMessage("slice is from subject 2 to 5; it must lie within 0 and 4");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> table.partition(0))
          .withMessage("parts is 0; it must be at least 1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> table.slice(1, 3).describe(0))
          .withMessage("row is 0; it must be from 1 below 4");
    }
  }

  @Nested
  class BadInput {
    @Test
    void subjectsAreAllNamesOrAllNumbers() {
      assertThatIllegalStateException()
          .isThrownBy(() -> EventTable.builder().row("a", "lead", 0).row(1, "lead", 0))
          .withMessage("subject 1 is a number; earlier ones are names");
      assertThatIllegalStateException()
          .isThrownBy(() -> EventTable.builder().row(1, "lead", 0).row("a", "lead", 0))
          .withMessage("subject 'a' is a name; earlier ones are numbers");
    }

    @Test
    void dimensionsHaveNamesOfTheirOwn() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EventTable.builder("product", " "))
          .withMessage("dimensions are [product,  ]; each must have a name of its own");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EventTable.builder("product", "product"))
          .withMessage("dimensions are [product, product]; each must have a name of its own");
    }

    @Test
    void dimensionsAreKnown() {
      EventTable.Builder builder = EventTable.builder("product").row(1, "lead", 0);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.with("channel", "web"))
          .withMessage("there is no dimension 'channel'; there are [product]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.build().dimension("channel"))
          .withMessage("the table has no dimension 'channel'; it has [product]");
    }

    @Test
    void thereIsARowToRefine() {
      EventTable.Builder builder = EventTable.builder("product");

      assertThatIllegalStateException()
          .isThrownBy(() -> builder.value(1))
          .withMessage("there is no row yet");
      assertThatIllegalStateException().isThrownBy(() -> builder.sequence(1));
      assertThatIllegalStateException().isThrownBy(() -> builder.id(1));
      assertThatIllegalStateException().isThrownBy(() -> builder.with("product", "Pro"));
    }

    @Test
    void namesOfSubjectsAreNoNumbers() {
      EventTable table = EventTable.builder().row("a", "lead", 0).build();

      assertThatIllegalStateException()
          .isThrownBy(() -> table.subjectKey(0))
          .withMessage("the subjects of this table have names, not numbers");
    }
  }

  @Nested
  class Equality {
    private final EventTable table =
        EventTable.builder("product")
            .row("a", "lead", 0)
            .with("product", "Pro")
            .row("b", "won", 1)
            .with("product", "Max")
            .build();

    @Test
    void isOfWhatTablesSayWhateverTheirCodes() {
      EventTable otherwise =
          EventTable.builder("product")
              .row("b", "won", 1)
              .with("product", "Max")
              .row("a", "lead", 0)
              .with("product", "Pro")
              .build();

      assertThat(otherwise.events()).isNotEqualTo(table.events());
      assertThat(otherwise).isEqualTo(table).hasSameHashCodeAs(table);
    }

    @Test
    void looksAtUnitDimensionsAndSubjects() {
      EventTable none = EventTable.builder().build();

      assertThat(table.slice(0, 1)).isNotEqualTo(table.slice(1, 2));
      assertThat(none).isNotEqualTo(EventTable.builder().timesIn(TimeUnit.DAYS).build());
      assertThat(none).isNotEqualTo(EventTable.builder("product").build());
      assertThat(EventTable.builder().row("1", "lead", 0).build())
          .isNotEqualTo(EventTable.builder().row(1, "lead", 0).build());
      assertThat(table).isNotEqualTo("table");
    }
  }
}
