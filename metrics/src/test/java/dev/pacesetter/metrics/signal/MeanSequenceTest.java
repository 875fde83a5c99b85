package dev.pacesetter.metrics.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

class MeanSequenceTest {
  @Test
  void followsTheFormula() {
    MeanSequence sequence = MeanSequence.within(Unit.SCORE, 0, 1);
    sequence.add(0.7);
    sequence.add(0.5);
    assertThat(sequence.mean().interval()).as("too early").contains(new Interval(0, 1, 0.95));

    // the spread is so small that every weight is cut off at 1/2
    double surprises = 0.2 * 0.2 + 0.1 * 0.1; // from 1/2 and from (1/2 + 0.7)/2
    for (int i = 2; i < 22; i++) {
      sequence.add(0.6);
      surprises += Math.pow(0.6 - (0.5 + 0.6 * i) / (i + 1), 2);
    }
    double half = (Math.log(40) + surprises * (Math.log(2) - 0.5)) / (22 * 0.5);

    assertThat(sequence.mean().value()).isEqualTo(0.6, within(1e-12));
    assertThat(sequence.mean().interval().orElseThrow().lower())
        .isEqualTo(0.6 - half, within(1e-12));
    assertThat(sequence.mean().interval().orElseThrow().upper())
        .isEqualTo(0.6 + half, within(1e-12));
    assertThat(sequence.n()).isEqualTo(22);
  }

  @Test
  void adaptsToTheSpreadItMeets() {
    MeanSequence calm = MeanSequence.within(Unit.DAYS, 0, 100);
    MeanSequence wild = MeanSequence.within(Unit.DAYS, 0, 100);
    for (int i = 0; i < 500; i++) {
      calm.add(i % 2 == 0 ? 29 : 31);
      wild.add(i % 2 == 0 ? 0 : 60);
    }

    Interval narrow = calm.mean().interval().orElseThrow();
    Interval wide = wild.mean().interval().orElseThrow();

    assertThat(narrow.contains(30)).isTrue();
    assertThat(wide.contains(30)).isTrue();
    assertThat(narrow.width()).isLessThan(wide.width() / 2);
  }

  @Test
  void equalObservationsAreBelievedMoreAndMore() {
    MeanSequence sequence = MeanSequence.within(Unit.MONEY, 0, 1e9).withConfidence(0.99);
    sequence.add(1e9);
    double first = sequence.mean().interval().orElseThrow().lower();
    for (int i = 0; i < 999; i++) {
      sequence.add(1e9);
    }

    assertThat(first).isZero();
    assertThat(sequence.mean().value()).isEqualTo(1e9);
    assertThat(sequence.mean().interval().orElseThrow().upper()).isEqualTo(1e9);
    assertThat(sequence.mean().interval().orElseThrow().lower()).isGreaterThan(0.9e9);
  }

  @Test
  void saysNothingBeforeTheFirstObservation() {
    assertThat(MeanSequence.within(Unit.DAYS, 0, 9).mean().reason())
        .contains(NoData.NOTHING_OBSERVED);
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanSequence.within(Unit.DAYS, 0, 9).add(9.5))
        .withMessageContaining("observation 0 is 9.5; it must be from 0.0 to 9.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanSequence.within(Unit.DAYS, 0, 9).add(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> MeanSequence.within(Unit.DAYS, 9, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanSequence.within(Unit.DAYS, 0, 9).withConfidence(0));
  }
}
