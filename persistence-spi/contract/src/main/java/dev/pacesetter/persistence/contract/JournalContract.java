package dev.pacesetter.persistence.contract;

import static dev.pacesetter.persistence.contract.Setting.event;
import static dev.pacesetter.persistence.contract.Setting.events;
import static dev.pacesetter.persistence.contract.Setting.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Append-only, idempotent by id, positions without gaps. */
interface JournalContract extends Setting {

  @Test
  default void isEmptyBeforeTheFirstEvent() {
    assertThat(journal().lastPosition()).isZero();
    assertThat(journal().read(0, 10)).isEmpty();
    assertThat(stored()).isEmpty();
  }

  @Test
  default void appendingNothingChangesNothing() {
    assertThat(journal().append(List.of())).isEqualTo(AppendResult.NONE);
    assertThat(journal().lastPosition()).isZero();
  }

  @Test
  default void givesBackWhatWasAppendedInTheOrderGiven() {
    List<EventRecord> given = List.of(event("b"), event("a"), event("c"));

    assertThat(journal().append(given)).isEqualTo(AppendResult.of(3, 0));

    assertThat(stored()).isEqualTo(given);
  }

  @Test
  default void numbersEventsFromOneAcrossAppends() {
    journal().append(events("first", 2));
    journal().append(events("second", 3));

    assertThat(journal().lastPosition()).isEqualTo(5);
    assertThat(journal().read(0, 100))
        .extracting(JournalEntry::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  default void appendingAgainAppendsNothing() {
    List<EventRecord> events = events("e", 20);
    journal().append(events);

    AppendResult again = journal().append(events);

    assertThat(again).isEqualTo(AppendResult.of(0, 20));
    assertThat(stored()).isEqualTo(events);
  }

  @Test
  default void appendsOnlyWhatIsNewAndLeavesNoGap() {
    journal().append(List.of(event("a"), event("b")));

    AppendResult result = journal().append(List.of(event("b"), event("c"), event("a"), event("d")));

    assertThat(result.appended()).isEqualTo(2);
    assertThat(result.duplicates()).isEqualTo(2);
    assertThat(journal().read(2, 10))
        .containsExactly(new JournalEntry(3, event("c")), new JournalEntry(4, event("d")));
  }

  @Test
  default void takesTheSameFieldsInAnotherOrderForTheSameEvent() {
    Fields one = Fields.builder().put("a", 1).put("b", "x").build();
    Fields other = Fields.builder().put("b", "x").put("a", 1.0).build();
    journal().append(List.of(new EventRecord("e", NOON, "won", one)));

    AppendResult result = journal().append(List.of(new EventRecord("e", NOON, "won", other)));

    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.conflicts()).isEmpty();
  }

  @Test
  default void reportsOtherContentUnderAKnownIdAndKeepsWhatWasThere() {
    EventRecord kept = event("e");
    journal().append(List.of(kept));
    Fields payload = kept.payload();

    AppendResult result =
        journal()
            .append(
                List.of(
                    new EventRecord("e", NOON.plusNanos(1), kept.type(), payload),
                    event("new"),
                    new EventRecord("e", NOON, "StageLeft", payload),
                    new EventRecord("e", NOON, kept.type(), Fields.of(Map.of("stage", "won")))));

    assertThat(result.appended()).isEqualTo(1);
    assertThat(result.duplicates()).isZero();
    assertThat(result.conflicts()).containsExactly("e", "e", "e");
    assertThat(stored()).containsExactly(kept, event("new"));
  }

  @Test
  default void treatsAnIdGivenTwiceAsIfGivenInTwoAppends() {
    EventRecord later = event("e", NOON.plusSeconds(1));

    AppendResult result = journal().append(List.of(event("e"), event("e"), later, event("f")));

    assertThat(result.appended()).isEqualTo(2);
    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.conflicts()).containsExactly("e");
    assertThat(stored()).containsExactly(event("e"), event("f"));
  }

  @Test
  default void tellsIdsApartThatDifferOnlyInCaseOrAccentOrSpace() {
    List<EventRecord> events =
        List.of(
            event("e"),
            event("E"),
            event("é"),
            event("e\u0301"),
            event("e "),
            event(" e"),
            event("ｅ"));

    assertThat(journal().append(events).appended()).isEqualTo(7);
    assertThat(stored()).isEqualTo(events);
  }

  @Test
  default void readsFromAPositionUpToALimit() {
    journal().append(events("e", 7));

    assertThat(ids(journal().read(0, 3))).containsExactly("e-1", "e-2", "e-3");
    assertThat(ids(journal().read(3, 3))).containsExactly("e-4", "e-5", "e-6");
    assertThat(ids(journal().read(6, 3))).containsExactly("e-7");
    assertThat(journal().read(7, 3)).isEmpty();
    assertThat(journal().read(Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    assertThat(journal().read(5, Integer.MAX_VALUE)).hasSize(2);
  }

  @Test
  default void refusesToReadFromNowhere() {
    assertThatIllegalArgumentException().isThrownBy(() -> journal().read(-1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> journal().read(0, 0));
  }

  @Test
  default void appendsNothingOfABatchThatHoldsNull() {
    List<EventRecord> batch = new ArrayList<>(events("e", 3));
    batch.add(null);

    assertThatNullPointerException().isThrownBy(() -> journal().append(batch));

    assertThat(stored()).isEmpty();
    assertThat(journal().append(events("e", 3)).appended()).isEqualTo(3);
  }

  @Test
  default void takesALargeBatchAndReadsItPageByPage() {
    List<EventRecord> events = events("e", 5_003);
    journal().append(events.subList(0, 2_000));

    AppendResult result = journal().append(events);

    assertThat(result).isEqualTo(AppendResult.of(3_003, 2_000));
    assertThat(stored()).isEqualTo(events);
  }

  @Test
  default void letsAReaderCallTheStore() {
    journal().append(events("e", 3));
    List<Long> seen = new ArrayList<>();

    journal().forEach(event -> seen.add(journal().lastPosition()));
    journal().forEachAsOf(NOON.plusSeconds(60), event -> seen.add(journal().lastPosition()));

    assertThat(seen).containsOnly(3L).hasSize(6);
  }
}
