package dev.pacesetter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Part;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
  private final SalesPlan even = Plans.of(Plans.goal(300_000)).decompose();
  private final SalesPlan other =
      Plans.of(Plans.goal(330_000)).withPersonTarget("ana", 150_000).decompose();

  @Test
  void tellsWhatEachLineGainsOrLoses() {
    PlanComparison comparison = PlanComparison.of(even, other, PlanAxis.PERSON);
    assertThat(comparison.line(PlanAxis.PERSON.at("ana")))
        .isEqualTo(new PlanComparison.Line(PlanAxis.PERSON.at("ana"), 100_000, 150_000));
    assertThat(comparison.line(PlanAxis.PERSON.at("bob")).difference()).isEqualTo(-10_000);
    assertThat(comparison.difference()).isEqualTo(30_000);
  }

  @Test
  void addsUpExactlyHoweverFineTheLines() {
    for (PlanAxis[] axes :
        new PlanAxis[][] {
          {PlanAxis.MONTH}, {PlanAxis.PERSON, PlanAxis.PRODUCT}, PlanAxis.values()
        }) {
      PlanComparison comparison = PlanComparison.of(even, other, axes);
      assertThat(comparison.lines().stream().mapToLong(PlanComparison.Line::difference).sum())
          .isEqualTo(comparison.difference())
          .isEqualTo(other.total() - even.total());
    }
    assertThat(PlanComparison.of(even, other, PlanAxis.values()).lines()).hasSize(18);
  }

  @Test
  void countsNothingForALineThatOnlyOnePlanHas() {
    Part gone = Part.of("channel", "fairs");
    Part come = Part.of("channel", "web");
    PlanComparison comparison =
        PlanComparison.of(Optional.empty(), ImmutableMap.of(gone, 5L), ImmutableMap.of(come, 7L));
    assertThat(comparison.lines())
        .containsExactly(new PlanComparison.Line(gone, 5, 0), new PlanComparison.Line(come, 0, 7));
    assertThat(comparison.difference()).isEqualTo(2);
  }

  @Test
  void readsInBothLanguages() {
    PlanComparison comparison =
        PlanComparison.of(
            even,
            Plans.of(Plans.goal(300_000))
                .withPersonTarget("ana", 150_000)
                .withPersonTarget("bob", 100_000)
                .decompose(),
            PlanAxis.PERSON);
    assertThat(comparison.explain(Locale.ENGLISH))
        .isEqualTo(
            """
            ana: EUR 1,000 before, EUR 1,500 after, EUR +500
            cleo: EUR 1,000 before, EUR 500 after, EUR -500
            In all: EUR 3,000 before, EUR 3,000 after, EUR 0; 1 line stays the same.""");
    assertThat(comparison.explain(Locale.CHINESE)).contains("ana：由 EUR 1,000");
  }

  @Test
  void refusesPlansOfDifferentThings() {
    SalesPlan deals = Plans.of(Plans.countGoal(30)).decompose();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanComparison.of(even, deals, PlanAxis.PERSON))
        .withMessage(
            "the plan of goal q3 is in won.value, EUR, that of goal q3-deals in won.count; both"
                + " must be the same");
  }
}
