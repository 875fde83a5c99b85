package dev.pacesetter.review;

import static dev.pacesetter.review.SalesWorld.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.RuledOut;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static Optional<Finding> finding(Review review, Scope scope, String rule) {
    return review.findingsAbout(scope).stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .findFirst();
  }

  private static Optional<Finding> ofAna(Review review, String rule) {
    return finding(review, Scope.person("ana"), rule);
  }

  @Nested
  class WinsManyAndClosesSmall {
    private final Review review =
        peers().person("ana", "Ana").closes("ana", "basic", 60, 700, 20).review();

    private static SalesWorld peers() {
      SalesWorld world = new SalesWorld().products("basic");
      IntStream.range(0, 7).forEach(i -> world.closes("peer" + i, "basic", 20, 1_000, 20));
      return world;
    }

    @Test
    void pointsToNegotiation() {
      Finding finding = ofAna(review, "pattern.closes-small").orElseThrow();

      assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
      assertThat(finding.reason()).isEqualTo("negotiation");
      assertThat(finding.explainedBy()).isEmpty();
      assertThat(finding.evidence("own").kpi().orElseThrow().id()).isEqualTo("won.value.average");
      assertThat(finding.evidence("winRate").observed().value()).isEqualTo(0.75);
      assertThat(finding.repair(Locale.CHINESE))
          .hasValueSatisfying(repair -> assertThat(repair).contains("谈判培训"));
    }

    @Test
    void saysWhatWasLookedForBeforeThePersonWasNamed() {
      Finding finding = ofAna(review, "pattern.closes-small").orElseThrow();

      assertThat(finding.ruledOut())
          .extracting(RuledOut::ruleId)
          .containsExactly("sample.value", "mix.value", "team.value", "pattern.sells-on-price");
      assertThat(ofAna(review, "person.value").orElseThrow().ruledOut())
          .as("it is explained")
          .isEmpty();
    }

    @Test
    void saysItOnceAndKeepsTheStrength() {
      assertThat(ofAna(review, "person.value").orElseThrow().explainedBy())
          .contains("pattern.closes-small");
      Finding strength = ofAna(review, "person.win-rate").orElseThrow();
      assertThat(strength.verdict()).isEqualTo(Verdict.PASS);
      assertThat(strength.explainedBy()).isEmpty();
    }

    @Test
    void withHigherDiscountsPointsToSellingOnPrice() {
      SalesWorld world = new SalesWorld().products("basic").person("ana", "Ana");
      IntStream.range(0, 7).forEach(i -> quoted(world, "peer" + i, 20, 0.05, 20));
      quoted(world, "ana", 60, 0.30, 20);
      Review priced = world.review();

      assertThat(ofAna(priced, "pattern.sells-on-price").orElseThrow().explainedBy()).isEmpty();
      assertThat(ofAna(priced, "pattern.closes-small").orElseThrow().explainedBy())
          .contains("pattern.sells-on-price");
      assertThat(ofAna(priced, "person.discount").orElseThrow().explainedBy())
          .contains("pattern.sells-on-price");
    }

    private static void quoted(
        SalesWorld world, String person, int won, double discount, int lost) {
      for (int i = 0; i < won; i++) {
        double list = 1_000 + 10 * (i % 7);
        double net = list * (1 - discount - 0.002 * (i % 5));
        world.deal(person, "basic").quoted(list, net).won(net);
      }
      world.closes(person, "basic", 0, 0, lost);
    }
  }

  @Nested
  class LosesAtOneStep {
    private final Review review = review();

    /** Everybody passes from contact to offer alike; ana wins far fewer of the offers. */
    private static Review review() {
      SalesWorld world = new SalesWorld().process("Contact", "Need", "Offer").person("ana", "Ana");
      IntStream.range(0, 7).forEach(i -> steps(world, "peer" + i, 10, 10, 10, 30));
      steps(world, "ana", 10, 10, 40, 10);
      return world.review();
    }

    private static void steps(SalesWorld world, String who, int one, int two, int three, int won) {
      for (int i = 0; i < one; i++) {
        world.deal(who, "basic").through("Contact").lost();
      }
      for (int i = 0; i < two; i++) {
        world.deal(who, "basic").through("Contact", "Need").lost();
      }
      for (int i = 0; i < three; i++) {
        world.deal(who, "basic").through("Contact", "Need", "Offer").lost();
      }
      for (int i = 0; i < won; i++) {
        world.deal(who, "basic").through("Contact", "Need", "Offer").won(1_000 + 10 * (i % 7));
      }
    }

    @Test
    void namesTheStepAndExplainsTheWinRateByIt() {
      Finding closing = ofAna(review, "person.closing").orElseThrow();

      assertThat(closing.explainedBy()).isEmpty();
      assertThat(closing.words()).containsEntry("stage", Text.of("Offer"));
      assertThat(closing.evidence("own").observed().value()).isEqualTo(0.2);
      assertThat(ofAna(review, "person.win-rate").orElseThrow().explainedBy())
          .contains("person.closing");
    }

    @Test
    void doesNotBlameTheOtherSteps() {
      assertThat(review.findingsAbout(Scope.person("ana")))
          .filteredOn(finding -> finding.verdict() == Verdict.WARN)
          .filteredOn(finding -> finding.explainedBy().isEmpty())
          .extracting(Finding::ruleId)
          .containsExactly("person.closing");
    }
  }

  @Nested
  class ReasonsOfLosses {
    private static SalesWorld losses(String... reasons) {
      SalesWorld world = new SalesWorld().person("ana", "Ana");
      for (String reason : reasons) {
        world.deal("ana", "basic").lost(reason);
      }
      return world;
    }

    @Test
    void mustSaySomething() {
      Finding finding =
          finding(losses("price", "", "Other", "其他").review(), Scope.company(), "data.loss-reason")
              .orElseThrow();

      assertThat(finding.evidence("own").observed().value()).isEqualTo(0.75);
      assertThat(finding.evidence("own").limit()).hasValue(0.2);
    }

    @Test
    void areFineUpToTheLimit() {
      assertThat(
              losses("price", "time", "time", "price", "").review().findingsAbout(Scope.company()))
          .isEmpty();
    }

    @Test
    void takeAnotherLimitFromACaller() {
      ReviewRound strict =
          ReviewRound.standard()
              .withDataRules(
                  DiagnosisRules.ofData()
                      .withParameters("data.loss-reason", ImmutableMap.of("share", 0.1)));

      Review review =
          strict.review(
              losses("price", "time", "time", "price", "").facts(), QUARTER, ImmutableList.of());

      assertThat(finding(review, Scope.company(), "data.loss-reason")).isPresent();
    }
  }

  @Test
  void everyRuleSaysEverythingInBothLanguages() {
    SalesWorld world = new SalesWorld().person("ana", "Ana").closes("ana", "basic", 3, 10, 3);
    PersonFacts facts =
        new PersonFacts(world.facts(), "ana", "Ana", QUARTER, world.review().comparisonsOf("ana"));
    assertThat(DiagnosisRules.standard().evaluate(facts))
        .hasSize(DiagnosisRules.standard().rules().size())
        .allSatisfy(
            finding -> {
              assertThat(finding.explain(Locale.ENGLISH)).isNotBlank();
              assertThat(finding.explain(Locale.CHINESE)).isNotBlank();
              assertThat(finding.title(Locale.ENGLISH)).isNotBlank();
              assertThat(finding.title(Locale.CHINESE)).isNotBlank();
            });
  }
}
