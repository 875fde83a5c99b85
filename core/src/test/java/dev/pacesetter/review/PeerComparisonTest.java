package dev.pacesetter.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.PeerComparison.TeamContext;
import dev.pacesetter.review.PeerMetric.Kind;
import dev.pacesetter.rule.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeerComparisonTest {
  private static final PeerMetric WIN_RATE = PeerMetric.of(Kind.WIN_RATE);

  /** Seven people who win 24 of 40 deals at the same amounts. */
  private static SalesWorld evenTeam() {
    SalesWorld world = new SalesWorld().products("basic", "pro");
    IntStream.range(0, 7).forEach(i -> world.closes("peer" + i, "basic", 24, 1_000, 16));
    return world;
  }

  private static PeerComparison of(Review review, String person, Kind kind) {
    return review.comparisonsOf(person).stream()
        .filter(own -> own.metric().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Finding> finding(Review review, String person, String rule) {
    return review.findingsAbout(Scope.person(person)).stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst();
  }

  @Nested
  class SomebodyWhoWinsFarLess {
    private final Review review =
        evenTeam().person("ana", "Ana").closes("ana", "basic", 15, 1_000, 65).review();

    @Test
    void isFoundAndNobodyElseIs() {
      assertThat(review.comparisons(WIN_RATE))
          .filteredOn(PeerComparison::isUnfavourable)
          .extracting(PeerComparison::person)
          .containsExactly("ana");
      assertThat(finding(review, "ana", "person.win-rate").orElseThrow().explainedBy()).isEmpty();
    }

    @Test
    void isComparedWithWhatAllTogetherReached() {
      PeerComparison ana = of(review, "ana", Kind.WIN_RATE);

      // 7 · 24 + 15 won of 7 · 40 + 80 closed
      assertThat(ana.expected().orElseThrow()).isCloseTo(183 / 360.0, within(1e-12));
      assertThat(ana.company().n()).isEqualTo(360);
      assertThat(ana.n()).isEqualTo(80);
      assertThat(ana.adjustedPValue().orElseThrow())
          .isGreaterThanOrEqualTo(ana.pValue().orElseThrow());
    }

    @Test
    void liesOutsideTheLimits() {
      PeerComparison ana = of(review, "ana", Kind.WIN_RATE);

      assertThat(ana.limits998().orElseThrow().contains(ana.standardised().value())).isFalse();
    }

    @Test
    void isNotBlamedForTheirAmounts() {
      assertThat(of(review, "ana", Kind.AVERAGE_WON_VALUE).isDifferent()).isFalse();
    }
  }

  @Nested
  class SomebodyWithAHardProduct {
    /** Everybody wins 70 % of basic and 20 % of pro; ana sells pro, the others mostly basic. */
    private final Review review = review();

    private static Review review() {
      SalesWorld world = new SalesWorld().products("basic", "pro").person("ana", "Ana");
      IntStream.range(0, 7)
          .forEach(
              i ->
                  world
                      .closes("peer" + i, "basic", 35, 1_000, 15)
                      .closes("peer" + i, "pro", 4, 9_000, 16));
      world.closes("ana", "basic", 7, 1_000, 3).closes("ana", "pro", 18, 9_000, 72);
      return world.review();
    }

    @Test
    void isNotBlamedForTheMix() {
      PeerComparison ana = of(review, "ana", Kind.WIN_RATE);

      assertThat(ana.observed().value()).isEqualTo(0.25);
      assertThat(ana.expected().orElseThrow()).isCloseTo(0.25, within(1e-12));
      assertThat(ana.isDifferent()).isFalse();
      assertThat(ana.unmixedVerdict()).isEqualTo(PeerVerdict.BELOW);
    }

    @Test
    void isExplainedByTheMix() {
      Finding explained = finding(review, "ana", "person.win-rate").orElseThrow();
      // all together: (7 · 39 + 25) / (7 · 70 + 100)

      assertThat(explained.explainedBy()).contains("mix.win-rate");
      assertThat(finding(review, "ana", "mix.win-rate").orElseThrow().explain(Locale.ENGLISH))
          .isEqualTo(
              "Ana’s win rate is 25.0%, that of all together 50.5%; the product mix explains it:"
                  + " with these products, 25.0% was to be expected.");
    }

    @Test
    void isNotPraisedForTheLargeAmountsOfTheProduct() {
      PeerComparison ana = of(review, "ana", Kind.AVERAGE_WON_VALUE);

      assertThat(ana.isDifferent()).isFalse();
      assertThat(ana.unmixedVerdict()).isEqualTo(PeerVerdict.ABOVE);
    }
  }

  @Nested
  class AWholeTeamThatWinsLess {
    private final Review review = review();

    private static Review review() {
      SalesWorld world = new SalesWorld().products("basic");
      world.team("north", "n0", "n1", "n2", "n3").team("south", "s0", "s1", "s2", "s3");
      for (int i = 0; i < 4; i++) {
        world.closes("n" + i, "basic", 20, 1_000, 80).closes("s" + i, "basic", 60, 1_000, 40);
      }
      return world.review();
    }

    @Test
    void explainsItsMembers() {
      TeamContext north = of(review, "n0", Kind.WIN_RATE).team().orElseThrow();

      assertThat(north.explains()).isTrue();
      assertThat(north.name()).isEqualTo("Team north");
      assertThat(finding(review, "n0", "person.win-rate").orElseThrow().explainedBy())
          .contains("team.win-rate");
    }

    @Test
    void leavesNoFindingAboutAPersonAlone() {
      assertThat(review.findings())
          .filteredOn(finding -> finding.ruleId().startsWith("person."))
          .isNotEmpty()
          .allMatch(finding -> finding.explainedBy().isPresent());
    }
  }

  @Nested
  class SomebodyWithFewDeals {
    private final Review review =
        evenTeam().person("ana", "Ana").closes("ana", "basic", 3, 1_000, 4).review();

    @Test
    void isNotJudgedAndLearnsHowManyMoreItTakes() {
      PeerComparison ana = of(review, "ana", Kind.WIN_RATE);

      assertThat(ana.verdict()).isEqualTo(PeerVerdict.NOT_ENOUGH_DATA);
      assertThat(ana.moreNeeded().orElseThrow()).isEqualTo(ana.needed().orElseThrow() - 7);
      assertThat(finding(review, "ana", "sample.win-rate").orElseThrow().explain(Locale.CHINESE))
          .isEqualTo(
              "Ana 的赢单率数据不足\uff1a已关闭商机 7 个\uff0c还需 %d 个。"
                  .formatted(ana.moreNeeded().orElseThrow()));
    }
  }

  @Nested
  class SomebodyAlone {
    @Test
    void hasNobodyToBeComparedWith() {
      Review review = new SalesWorld().closes("ana", "basic", 50, 1_000, 50).review();

      PeerComparison ana = of(review, "ana", Kind.WIN_RATE);
      assertThat(ana.verdict()).isEqualTo(PeerVerdict.NOT_ENOUGH_DATA);
      assertThat(ana.needed()).isEmpty();
      assertThat(ana.moreNeeded()).isEmpty();
      assertThat(ana.pValue()).isEmpty();
    }
  }

  @Nested
  class ASingleHugeDeal {
    @Test
    void liftsTheMeanAndMakesNoStrength() {
      SalesWorld world = evenTeam().person("ana", "Ana");
      world.closes("ana", "basic", 40, 900, 27).deal("ana", "basic").won(500_000);

      PeerComparison ana = of(world.review(), "ana", Kind.AVERAGE_WON_VALUE);

      assertThat(ana.observed().value()).isGreaterThan(ana.expected().orElseThrow());
      assertThat(ana.isDifferent()).isFalse();
    }
  }

  @Nested
  class Cycles {
    @Test
    void areBetterWhenShorter() {
      SalesWorld world = evenTeam().person("ana", "Ana");
      for (int i = 0; i < 40; i++) {
        world.deal("ana", "basic", 10 + i % 5).won(1_000 + 10 * (i % 7));
      }

      PeerComparison ana = of(world.review(), "ana", Kind.SALES_CYCLE);

      assertThat(ana.verdict()).isEqualTo(PeerVerdict.BELOW);
      assertThat(ana.isFavourable()).isTrue();
      assertThat(ana.observed()).extracting(Measure::value).isEqualTo(12.0);
      assertThat(ana.expected().orElseThrow()).isEqualTo(30.0);
    }
  }

  @Test
  void aSourceWithoutLossesComparesNoWinRates() {
    SalesWorld world = new SalesWorld();
    IntStream.range(0, 4).forEach(i -> world.closes("peer" + i, "basic", 20, 1_000, 0));
    Review review = world.review();

    assertThat(review.comparisons(WIN_RATE)).isEmpty();
    assertThat(review.notRecorded()).contains(Kpis.WIN_RATE);
    assertThat(review.findingsAbout(Scope.company()))
        .extracting(Finding::ruleId)
        .containsExactly("data.losses");
  }

  @Test
  void everyComparisonNamesItsMetricInBothLanguages() {
    assertThat(PeerMetric.between("Contact", "Offer").name(Locale.CHINESE))
        .isEqualTo("“Contact”到“Offer”的转化率");
    assertThat(PeerMetric.wonFrom("Offer").name(Locale.ENGLISH))
        .isEqualTo("Conversion from “Offer” to won");
    assertThat(WIN_RATE.name(Locale.ENGLISH)).isEqualTo("Win rate");
  }
}
