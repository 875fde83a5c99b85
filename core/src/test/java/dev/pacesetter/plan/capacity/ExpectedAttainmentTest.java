package dev.pacesetter.plan.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.plan.capacity.ExpectedAttainment.Past;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedAttainmentTest {
  private final List<Past> past =
      List.of(new Past("ana", 100, 80), new Past("bob", 100, 100), new Past("cem", 200, 150));

  @Test
  void isTheRatioOfSumsWithAnInterval() {
    Measure attainment = ExpectedAttainment.ofPast(past);
    assertThat(attainment.value()).isEqualTo(330 / 400.0);
    assertThat(attainment.n()).isEqualTo(3);
    // by hand: residuals -2.5, 17.5, -15; s² = 3/2 · 537.5; t(2) = 4.302653; width 0.305430
    assertThat(attainment.interval())
        .hasValueSatisfying(
            ends -> {
              assertThat(ends.lower()).isCloseTo(0.519570, within(1e-5));
              assertThat(ends.upper()).isCloseTo(1.130430, within(1e-5));
            });
  }

  @Test
  void takesSeveralPeriodsOfOnePersonAsOne() {
    List<Past> halves =
        List.of(
            new Past("ana", 50, 10),
            new Past("ana", 50, 70),
            new Past("bob", 100, 100),
            new Past("cem", 200, 150));
    assertThat(ExpectedAttainment.ofPast(halves)).isEqualTo(ExpectedAttainment.ofPast(past));
  }

  @Test
  void hasNoIntervalForOnePerson() {
    assertThat(ExpectedAttainment.ofPast(past.subList(0, 1)).interval()).isEmpty();
  }

  @Test
  void isNoDataWithoutAPast() {
    assertThat(ExpectedAttainment.ofPast(List.of()).reason()).contains(NoData.NOTHING_OBSERVED);
    assertThat(ExpectedAttainment.ofPast(List.of(new Past("ana", 100, 0))).reason())
        .contains(NoData.TOO_FEW);
  }
}
