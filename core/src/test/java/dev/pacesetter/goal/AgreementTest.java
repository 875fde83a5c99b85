package dev.pacesetter.goal;

import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.goal.Agreement.State;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Answered;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.DeadlineMoved;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.AgreementStep.Kind;
import dev.pacesetter.goal.AgreementStep.Proposed;
import dev.pacesetter.goal.AgreementStep.Questioned;
import dev.pacesetter.goal.AgreementStep.Revised;
import dev.pacesetter.goal.AgreementStep.Withdrawn;
import dev.pacesetter.goal.IllegalStepException.Refusal;
import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.testing.Bundles;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Instant MONDAY = Instant.parse("2025-12-01T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
  private static final Instant FRIDAY = TUESDAY.plusSeconds(3 * 86_400);
  private static final Text WHY = Text.of("as in the last quarter");

  private final Business business = Business.small();
  private final Organization organization = business.organization();

  /** The team's goal to win 60,000 euros: Ana is asked for 36,000 and Bo for 24,000. */
  private final SalesGoal goal =
      SmartCase.goal(business)
          .owner("north")
          .atLeast(euros(60_000))
          .scope(Scope.team("north"))
          .build();

  private final Proposal proposal = shares(36_000, 24_000);
  private final Agreement proposed =
      Agreement.propose(new Proposed("mia", MONDAY, proposal, WHY, Optional.of(FRIDAY)));

  private Proposal shares(long ana, long bo) {
    return Proposal.of(goal, Map.of("ana", ana * 100, "bo", bo * 100));
  }

  private static Accepted accepts(String member, Instant at, long euros) {
    return new Accepted(member, at, euros * 100);
  }

  private static Standing standing(Agreement agreement, String member) {
    return agreement.member(member).orElseThrow();
  }

  private static void refuses(Agreement agreement, AgreementStep step, Refusal refusal) {
    assertThatExceptionOfType(IllegalStepException.class)
        .isThrownBy(() -> agreement.with(step))
        .satisfies(
            e -> {
              assertThat(e.refusal()).isEqualTo(refusal);
              assertThat(e.step()).isSameAs(step);
              assertThat(e.agreement()).isSameAs(agreement);
            });
  }

  @Nested
  class AProposal {
    @Test
    void asksEverybodyForAShare() {
      assertThat(proposed.state()).isEqualTo(State.WAITING);
      assertThat(proposed.accepted()).isEqualTo(Ratio.of(0, 2));
      assertThat(proposed.members())
          .containsExactly(
              Standing.asked("ana", 3_600_000, MONDAY, OptionalLong.empty()),
              Standing.asked("bo", 2_400_000, MONDAY, OptionalLong.empty()));
      assertThat(proposed.agreedAt()).isEmpty();
    }

    @Test
    void refusesSharesThatDoNotAddUp() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Proposal.of(goal, Map.of("ana", 1L, "bo", 2L)))
          .withMessage("the shares in goal g add up to 3; they must add up to 6000000");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Proposal.of(goal, Map.of("ana", 6_000_001L, "bo", -1L)))
          .withMessageContaining("'bo' in goal g is -1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Proposal.of(goal, Map.of()))
          .withMessageContaining("proposed to nobody");
    }

    @Test
    void mayAssignMoreThanTheGoalWhereItSaysSo() {
      Map<String, Long> shares = Map.of("ana", 4_000_000L, "bo", 2_600_000L);
      Proposal padded = new Proposal(goal, 6_600_000, ImmutableSortedMap.copyOf(shares));
      assertThat(padded.shares()).isEqualTo(new TreeMap<>(shares));
    }

    @Test
    void needsWordsAndADeadlineToCome() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Agreement.propose("mia", MONDAY, proposal, Text.of(" ")))
          .withMessageContaining("must not be blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Proposed("mia", MONDAY, proposal, WHY, Optional.of(MONDAY)))
          .withMessageContaining("must be later");
    }

    @Test
    void isWhereEveryAgreementBegins() {
      assertThatIllegalArgumentException().isThrownBy(() -> Agreement.of(List.of()));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Agreement.of(List.of(accepts("bo", MONDAY, 24_000))))
          .withMessageContaining("must be a proposal");
    }
  }

  @Nested
  class Accepting {
    @Test
    void byEverybodyIsAgreementOnTheDayOfTheLast() {
      Agreement agreed =
          proposed.with(accepts("bo", TUESDAY, 24_000)).with(accepts("ana", FRIDAY, 36_000));
      assertThat(agreed.state()).isEqualTo(State.ACCEPTED);
      assertThat(agreed.accepted()).isEqualTo(Ratio.of(2, 2));
      assertThat(agreed.agreedAt()).hasValue(FRIDAY);
    }

    @Test
    void bySomeIsNoAgreementYet() {
      Agreement some = proposed.with(accepts("bo", TUESDAY, 24_000));
      assertThat(some.state()).isEqualTo(State.WAITING);
      assertThat(some.agreedAt()).isEmpty();
    }

    @Test
    void isForNobodyElse() {
      refuses(proposed, accepts("mia", TUESDAY, 24_000), Refusal.NOT_A_MEMBER);
      assertThatExceptionOfType(IllegalStepException.class)
          .isThrownBy(() -> proposed.with(accepts("mia", TUESDAY, 24_000)))
          .withMessage(
              "mia cannot accept at 2025-12-02T09:00:00Z in the agreement on goal g, which is"
                  + " waiting: mia is not asked for a share; nobody answers for another; mia may"
                  + " revise, move deadline, withdraw");
    }

    @Test
    void isOfTheNumberProposedAndNoOther() {
      refuses(proposed, accepts("bo", TUESDAY, 36_000), Refusal.OTHER_SHARE);
      assertThatExceptionOfType(IllegalStepException.class)
          .isThrownBy(() -> proposed.with(accepts("bo", TUESDAY, 36_000)))
          .withMessageContaining("the share proposed is EUR 24,000;")
          .withMessageEndingWith("bo may question, counter, accept, decline");
    }

    @Test
    void bindsUntilARevision() {
      Agreement some = proposed.with(accepts("bo", TUESDAY, 24_000));
      refuses(some, accepts("bo", TUESDAY, 24_000), Refusal.ALREADY_ACCEPTED);
      refuses(some, new Declined("bo", TUESDAY, WHY), Refusal.ALREADY_ACCEPTED);
      refuses(some, new Questioned("bo", TUESDAY, WHY), Refusal.ALREADY_ACCEPTED);
      assertThat(some.allowedTo("bo")).isEmpty();
    }

    @Test
    void isStillPossibleAfterDeclining() {
      Agreement declined = proposed.with(new Declined("bo", TUESDAY, WHY));
      assertThat(declined.state()).isEqualTo(State.DECLINED);
      refuses(declined, new Declined("bo", TUESDAY, WHY), Refusal.ALREADY_DECLINED);
      assertThat(declined.allowedTo("bo"))
          .containsExactly(Kind.QUESTION, Kind.COUNTER, Kind.ACCEPT);
      assertThat(declined.with(accepts("bo", FRIDAY, 24_000)).state()).isEqualTo(State.WAITING);
    }
  }

  @Nested
  class Talking {
    @Test
    void isAskingAndBeingAnswered() {
      Agreement asked = proposed.with(new Questioned("bo", TUESDAY, Text.of("With renewals?")));
      assertThat(standing(asked, "bo").answer()).isEqualTo(Answer.QUESTIONED);
      Agreement answered = asked.with(new Answered("mia", TUESDAY, "bo", Text.of("Without")));
      assertThat(standing(answered, "bo"))
          .isEqualTo(
              new Standing(
                  "bo",
                  2_400_000,
                  Answer.PENDING,
                  TUESDAY,
                  Optional.of(Text.of("Without")),
                  OptionalLong.empty(),
                  OptionalLong.empty()));
    }

    @Test
    void answersOnlyWhatWasAsked() {
      refuses(proposed, new Answered("mia", TUESDAY, "bo", WHY), Refusal.NO_QUESTION);
      refuses(proposed, new Answered("mia", TUESDAY, "cy", WHY), Refusal.NO_QUESTION);
    }

    @Test
    void isNamingAnotherNumber() {
      Agreement countered = proposed.with(new Countered("bo", TUESDAY, 2_000_000, WHY));
      assertThat(standing(countered, "bo").counter()).hasValue(2_000_000);
      assertThat(standing(countered, "bo").said()).hasValue(WHY);
      assertThat(countered.state()).isEqualTo(State.WAITING);
      refuses(proposed, new Countered("bo", TUESDAY, 2_400_000, WHY), Refusal.SAME_SHARE);
      refuses(
          proposed,
          new Declined("bo", TUESDAY, WHY, OptionalLong.of(2_400_000)),
          Refusal.SAME_SHARE);
    }

    @Test
    void doesNotGoBackInTime() {
      Agreement later = proposed.with(accepts("ana", FRIDAY, 36_000));
      refuses(later, accepts("bo", TUESDAY, 24_000), Refusal.BACK_IN_TIME);
    }
  }

  @Nested
  class ARevision {
    private final Agreement agreed =
        proposed.with(accepts("bo", TUESDAY, 24_000)).with(accepts("ana", TUESDAY, 36_000));

    @Test
    void asksOnlyThoseAgainWhoseShareChanges() {
      Proposal wider =
          Proposal.of(goal, Map.of("ana", 3_600_000L, "bo", 2_000_000L, "cy", 400_000L));
      Agreement revised = agreed.with(new Revised("mia", FRIDAY, wider, WHY));
      assertThat(standing(revised, "ana")).isEqualTo(standing(agreed, "ana"));
      assertThat(standing(revised, "bo"))
          .isEqualTo(Standing.asked("bo", 2_000_000, FRIDAY, OptionalLong.of(2_400_000)));
      assertThat(standing(revised, "cy").voided()).isEmpty();
      assertThat(revised.state()).isEqualTo(State.WAITING);
      assertThat(revised.agreedAt()).isEmpty();
      assertThat(revised.summary(Locale.ENGLISH, organization))
          .isEqualTo(
              "Not agreed yet: 1 of 3 accepted. No answer yet from Bo Chen, Cy Young. Bo Chen had"
                  + " accepted EUR 24,000 and is asked again, now for EUR 20,000.");
    }

    @Test
    void asksEverybodyAgainWhereTheTermsChange() {
      SalesGoal later =
          SmartCase.goal(business)
              .owner("north")
              .atLeast(euros(60_000))
              .scope(Scope.team("north"))
              .period(business.period("FY2026-Q2"))
              .build();
      Agreement revised =
          agreed.with(new Revised("mia", FRIDAY, Proposal.of(later, proposal.shares()), WHY));
      assertThat(revised.accepted()).isEqualTo(Ratio.of(0, 2));
      assertThat(revised.members()).allMatch(own -> own.voided().isPresent());
    }

    @Test
    void thatOnlyRewordsTheGoalVoidsNothing() {
      SalesGoal reworded =
          SmartCase.goal(business)
              .owner("north")
              .title("Win much more")
              .atLeast(euros(60_000))
              .scope(Scope.team("north"))
              .build();
      Agreement revised =
          agreed.with(new Revised("mia", FRIDAY, Proposal.of(reworded, proposal.shares()), WHY));
      assertThat(revised.state()).isEqualTo(State.ACCEPTED);
      assertThat(revised.agreedAt()).hasValue(TUESDAY);
    }

    @Test
    void mustReviseSomethingOfThisGoal() {
      refuses(agreed, new Revised("mia", FRIDAY, proposal, WHY), Refusal.NOTHING_REVISED);
      Proposal other = Proposal.toOne(SmartCase.goal(business).id("other").build(), "ana");
      refuses(agreed, new Revised("mia", FRIDAY, other, WHY), Refusal.OTHER_GOAL);
      refuses(
          agreed,
          new Proposed("mia", FRIDAY, proposal, WHY, Optional.empty()),
          Refusal.ALREADY_PROPOSED);
    }

    @Test
    void isForWhoProposedOrOwnsTheGoalWithoutAShareInIt() {
      refuses(agreed, new Revised("ana", FRIDAY, shares(1, 59_999), WHY), Refusal.NOT_IN_CHARGE);
      SalesGoal owned = SmartCase.goal(business).owner("bo").build();
      Agreement toAna = Agreement.propose("mia", MONDAY, Proposal.toOne(owned, "ana"), WHY);
      assertThat(toAna.with(new Withdrawn("bo", TUESDAY, WHY)).state()).isEqualTo(State.WITHDRAWN);
      Agreement toBo = Agreement.propose("mia", MONDAY, Proposal.toOne(owned, "bo"), WHY);
      refuses(toBo, new Withdrawn("bo", TUESDAY, WHY), Refusal.NOT_IN_CHARGE);
    }

    @Test
    void cannotFollowAWithdrawal() {
      Agreement withdrawn = agreed.with(new Withdrawn("mia", FRIDAY, WHY));
      assertThat(withdrawn.allowedTo("mia")).isEmpty();
      assertThat(withdrawn.agreedAt()).isEmpty();
      refuses(withdrawn, new Revised("mia", FRIDAY, shares(1, 59_999), WHY), Refusal.WITHDRAWN);
    }
  }

  @Nested
  class TheDeadline {
    private final Instant after = FRIDAY.plusNanos(1);

    @Test
    void passesForThoseWhoHaveNotMadeUpTheirMind() {
      Agreement some =
          proposed.with(new Questioned("ana", TUESDAY, WHY)).with(new Declined("bo", TUESDAY, WHY));
      assertThat(some.overdue(FRIDAY)).isEmpty();
      assertThat(some.overdue(after)).extracting(Standing::member).containsExactly("ana");
    }

    @Test
    void endsNothing() {
      Agreement late = proposed.with(accepts("bo", after.plusSeconds(9), 24_000));
      assertThat(standing(late, "bo").answer()).isEqualTo(Answer.ACCEPTED);
      assertThat(late.overdue(after)).as("as it stood then").hasSize(2);
      assertThat(late.overdue(after.plusSeconds(9))).hasSize(1);
    }

    @Test
    void canBeMoved() {
      Agreement moved = proposed.with(new DeadlineMoved("mia", TUESDAY, after, WHY));
      assertThat(moved.answerBy()).hasValue(after);
      assertThat(moved.overdue(after)).isEmpty();
      assertThat(moved.asOf(MONDAY)).hasValue(proposed);
    }

    @Test
    void concernsNobodyOnceWithdrawn() {
      assertThat(proposed.with(new Withdrawn("mia", TUESDAY, WHY)).overdue(after)).isEmpty();
    }
  }

  @Nested
  class InTime {
    @Test
    void isAsItStoodThen() {
      Agreement later = proposed.with(accepts("ana", FRIDAY, 36_000));
      assertThat(later.asOf(MONDAY.minusNanos(1))).isEmpty();
      assertThat(later.asOf(FRIDAY.minusNanos(1))).hasValue(proposed);
      assertThat(later.asOf(FRIDAY)).hasValue(later);
      assertThat(Agreement.of(later.steps())).isEqualTo(later).hasSameHashCodeAs(later);
    }
  }

  @Nested
  class InWords {
    private String both(Agreement agreement) {
      return agreement.summary(Locale.ENGLISH, organization)
          + "\n"
          + agreement.summary(Locale.CHINESE, organization);
    }

    @Test
    void saysWhoSaidWhat() {
      assertThat(both(proposed))
          .isEqualTo(
              "Not agreed yet: 0 of 2 accepted. No answer yet from Ana Silva, Bo Chen.\n"
                  + "尚未达成一致：2 人中 0 人已接受。尚未答复：Ana Silva、Bo Chen。");
      Agreement talked =
          proposed
              .with(new Questioned("ana", TUESDAY, Text.of("With renewals?", "含续约吗？")))
              .with(
                  new Declined(
                      "bo", TUESDAY, Text.of("Too few leads", "线索太少"), OptionalLong.of(2_000_000)));
      assertThat(both(talked))
          .isEqualTo(
              "Not agreed yet: 0 of 2 accepted. Ana Silva asks before answering: “With"
                  + " renewals?”. Bo Chen declined EUR 24,000 and would take EUR 20,000: “Too few"
                  + " leads”.\n"
                  + "尚未达成一致：2 人中 0 人已接受。Ana Silva 在答复前提问：“含续约吗？”。"
                  + "Bo Chen 未接受 EUR 24,000，愿意承担 EUR 20,000：“线索太少”。");
    }

    @Test
    void saysThatItIsAgreedOrWithdrawn() {
      Agreement agreed =
          proposed.with(accepts("bo", TUESDAY, 24_000)).with(accepts("ana", TUESDAY, 36_000));
      assertThat(both(agreed)).isEqualTo("Accepted by Ana Silva, Bo Chen.\nAna Silva、Bo Chen 已接受。");
      assertThat(both(agreed.with(new Withdrawn("mia", FRIDAY, Text.of("New market", "新市场")))))
          .isEqualTo("Withdrawn: “New market”.\n已撤回：“新市场”。");
    }

    @Test
    void countsWhereThereAreMany() {
      Map<String, Long> shares = new TreeMap<>();
      for (int member = 0; member < 10; member++) {
        shares.put("p" + member, 600_000L);
      }
      Agreement many = Agreement.propose("mia", MONDAY, Proposal.of(goal, shares), WHY);
      assertThat(both(many))
          .isEqualTo(
              "Not agreed yet: 0 of 10 accepted. No answer yet from p0, p1, p2, p3 and 6 more.\n"
                  + "尚未达成一致：10 人中 0 人已接受。尚未答复：p0、p1、p2、p3 及另外 6 人。");
    }

    @Test
    void hasTheSamePhrasesInBothLanguages() {
      assertThat(Bundles.keys(AgreementText.PHRASES, Locale.CHINESE))
          .isEqualTo(Bundles.keys(AgreementText.PHRASES, Locale.ENGLISH))
          .allSatisfy(
              key ->
                  assertThat(Bundles.placeholders(AgreementText.PHRASES, Locale.CHINESE, key))
                      .as(key)
                      .isEqualTo(Bundles.placeholders(AgreementText.PHRASES, Locale.ENGLISH, key)));
    }
  }
}
