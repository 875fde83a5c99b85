package dev.pacesetter.feedback;

import static dev.pacesetter.review.SalesWorld.QUARTER;
import static dev.pacesetter.review.SalesWorld.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.feedback.NoteSection.Detail;
import dev.pacesetter.feedback.NoteSection.DetailKind;
import dev.pacesetter.feedback.NoteSection.Kind;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.PeerMetric;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.SalesWorld;
import dev.pacesetter.rule.Finding;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static SalesWorld peers() {
    SalesWorld world = new SalesWorld().products("basic");
    IntStream.range(0, 7).forEach(i -> world.closes("peer" + i, "basic", 20, 1_000, 20));
    return world;
  }

  private static Note noteForAna(Review review) {
    return Feedback.standard().noteFor("ana", review);
  }

  private static NoteSection section(Note note, Kind kind) {
    return note.sections(Locale.ENGLISH).stream()
        .filter(section -> section.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class SomebodyWhoWinsManyAndClosesSmall {
    private final Note note =
        noteForAna(peers().person("ana", "Ana").closes("ana", "basic", 60, 700, 20).review());

    @Test
    void isToldTheStrengthAndOnePointOnNegotiation() {
      assertThat(note.strengths()).extracting(Finding::ruleId).containsExactly("person.win-rate");
      assertThat(note.developmentPoints())
          .extracting(point -> point.finding().ruleId())
          .containsExactly("pattern.closes-small");
      assertThat(note.developmentPoints().get(0).training()).contains(Training.NEGOTIATION);
    }

    @Test
    void knowsWhatToTryByWhenAndHowItWillShow() {
      DevelopmentPoint point = note.developmentPoints().get(0);

      assertThat(point.owner()).isEqualTo("ana");
      assertThat(point.check().id()).isEqualTo(Kpis.AVERAGE_WON_VALUE.id());
      // 20 working days after Tuesday 2026-03-31
      assertThat(point.due()).isEqualTo(LocalDate.of(2026, 4, 28));
    }

    @Test
    void readsItInEveryDetail() {
      NoteSection.Item item = section(note, Kind.DEVELOPMENT).items().get(0);
      // all together: (7 · 20 + 60) of (7 · 40 + 80), and (140 · 1,028.50 + 60 · 720.30) / 200

      assertThat(item.text())
          .isEqualTo(
              "You win 75.0% of your closed deals where 55.6% was to be expected, at an average of"
                  + " EUR 720.30 instead of EUR 936.04. The customers say yes; the next step is to"
                  + " agree on more.");
      assertThat(item.details())
          .extracting(Detail::kind)
          .containsExactly(
              DetailKind.EVIDENCE,
              DetailKind.ACTION,
              DetailKind.TRAINING,
              DetailKind.OWNER,
              DetailKind.DUE,
              DetailKind.CHECK);
      assertThat(item.details().get(5).text()).isEqualTo("Average deal value");
    }

    @Test
    void mayTakeLonger() {
      Review review = peers().person("ana", "Ana").closes("ana", "basic", 60, 700, 20).review();
      Note later = Feedback.standard().dueAfterWorkingDays(30).noteFor("ana", review);

      assertThat(later.developmentPoints().get(0).due()).isEqualTo(LocalDate.of(2026, 5, 12));
    }
  }

  @Nested
  class SomebodyWithFewDeals {
    private final Note note =
        noteForAna(peers().person("ana", "Ana").closes("ana", "basic", 3, 1_000, 4).review());

    @Test
    void isToldHowManyMoreItTakesAndNothingElse() {
      assertThat(note.strengths()).isEmpty();
      assertThat(note.developmentPoints()).isEmpty();
      assertThat(section(note, Kind.UNDECIDED).items().get(0).text())
          .matches("Not enough data on your win rate: 7 closed deals, \\d+ more needed\\.");
      assertThat(section(note, Kind.BASIS).items()).hasSize(2);
    }
  }

  @Nested
  class SomebodyLikeEverybody {
    private final Note note = noteForAna(review());

    private static Review review() {
      SalesWorld world = new SalesWorld().products("basic").person("ana", "Ana");
      IntStream.range(0, 7).forEach(i -> world.closes("peer" + i, "basic", 60, 1_000, 60));
      return world.closes("ana", "basic", 60, 1_000, 60).review();
    }

    @Test
    void isToldWhereTheyAreInLine() {
      assertThat(note.inLine())
          .extracting(PeerMetric::toString)
          .containsExactly("win.closed.count", "won.value.average", "cycle.won.median");
      assertThat(section(note, Kind.IN_LINE).items().get(0).text())
          .isEqualTo(
              "There is enough data here, and no difference from what was to be expected with your"
                  + " products: Win rate, Average deal value, Sales cycle.");
    }
  }

  @Nested
  class SomebodyWithAHardProduct {
    private final Note note = noteForAna(review());

    private static Review review() {
      SalesWorld world = new SalesWorld().products("basic", "pro").person("ana", "Ana");
      IntStream.range(0, 7)
          .forEach(
              i ->
                  world
                      .closes("peer" + i, "basic", 35, 1_000, 15)
                      .closes("peer" + i, "pro", 4, 9_000, 16));
      return world.closes("ana", "basic", 7, 1_000, 3).closes("ana", "pro", 18, 9_000, 72).review();
    }

    @Test
    void isToldThatTheMixIsTheCause() {
      assertThat(note.developmentPoints()).isEmpty();
      assertThat(section(note, Kind.EXPLAINED).items().get(0).text())
          .isEqualTo(
              "Your win rate is 25.0%, while that of all together is 50.5%, because you sell other"
                  + " products: 25.0% was to be expected.");
    }
  }

  @Nested
  class Goals {
    @Test
    void areThoseOfThePersonAlone() {
      SalesGoal own = goal("own").scope(Scope.person("ana")).build();
      SalesGoal owned = goal("owned").owner("ana").build();
      SalesGoal others = goal("others").owner("ben").build();
      Review review =
          peers()
              .person("ana", "Ana")
              .person("ben", "Ben")
              .closes("ana", "basic", 1, 500, 0)
              .review(own, owned, others);

      Note note = noteForAna(review);

      assertThat(note.goals())
          .extracting(attainment -> attainment.goal().id())
          .containsExactly("own", "owned");
      assertThat(section(note, Kind.GOALS).items().get(0).text())
          .isEqualTo("“own”: EUR 500 of EUR 1,000 (50.0%). Not reached.");
    }

    @Test
    void areSaidToBeKeptWhereMoreIsNotBetter() {
      SalesGoal range =
          goal("range")
              .target(Target.between(eur(1_000), eur(2_000)))
              .scope(Scope.person("ana"))
              .build();
      SalesGoal most =
          goal("most").target(Target.atMost(eur(400))).scope(Scope.person("ana")).build();
      Note note =
          noteForAna(
              peers().person("ana", "Ana").closes("ana", "basic", 1, 500, 0).review(range, most));

      assertThat(section(note, Kind.GOALS).items())
          .extracting(NoteSection.Item::text)
          .containsExactly(
              "“range”: EUR 500, with a target of EUR 1,000 to EUR 2,000. Not reached.",
              "“most”: EUR 500, with a target of at most EUR 400. Not reached.");
      assertThat(note.render(Locale.CHINESE, Format.PLAIN))
          .contains("“range”：实际 EUR 500，目标：EUR 1,000 至 EUR 2,000，未达成。")
          .contains("“most”：实际 EUR 500，目标：不超过 EUR 400，未达成。");
    }

    private static SalesGoal.Builder goal(String id) {
      return SalesGoal.builder()
          .id(id)
          .title(id)
          .kpi(Kpis.WON_VALUE)
          .atLeast(eur(1_000))
          .period(QUARTER);
    }
  }

  @Test
  void withoutDealsTheNoteSaysThatThereIsNothingToCompare() {
    Note note = noteForAna(new SalesWorld().person("ana", "Ana").review());

    assertThat(note.sections(Locale.ENGLISH)).hasSize(1);
    assertThat(section(note, Kind.BASIS).items())
        .extracting(NoteSection.Item::text)
        .containsExactly(
            "As known on 2026-03-31, the records for FY2026-Q1 hold no closed deals to compare"
                + " anybody by; this note states goals only.");
  }

  @Test
  void somebodyUnknownIsRefusedByName() {
    Review review = peers().review();

    assertThatThrownBy(() -> Feedback.standard().noteFor("nobody", review))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the review of FY2026-Q1 has nobody with the id 'nobody'");
  }

  @Test
  void aThirdPointIsRefusedWhoeverBuildsTheNote() {
    Note note =
        noteForAna(peers().person("ana", "Ana").closes("ana", "basic", 60, 700, 20).review());
    DevelopmentPoint point = note.developmentPoints().get(0);
    Note.Builder three =
        Note.builder().from(note).developmentPoints(ImmutableList.of(point, point, point));

    assertThatThrownBy(three::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the note for ana has 3 development points; at most 2 can be worked on at a time");
  }
}
