package dev.pacesetter.examples.conformance.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final long FIRST = 0b001;
  private static final long SECOND = 0b010;
  private static final long BOTH = 0b011;
  private static final long LATER = 0b110;

  private static Row row(long time, long steps, long exclusions) {
    return new Row("u", time, steps, exclusions, Optional.empty());
  }

  @Test
  void countsARowForItsFirstStepOnly() throws NotExpressibleException {
    assertThat(Preparation.FIRST_STEP_ONLY.prepare(ImmutableList.of(row(1, LATER, 0))))
        .containsExactly(row(1, SECOND, 0));
  }

  @Test
  void putsAnEntryAfterTheOtherStepsOfItsRow() throws NotExpressibleException {
    assertThat(
            Preparation.ENTRY_APART.prepare(
                ImmutableList.of(row(1, BOTH, 0), row(2, FIRST, 0), row(3, LATER, 0))))
        .containsExactly(row(1, SECOND, 0), row(1, FIRST, 0), row(2, FIRST, 0), row(3, LATER, 0));
  }

  @Test
  void refusesARowOfSeveralLaterStepsWhereStepsMustBeLater() {
    assertThatThrownBy(
            () -> Preparation.ENTRY_APART_AND_SINGLE.prepare(ImmutableList.of(row(1, LATER, 0))))
        .isInstanceOf(NotExpressibleException.class)
        .hasMessage("shared-and-later");
  }

  @Test
  void dropsExclusionsOnlyWhereTheirInstantHasSteps() throws NotExpressibleException {
    assertThat(
            Preparation.STEPS_BEFORE_EXCLUSIONS.prepare(
                ImmutableList.of(row(1, 0, 1), row(1, FIRST, 0), row(2, 0, 1), row(2, 0, 1))))
        .containsExactly(row(1, 0, 0), row(1, FIRST, 0), row(2, 0, 1), row(2, 0, 1));
  }

  @Test
  void refusesRowsOfOneInstantThatDifferAndMatchSeveralSteps() throws NotExpressibleException {
    ImmutableList<Row> alike = ImmutableList.of(row(1, BOTH, 0), row(1, BOTH, 0));
    assertThat(Preparation.STEPS_BEFORE_EXCLUSIONS.prepare(alike)).isEqualTo(alike);

    assertThatThrownBy(
            () ->
                Preparation.STEPS_BEFORE_EXCLUSIONS.prepare(
                    ImmutableList.of(row(1, BOTH, 0), row(1, FIRST, 0))))
        .isInstanceOf(NotExpressibleException.class)
        .hasMessage("crowded-instant");
  }

  @Test
  void refusesAnyDifferenceWithinAnInstantWhereTheFunnelIsStrict() {
    assertThatThrownBy(
            () ->
                Preparation.ALIKE_IN_AN_INSTANT.prepare(
                    ImmutableList.of(row(1, 0, 0), row(1, FIRST, 0))))
        .isInstanceOf(NotExpressibleException.class)
        .hasMessage("strict-instant");
  }
}
