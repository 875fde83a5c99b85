package dev.pacesetter.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.metrics.event.EventTable;
import dev.pacesetter.metrics.funnel.FunnelReport;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is timed answers the same question. */
final class AgreementTest {
  private static final SalesEvents EVENTS = SalesEvents.of(50_000, 3);
  private static final EventTable TABLE = EVENTS.allColumns().toTable();
  private static final FunnelReport FUNNEL = FunnelQuestion.FUNNEL.over(TABLE, EVENTS.asOf());

  @SuppressWarnings("NullAway.Init")
  private static DuckDbEvents database;

  @BeforeAll
  static void load() throws SQLException {
    database = DuckDbEvents.of(EVENTS);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void theDatabaseCountsTheSameFunnelFromItsKeys() throws SQLException {
    database.build("keyed.sql");

    assertThat(database.entered("funnel.sql")).isEqualTo(FunnelQuestion.entered(FUNNEL));
  }

  @Test
  void theDatabaseCountsTheSameFunnelFromArrival() throws SQLException {
    assertThat(database.entered("grouping.sql")).isEqualTo(FunnelQuestion.entered(FUNNEL));
  }

  @Test
  void theDatabaseCountsTheSameInEveryGroup() throws SQLException {
    database.build("sorted.sql");

    FunnelReport ours = FunnelQuestion.BY_REP_AND_PRODUCT.over(TABLE, EVENTS.asOf());

    assertThat(ours.groups()).hasSizeGreaterThan(1_000);
    FunnelQuestion.check(ours, database.enteredByGroup("breakdown.sql"));
  }

  @Test
  void theDatabaseFindsTheSameStagesAndTimes() throws SQLException {
    database.build("packed.sql");
    ExecutorService executor = FunnelQuestion.executor();

    StageAnswer ours = StageQuestion.ask(TABLE, EVENTS.asOf(), executor);
    executor.shutdown();

    assertThat(ours.furthest()).hasSize(6).allSatisfy(deals -> assertThat(deals).isPositive());
    assertThat(ours.times()).hasSize(10);
    StageAnswer theirs = database.stages("stages.sql");
    StageQuestion.check(ours, theirs);
    StageAnswer other = new StageAnswer(theirs.furthest(), theirs.lost() + 1, theirs.times());
    assertThatThrownBy(() -> StageQuestion.check(ours, other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one answer");
  }

  @Test
  void streamsCountTheSameFunnel() {
    List<StreamsBenchmark.Event> objects = StreamsBenchmark.objects(EVENTS);

    assertThat(StreamsBenchmark.entered(objects)).isEqualTo(FunnelQuestion.entered(FUNNEL));
    assertThat(StreamsBenchmark.enteredInParallel(objects))
        .isEqualTo(FunnelQuestion.entered(FUNNEL));
  }

  @Test
  void anotherAnswerIsRefused() {
    long[] other = FunnelQuestion.entered(FUNNEL);
    other[3]++;

    assertThatThrownBy(() -> FunnelQuestion.check(FUNNEL, other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one answer");
  }
}
