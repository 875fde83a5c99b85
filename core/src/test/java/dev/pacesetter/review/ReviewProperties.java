package dev.pacesetter.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.SalesEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReviewProperties {
  private static final int ROUNDS = 200;
  private static final int PEOPLE = 8;
  private static final int DEALS_EACH = 30;

  @Property(tries = 25)
  void theOrderOfArrivalChangesNothing(@ForAll long seed) {
    SalesWorld world = randomTeam(new SplittableRandom(seed), 4, 15, 0);
    List<SalesEvent> shuffled = new ArrayList<>(world.events());
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.addAll(shuffled.subList(0, 20)); // some arrive twice

    Review inOrder = world.review();
    Review outOfOrder =
        ReviewRound.standard()
            .review(world.facts(shuffled), SalesWorld.QUARTER, ImmutableList.of());

    assertThat(outOfOrder).isEqualTo(inOrder);
    assertThat(outOfOrder.toString()).isEqualTo(inOrder.toString());
  }

  @Property(tries = 50)
  void noFindingStandsWithoutEvidence(@ForAll long seed) {
    Review review = randomTeam(new SplittableRandom(seed), 6, 30, 0.35).review();

    assertThat(review.findings())
        .allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty());
    assertThat(review.comparisons())
        .filteredOn(PeerComparison::isDifferent)
        .allSatisfy(
            own ->
                assertThat(own.adjustedPValue().orElseThrow())
                    .isLessThanOrEqualTo(review.settings().falseDiscoveryRate()));
  }

  @Test
  void amongEqualsTheShareOfRoundsWithAnyFindingStaysBelowTheFalseDiscoveryRate() {
    SplittableRandom random = new SplittableRandom(20_260_301);
    int alarmed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Review review = randomTeam(random.split(), PEOPLE, DEALS_EACH, 0).review();
      alarmed += review.comparisons().stream().anyMatch(PeerComparison::isDifferent) ? 1 : 0;
    }
    double rate = ReviewSettings.standard().falseDiscoveryRate();
    // Where nobody differs every finding is false, so the rate bounds the share of such rounds.
    double monteCarloError = 3 * Math.sqrt(rate * (1 - rate) / ROUNDS);
    assertThat((double) alarmed / ROUNDS).isBetween(0.005, rate + monteCarloError);
  }

  @Test
  void somebodyWhoWinsHalfAsOftenIsFoundInNearlyEveryRound() {
    SplittableRandom random = new SplittableRandom(4_711);
    int found = 0;
    for (int round = 0; round < 50; round++) {
      Review review = randomTeam(random.split(), PEOPLE, 80, 0.30).review();
      found +=
          review.comparisonsOf("p0").stream()
                  .filter(own -> own.metric().kind() == PeerMetric.Kind.WIN_RATE)
                  .anyMatch(PeerComparison::isUnfavourable)
              ? 1
              : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(45);
  }

  /**
   * People who win alike, at skewed amounts, with different products; p0 wins less often by a
   * difference.
   */
  private static SalesWorld randomTeam(
      SplittableRandom random, int people, int deals, double difference) {
    SalesWorld world = new SalesWorld().products("basic", "pro");
    for (int person = 0; person < people; person++) {
      double shareOfPro = random.nextDouble();
      for (int deal = 0; deal < deals; deal++) {
        boolean pro = random.nextDouble() < shareOfPro;
        double chance = (pro ? 0.45 : 0.65) - (person == 0 ? difference : 0);
        double days = 5 + 60 * random.nextDouble() * random.nextDouble();
        SalesWorld.Deal told = world.deal("p" + person, pro ? "pro" : "basic", days);
        double skewed = Math.exp((pro ? 1.0 : 0.3) * random.nextGaussian());
        if (random.nextDouble() < chance) {
          double amount = (pro ? 9_000 : 400) * skewed;
          told.quoted(amount * (1.05 + 0.2 * random.nextDouble()), amount).won(amount);
        } else {
          told.lost();
        }
      }
    }
    return world;
  }
}
