package dev.pacesetter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.testing.RandomFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JournalProperties {
  private static final int DAYS = 12;

  @Provide
  Arbitrary<List<SalesEvent>> facts() {
    return RandomFacts.within(DAYS);
  }

  private static Instant day(int day) {
    return RandomFacts.START.plus(Duration.ofDays(day));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfArrivalMakesNoDifference(
      @ForAll("facts") List<SalesEvent> facts, @ForAll Random random) {
    List<SalesEvent> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    Journal journal = Journal.of(facts);
    assertThat(Journal.of(shuffled)).isEqualTo(journal).hasSameHashCodeAs(journal);
    assertSame(Journal.of(shuffled).bookAsOf(day(DAYS)), journal.bookAsOf(day(DAYS)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aFactThatArrivesTwiceIsThereOnce(
      @ForAll("facts") List<SalesEvent> facts, @ForAll Random random) {
    List<SalesEvent> repeated = new ArrayList<>(facts);
    repeated.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(repeated, random);
    assertThat(Journal.of(repeated)).isEqualTo(Journal.of(facts));
    assertThat(Journal.of(facts).with(facts)).isEqualTo(Journal.of(facts));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void joiningIsLikeTellingAllAtOnce(
      @ForAll("facts") List<SalesEvent> facts, @ForAll @IntRange(max = 40) int cut) {
    int at = Math.min(cut, facts.size());
    assertThat(Journal.of(facts.subList(at, facts.size())).with(facts.subList(0, at)))
        .isEqualTo(Journal.of(facts));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void laterFactsHaveNoEffectOnABook(
      @ForAll("facts") List<SalesEvent> facts, @ForAll @IntRange(max = DAYS) int day) {
    List<SalesEvent> known = facts.stream().filter(fact -> !fact.at().isAfter(day(day))).toList();
    assertSame(Journal.of(facts).bookAsOf(day(day)), Journal.of(known).bookAsOf(day(day)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void rewindingABookGivesTheEarlierBook(
      @ForAll("facts") List<SalesEvent> facts,
      @ForAll @IntRange(max = DAYS) int late,
      @ForAll @IntRange(max = DAYS) int early) {
    Journal journal = Journal.of(facts);
    int from = Math.max(late, early);
    int to = Math.min(late, early);
    assertSame(journal.bookAsOf(day(from)).rewoundTo(day(to)), journal.bookAsOf(day(to)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aDealIsClosedExactlyWhenItIsNotOpen(@ForAll("facts") List<SalesEvent> facts) {
    for (Opportunity deal : Journal.of(facts).bookAsOf(day(DAYS)).opportunities()) {
      assertThat(deal.closedAt().isPresent()).isEqualTo(deal.outcome() != Outcome.OPEN);
      assertThat(deal.lossReason().isPresent() && deal.outcome() != Outcome.LOST).isFalse();
      assertThat(deal.revisions().get(0).at()).isEqualTo(deal.createdAt());
    }
  }

  private static void assertSame(Book actual, Book expected) {
    assertThat(actual.asOf()).isEqualTo(expected.asOf());
    assertThat(actual.currency()).isEqualTo(expected.currency());
    assertThat(actual.orderLines()).isEqualTo(expected.orderLines());
    assertThat(actual.trainings()).isEqualTo(expected.trainings());
    assertThat(actual.opportunities())
        .usingRecursiveComparison()
        .isEqualTo(expected.opportunities());
  }
}
