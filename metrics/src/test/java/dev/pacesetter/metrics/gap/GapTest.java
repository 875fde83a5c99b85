package dev.pacesetter.metrics.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GapTest {
  private static DriverCells cell(double deals, double value) {
    return DriverCells.over("deals", "value").add("ana", deals, value).build();
  }

  @Test
  void ofTwoDriversEachGetsItsChangeTimesTheAverageOfTheOther() {
    GapLine total = Gap.between(cell(10, 500_00), cell(12, 450_00)).total();

    assertThat(total.plan()).isEqualTo(5_000_00);
    assertThat(total.actual()).isEqualTo(5_400_00);
    assertThat(total.part("deals")).isEqualTo(2 * 475_00);
    assertThat(total.part("value")).isEqualTo(-50_00 * 11);
    assertThat(total.difference()).isEqualTo(400_00);
  }

  @Test
  void ofThreeDriversAveragesAllOrders() {
    // 10·0.2·100 = 200 to 12·0.3·90 = 324. Deals: 2·(0.2·100/3 + (0.3·100 + 0.2·90)/6 + 0.3·90/3)
    DriverCells plan =
        DriverCells.over("deals", "win rate", "value").add("ana", 10, 0.2, 100).build();
    DriverCells actual =
        DriverCells.over("deals", "win rate", "value").add("ana", 12, 0.3, 90).build();

    GapLine total = Gap.between(plan, actual).total();

    // exactly 47 1/3, 104 1/3 and -27 2/3: rounded 47, 104 and -28, each short by a third, so the
    // missing unit goes to the first
    assertThat(total.parts())
        .isEqualTo(ImmutableMap.of("deals", 48L, "win rate", 104L, "value", -28L));
  }

  @Test
  void aDriverAsPlannedGetsNothingAndTheOnlyChangedOneEverything() {
    DriverCells plan =
        DriverCells.over("deals", "rate", "value").add("ana", 7, 1 / 3.0, 99).build();
    DriverCells actual =
        DriverCells.over("deals", "rate", "value").add("ana", 8, 1 / 3.0, 99).build();

    assertThat(Gap.between(plan, actual).total().parts())
        .isEqualTo(ImmutableMap.of("deals", 33L, "rate", 0L, "value", 0L));
  }

  @Test
  void cellsOnOneSideOnlyHaveAppearedOrDisappeared() {
    DriverCells plan =
        DriverCells.over("deals", "value").add("ana/old", 3, 100).add("ana/pro", 1, 10).build();
    DriverCells actual =
        DriverCells.over("value", "deals").add("ana/new", 50, 4).add("ana/pro", 10, 2).build();

    Gap gap = Gap.between(plan, actual);

    assertThat(gap.total())
        .isEqualTo(
            new GapLine(
                "total", 3, 310, 220, ImmutableMap.of("deals", 10L, "value", 0L), 200, 300));
    assertThat(gap.cells())
        .extracting(GapLine::name)
        .containsExactly("ana/new", "ana/old", "ana/pro");
    assertThat(gap.by(name -> name.substring(0, 3))).hasSize(1);
    assertThat(gap.by(name -> name.substring(0, 3)).get(0).parts()).isEqualTo(gap.total().parts());
  }

  @Test
  void nothingIsExplainedByNothing() {
    DriverCells none = DriverCells.over("deals").build();

    assertThat(Gap.between(none, none).total())
        .isEqualTo(new GapLine("total", 0, 0, 0, ImmutableMap.of("deals", 0L), 0, 0));
    assertThat(Gap.between(none, none).cells()).isEmpty();
    assertThat(Gap.between(none, none).by(name -> name)).isEmpty();
  }

  @Test
  void staysExactForBillions() {
    DriverCells plan = DriverCells.over("deals", "value").add("all", 1e9, 1_000_001.37).build();
    DriverCells actual = DriverCells.over("deals", "value").add("all", 1e9 + 1, 999_999.11).build();

    GapLine total = Gap.between(plan, actual).total();

    assertThat(total.part("deals") + total.part("value")).isEqualTo(total.difference());
    assertThat(total.difference()).isEqualTo(999_999_110_999_999L + 0 - 1_000_001_370_000_000L + 0);
  }

  @Nested
  class WithAMix {
    private final DriverCells plan =
        DriverCells.over("deals", "value").add("basic", 60, 100).add("pro", 40, 200).build();
    private final DriverCells actual =
        DriverCells.over("deals", "value").add("basic", 88, 100).add("pro", 22, 200).build();

    @Test
    void aTeamThatSellsMoreOfTheCheaperProductLosesByMixWhatItGainsByVolume() {
      Gap gap =
          Gap.between(
              plan.withMix("deals", "volume", "mix"), actual.withMix("deals", "volume", "mix"));

      // shares 0.6 to 0.8 and 0.4 to 0.2, volume 100 to 110
      assertThat(gap.total().part("mix")).isEqualTo((long) (0.2 * 105 * 100 - 0.2 * 105 * 200));
      assertThat(gap.total().part("volume")).isEqualTo((long) (10 * 0.7 * 100 + 10 * 0.3 * 200));
      assertThat(gap.total().part("value")).isZero();
      assertThat(gap.total().difference()).isEqualTo(13_200 - 14_000);
    }

    @Test
    void theClassicFormulaValuesVolumeAsPlanned() {
      GapLine total = Gap.priceVolumeMix(plan, actual, "deals").total();

      // volume 14,000·10 %; mix (88 - 66)·100 + (22 - 44)·200
      assertThat(total.parts())
          .isEqualTo(ImmutableMap.of("mix", -2_200L, "price", 0L, "volume", 1_400L));
    }

    @Test
    void theClassicFormulaTakesPriceAtActualQuantities() {
      DriverCells dearer =
          DriverCells.over("deals", "value").add("basic", 60, 110).add("pro", 40, 190).build();

      assertThat(Gap.priceVolumeMix(plan, dearer, "deals").total().part("price"))
          .isEqualTo(60 * 10 - 40 * 10);
    }

    @Test
    void withoutAPlannedQuantityThereIsNoPlannedMix() {
      DriverCells nothing =
          DriverCells.over("deals", "value").add("basic", 0, 100).add("pro", 0, 200).build();

      assertThat(Gap.priceVolumeMix(nothing, plan, "deals").total().parts())
          .isEqualTo(ImmutableMap.of("mix", 0L, "price", 0L, "volume", 14_000L));
      assertThat(nothing.withMix("deals", "volume", "mix").cells()).hasSize(2);
    }

    @Test
    void cellsOnOneSideAreNotMix() {
      DriverCells wider =
          DriverCells.over("deals", "value")
              .add("basic", 60, 100)
              .add("pro", 40, 200)
              .add("new", 10, 50)
              .build();

      GapLine total = Gap.priceVolumeMix(plan, wider, "deals").total();

      assertThat(total.parts()).isEqualTo(ImmutableMap.of("mix", 0L, "price", 0L, "volume", 0L));
      assertThat(total.appeared()).isEqualTo(500);
    }

    @Test
    void refusesToSplitWhatIsNegative() {
      DriverCells negative = DriverCells.over("deals").add("returns", -1).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> negative.withMix("deals", "volume", "mix"))
          .withMessageContaining("Driver deals of cell returns is -1.0");
      assertThatIllegalArgumentException().isThrownBy(() -> plan.withMix("deals", "value", "mix"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> plan.withMix("visits", "volume", "mix"))
          .withMessageContaining("no driver visits");
    }
  }

  @Test
  void refusesDriversThatDoNotMatch() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Gap.between(DriverCells.over("deals").build(), DriverCells.over("visits").build()))
        .withMessageContaining("[deals]")
        .withMessageContaining("[visits]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Gap.priceVolumeMix(
                    DriverCells.over("deals").build(), DriverCells.over("deals").build(), "deals"));
  }

  @Test
  void refusesCellsThatCannotBe() {
    DriverCells.Builder builder = DriverCells.over("deals", "value").add("ana", 1, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add("ana", 1, 2))
        .withMessageContaining("Cell ana is given twice");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add("bo", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add("bo", 1, Double.NaN))
        .withMessageContaining("Driver value of cell bo is NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> DriverCells.over("deals", "deals"));
    assertThatIllegalArgumentException().isThrownBy(DriverCells::over);
    DriverCells huge = DriverCells.over("deals", "value").add("ana", 1e10, 1e10).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gap.between(huge, huge))
        .withMessageContaining("planned amount of cell ana is 1.0E20");
  }

  @Test
  void aLineWithAResidualIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GapLine("x", 1, 5, 9, ImmutableMap.of("deals", 3L), 0, 0))
        .withMessageContaining("explains 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GapLine("x", 1, 0, 0, ImmutableMap.of("deals", 0L), 0, 0).part("y"));
  }
}
