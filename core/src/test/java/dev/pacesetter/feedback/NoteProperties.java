package dev.pacesetter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.feedback.NoteSection.Item;
import dev.pacesetter.feedback.NoteSection.Kind;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.SalesWorld;
import dev.pacesetter.rule.Verdict;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NoteProperties {
  private static final int PEOPLE = 6;

  /** People who differ in everything at once, so that notes have much to say. */
  private static Review unevenTeam(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SalesWorld world = new SalesWorld().products("basic", "pro");
    for (int person = 0; person < PEOPLE; person++) {
      double chance = 0.1 + 0.8 * random.nextDouble();
      double size = 200 + 2_000 * random.nextDouble();
      double days = 5 + 100 * random.nextDouble();
      int deals = random.nextInt(120);
      for (int deal = 0; deal < deals; deal++) {
        SalesWorld.Deal told =
            world.deal("p" + person, random.nextBoolean() ? "pro" : "basic", days + deal % 5);
        if (random.nextDouble() < chance) {
          told.won(size * (1 + random.nextDouble()));
        } else {
          told.lost();
        }
      }
      world.person("p" + person, "Person " + person);
    }
    return world.review();
  }

  @Property(tries = 40)
  void nobodyGetsMoreThanTwoPointsAndEachHasEvidenceActionOwnerDateAndCheck(@ForAll long seed) {
    Review review = unevenTeam(seed);
    for (int person = 0; person < PEOPLE; person++) {
      Note note = Feedback.standard().noteFor("p" + person, review);

      assertThat(note.developmentPoints()).hasSizeLessThanOrEqualTo(2);
      assertThat(note.developmentPoints())
          .allSatisfy(
              point -> {
                assertThat(point.finding().evidence()).isNotEmpty();
                assertThat(point.finding().explainedBy()).isEmpty();
                assertThat(point.due()).isAfter(review.day());
                assertThat(point.training()).isPresent();
              });
      for (NoteSection section : note.sections(Locale.CHINESE)) {
        if (section.kind() == Kind.DEVELOPMENT) {
          assertThat(section.items()).extracting(Item::details).allMatch(all -> all.size() == 6);
        }
      }
    }
  }

  @Property(tries = 40)
  void aSupportedStrengthIsAlwaysSaid(@ForAll long seed) {
    Review review = unevenTeam(seed);
    for (int person = 0; person < PEOPLE; person++) {
      Note note = Feedback.standard().noteFor("p" + person, review);
      boolean supported =
          review.findingsAbout(Scope.person("p" + person)).stream()
              .anyMatch(
                  finding ->
                      finding.verdict() == Verdict.PASS
                          && finding.explainedBy().isEmpty()
                          && finding.ruleId().startsWith("person."));
      assertThat(!note.strengths().isEmpty()).isEqualTo(supported);
      assertThat(note.strengths())
          .allSatisfy(
              strength ->
                  assertThat(strength.evidence("own").adjustedPValue().orElseThrow())
                      .isLessThanOrEqualTo(review.settings().falseDiscoveryRate()));
    }
  }

  @Property(tries = 20)
  void theSameReviewGivesTheSameBytes(@ForAll long seed) {
    String once = unevenTeamNotes(seed);

    assertThat(unevenTeamNotes(seed)).isEqualTo(once);
  }

  private static String unevenTeamNotes(long seed) {
    Review review = unevenTeam(seed);
    StringBuilder text = new StringBuilder();
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      for (Format format : Format.values()) {
        text.append(Feedback.standard().noteFor("p0", review).render(language, format));
      }
    }
    return text.toString();
  }
}
