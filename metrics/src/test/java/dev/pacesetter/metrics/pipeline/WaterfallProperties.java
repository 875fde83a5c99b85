package dev.pacesetter.metrics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

class WaterfallProperties {
  record Row(long deal, long at, DealStatus status, long amount, long closeDay) {}

  @Provide
  Arbitrary<List<Row>> histories() {
    Arbitrary<Long> day =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.longs().between(0, 20)),
            Tuple.of(1, Arbitraries.just(DealHistory.NO_CLOSE_DAY)));
    Arbitrary<Row> row =
        Combinators.combine(
                Arbitraries.longs().between(1, 4),
                Arbitraries.longs().between(0, 30),
                Arbitraries.of(DealStatus.OPEN, DealStatus.OPEN, DealStatus.WON, DealStatus.LOST),
                Arbitraries.longs().between(0, 1_000),
                day)
            .as(Row::new);
    return row.list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<PipelineScope> scopes() {
    return Arbitraries.oneOf(
        Arbitraries.just(PipelineScope.allOpen()),
        Combinators.combine(Arbitraries.longs().between(0, 20), Arbitraries.longs().between(1, 10))
            .as(
                (start, days) ->
                    PipelineScope.closingIn(
                        LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(start + days))));
  }

  @Property
  void bothEndsEqualTheStateRecomputedAndNothingIsLeftOver(
      @ForAll("histories") List<Row> rows,
      @ForAll("scopes") PipelineScope scope,
      @ForAll @LongRange(min = 0, max = 31) long from,
      @ForAll @LongRange(min = 0, max = 31) long length) {
    Waterfall w = waterfall(rows, from, from + length, scope);

    assertThat(w.start()).isEqualTo(openBefore(rows, from, scope));
    assertThat(w.end()).isEqualTo(openBefore(rows, from + length, scope));
    assertThat(
            w.start().amount()
                + w.created().amount()
                + w.reopened().amount()
                + w.pulledIn().amount()
                + w.increased().amount()
                - w.won().amount()
                - w.lost().amount()
                - w.decreased().amount()
                - w.pushedOut().amount())
        .isEqualTo(w.end().amount());
    assertThat(
            w.start().count()
                + w.created().count()
                + w.reopened().count()
                + w.pulledIn().count()
                - w.won().count()
                - w.lost().count()
                - w.pushedOut().count())
        .isEqualTo(w.end().count());
  }

  @Property
  void consecutiveWindowsMeetAndAddUp(
      @ForAll("histories") List<Row> rows,
      @ForAll("scopes") PipelineScope scope,
      @ForAll @LongRange(min = 0, max = 15) long a,
      @ForAll @LongRange(min = 15, max = 20) long b,
      @ForAll @LongRange(min = 20, max = 31) long c) {
    Waterfall first = waterfall(rows, a, b, scope);
    Waterfall second = waterfall(rows, b, c, scope);
    Waterfall both = waterfall(rows, a, c, scope);

    assertThat(first.end()).isEqualTo(second.start());
    assertThat(both.created().amount())
        .isEqualTo(first.created().amount() + second.created().amount());
    assertThat(both.pushedOut().amount())
        .isEqualTo(first.pushedOut().amount() + second.pushedOut().amount());
    assertThat(both.won().count()).isEqualTo(first.won().count() + second.won().count());
  }

  @Property
  void theOrderOfArrivalAndRepeatedRowsDoNotMatter(
      @ForAll("histories") List<Row> rows,
      @ForAll("scopes") PipelineScope scope,
      @ForAll long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    shuffled.addAll(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(waterfall(shuffled, 5, 25, scope)).isEqualTo(waterfall(rows, 5, 25, scope));
  }

  private static Waterfall waterfall(List<Row> rows, long from, long to, PipelineScope scope) {
    DealHistory.Builder history = DealHistory.builder();
    for (Row row : rows) {
      history.add(row.deal, row.at, row.status, row.amount, row.closeDay);
    }
    return Waterfall.between(
        Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), history.build(), scope);
  }

  /** The pipeline from the last row of each deal alone. */
  private static Movement openBefore(List<Row> rows, long at, PipelineScope scope) {
    Comparator<Row> order =
        Comparator.comparing(Row::at)
            .thenComparing(Row::status)
            .thenComparing(Row::amount)
            .thenComparing(Row::closeDay);
    long count = 0;
    long amount = 0;
    for (long deal = 1; deal <= 4; deal++) {
      long wanted = deal;
      Row last =
          rows.stream()
              .filter(row -> row.deal == wanted && row.at < at)
              .max(order)
              .orElse(new Row(deal, 0, DealStatus.LOST, 0, 0));
      if (last.status == DealStatus.OPEN && scope.includes(last.closeDay)) {
        count++;
        amount += last.amount;
      }
    }
    return new Movement(count, amount);
  }
}
