package dev.pacesetter.metrics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicksTest {
  @Test
  void roundDownAlsoBeforeTheEpoch() {
    Instant before = Instant.parse("1969-12-31T23:59:59.999500Z");

    assertThat(Ticks.of(before, TimeUnit.MICROSECONDS)).isEqualTo(-500);
    assertThat(Ticks.of(before, TimeUnit.MILLISECONDS)).isEqualTo(-1);
    assertThat(Ticks.of(before, TimeUnit.SECONDS)).isEqualTo(-1);
    assertThat(Ticks.of(before, TimeUnit.DAYS)).isEqualTo(-1);
    assertThat(Ticks.of(before.plusSeconds(1), TimeUnit.SECONDS)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"NANOSECONDS", "MICROSECONDS", "MILLISECONDS"})
  void reachTheLimitsOfLongAndNoFurther(TimeUnit unit) {
    Instant first = Instant.EPOCH.plus(Long.MIN_VALUE, unit.toChronoUnit());
    Instant last = Instant.EPOCH.plus(Long.MAX_VALUE, unit.toChronoUnit());

    assertThat(Ticks.of(first, unit)).isEqualTo(Long.MIN_VALUE);
    assertThat(Ticks.of(last, unit)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Ticks.of(first.minusNanos(1), unit))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Ticks.of(last.plus(1, unit.toChronoUnit()), unit))
        .isInstanceOf(ArithmeticException.class);
  }
}
