package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Positions without gaps and whole batches, however many append at once. */
interface ConcurrentJournalContract extends Setting {

  int APPENDERS = 3;
  int BATCHES = 12;
  int BATCH = 10;
  int ALL = APPENDERS * BATCHES * BATCH;

  @Test
  default void losesNothingAndLeavesNoGap() {
    List<AppendResult> results = Together.run(appenders());

    assertThat(results.stream().reduce(AppendResult.NONE, AppendResult::plus))
        .isEqualTo(AppendResult.of(ALL, 0));
    List<JournalEntry> entries = journal().read(0, ALL + 1);
    assertThat(entries)
        .extracting(JournalEntry::position)
        .isEqualTo(IntStream.rangeClosed(1, ALL).mapToObj(i -> (long) i).toList());
    assertThat(entries).extracting(entry -> entry.event().id()).doesNotHaveDuplicates();
  }

  @Test
  default void appendsAnEventOnceThoughAllAppendIt() {
    List<EventRecord> same = events("same", 50);

    List<AppendResult> results =
        Together.run(
            IntStream.range(0, APPENDERS)
                .mapToObj(i -> (Callable<AppendResult>) () -> journal().append(same))
                .toList());

    assertThat(results.stream().reduce(AppendResult.NONE, AppendResult::plus))
        .isEqualTo(AppendResult.of(50, 50 * (APPENDERS - 1)));
    assertThat(stored()).isEqualTo(same);
  }

  @Test
  default void showsAReaderWholeBatchesAndNeverLetsOneSlipBehind() {
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<AppendResult>> tasks = new ArrayList<>(appenders());
    List<Long> lastPositions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    tasks.add(
        () -> {
          long position = 0;
          boolean more = true;
          while (more) {
            more = !done.get();
            lastPositions.add(journal().lastPosition());
            for (JournalEntry entry : journal().read(position, 7)) {
              assertThat(entry.position()).isEqualTo(++position);
              seen.add(entry.event().id());
            }
            more |= position < journal().lastPosition();
          }
          return AppendResult.NONE;
        });

    Together.run(tasks, APPENDERS, () -> done.set(true));

    assertThat(seen).hasSize(ALL);
    assertThat(lastPositions).allMatch(position -> position % BATCH == 0).isSorted();
  }

  private List<Callable<AppendResult>> appenders() {
    return IntStream.range(0, APPENDERS)
        .<Callable<AppendResult>>mapToObj(
            appender ->
                () -> {
                  AppendResult sum = AppendResult.NONE;
                  for (int batch = 0; batch < BATCHES; batch++) {
                    sum = sum.plus(journal().append(events(appender + "-" + batch, BATCH)));
                  }
                  return sum;
                })
        .toList();
  }
}
