package dev.pacesetter.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private final Period quarter = Quarter.CALENDAR.period("FY2026-Q3");

  private Pace pace(LocalDate day, long finished, long current, long actual) {
    Period month = Quarter.CALENDAR.periodOf(dev.pacesetter.calendar.PeriodKind.MONTH, day);
    Progress progress = Progress.of(quarter, month, day, Quarter.CALENDAR);
    return new Pace(Scope.company(), 6_600, finished, current, progress, actual, 3);
  }

  @Nested
  class InTheMiddleOfTheSecondMonth {
    /** Friday 14 August: 10 of 21 working days of August, 33 of 66 of the quarter. */
    private final Pace pace = pace(LocalDate.of(2026, 8, 14), 2_300, 2_100, 2_640);

    @Test
    void expectsFinishedMonthsAndTheElapsedShareOfTheCurrentOne() {
      assertThat(pace.progress()).isEqualTo(new Progress(33, 66, 10, 21));
      assertThat(pace.planned()).isCloseTo(2_300 + 1_000, within(1e-9));
      assertThat(pace.gap()).isCloseTo(-660, within(1e-9));
      assertThat(pace.pace()).hasValue(0.8);
      assertThat(pace.attainment()).hasValue(0.4);
    }

    @Test
    void tellsWhatEveryDayLeftMustBringAndWhereItIsHeading() {
      assertThat(pace.neededPerDay()).hasValue((6_600.0 - 2_640) / 33);
      assertThat(pace.projection()).hasValue(2_640.0 * 66 / 33);
    }

    @Test
    void countsTheAsOfDayAndNoWeekend() {
      assertThat(pace(LocalDate.of(2026, 8, 16), 2_300, 2_100, 2_640).progress())
          .isEqualTo(pace.progress());
      assertThat(pace(LocalDate.of(2026, 8, 13), 2_300, 2_100, 2_640).progress().elapsed())
          .isEqualTo(32);
    }
  }

  @Nested
  class OnDayZero {
    private final Pace pace = pace(LocalDate.of(2026, 6, 30), 0, 0, 0);

    @Test
    void hasNoPaceAndNoProjection() {
      assertThat(pace.planned()).isZero();
      assertThat(pace.pace()).isEmpty();
      assertThat(pace.projection()).isEmpty();
      assertThat(pace.neededPerDay()).hasValue(100);
      assertThat(pace.status()).isEqualTo(PaceStatus.NOT_STARTED);
    }
  }

  @Nested
  class AfterTheLastDay {
    @Test
    void knowsNoToleranceAndNoRateThatHelps() {
      Pace pace = pace(LocalDate.of(2026, 10, 3), 6_600, 0, 6_599);

      assertThat(pace.status()).isEqualTo(PaceStatus.BEHIND);
      assertThat(pace.neededPerDay()).isEmpty();
      assertThat(pace.projection()).hasValue(6_599);
    }

    @Test
    void needsNothingMoreWhenMet() {
      Pace pace = pace(LocalDate.of(2026, 10, 3), 6_600, 0, 6_600);

      assertThat(pace.status()).isEqualTo(PaceStatus.MET);
      assertThat(pace.neededPerDay()).hasValue(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3134, BEHIND",
    "3135, ON_PACE",
    "3300, ON_PACE",
    "3465, ON_PACE",
    "3466, AHEAD",
    "6599, AHEAD",
    "6600, MET"
  })
  void isOnPaceWithinFivePercent(long actual, PaceStatus status) {
    // 3300 expected on 14 August: 95 % is 3135, 105 % is 3465
    assertThat(pace(LocalDate.of(2026, 8, 14), 2_300, 2_100, actual).status()).isEqualTo(status);
  }

  @Test
  void hasNoStatusBesideNoPlanWithoutATarget() {
    Pace pace = new Pace(Scope.person("zoe"), 0, 0, 0, new Progress(1, 2, 1, 2), 500, 1);

    assertThat(pace.status()).isEqualTo(PaceStatus.NO_PLAN);
    assertThat(pace.attainment()).isEmpty();
  }

  @Test
  void refusesAToleranceThatToleratesEverything() {
    assertThatThrownBy(() -> pace(LocalDate.of(2026, 8, 14), 1, 1, 1).status(1))
        .hasMessage(
            "the tolerance of the pace of company is 1.0; it must be from 0 up to but not 1");
  }

  @Test
  void hasNoShareWithoutWorkingDays() {
    assertThat(new Progress(0, 0, 0, 0).share()).isZero();
    assertThat(new Progress(0, 0, 0, 0).shareOfMonth()).isZero();
  }
}
