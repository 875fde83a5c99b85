package dev.pacesetter.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
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
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;

/** The agreement against {@link SpokenAgreement}, over random legal and illegal steps. */
class AgreementProperties {
  private static final Instant START = Instant.parse("2025-12-01T09:00:00Z");
  private static final Text WORDS = Text.of("because");
  private static final Business BUSINESS = Business.small();

  /** Mia proposes and Own owns the goal; the others are asked, and Cy only after some revisions. */
  private static final ImmutableList<String> PEOPLE =
      ImmutableList.of("mia", "own", "ana", "bo", "cy");

  private static final ImmutableList<Proposal> PROPOSALS = proposals();

  private static ImmutableList<Proposal> proposals() {
    SalesGoal goal = goal().build();
    SalesGoal later = goal().period(BUSINESS.period("FY2026-Q2")).build();
    SalesGoal other = goal().id("other").build();
    return ImmutableList.of(
        Proposal.of(goal, Map.of("ana", 4L, "bo", 2L)),
        Proposal.of(goal, Map.of("ana", 4L, "bo", 1L, "cy", 1L)),
        Proposal.of(goal, Map.of("ana", 2L, "bo", 2L, "own", 2L)),
        Proposal.of(later, Map.of("ana", 4L, "bo", 2L)),
        Proposal.of(other, Map.of("ana", 4L, "bo", 2L)));
  }

  private static SalesGoal.Builder goal() {
    return SmartCase.goal(BUSINESS).owner("own").kpi(Kpis.WON_COUNT).atLeast(6);
  }

  /** The agreement, and what it must be. */
  private static final class Both {
    private final SpokenAgreement expected;
    private Agreement agreement;

    Both() {
      Proposed first =
          new Proposed("mia", START, PROPOSALS.get(0), WORDS, Optional.of(START.plusSeconds(10)));
      expected = new SpokenAgreement(first);
      agreement = Agreement.propose(first);
    }

    void take(AgreementStep step) {
      Optional<Refusal> refusal = expected.refusal(step);
      boolean mayTry = agreement.allowedTo(step.by()).contains(step.kind());
      Statistics.label("step").collect(refusal.map(Enum::name).orElse("legal"));
      if (refusal.isPresent()) {
        Agreement before = agreement;
        IllegalStepException refused =
            catchThrowableOfType(IllegalStepException.class, () -> before.with(step));
        assertThat(refused).as("%s after %s", step, expected.said()).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal.get());
        assertThat(refused).hasMessageContaining(step.by()).hasMessageContaining("goal g");
        assertThat(before.steps()).isEqualTo(expected.said());
      } else {
        assertThat(mayTry).as("%s may take %s", step.by(), step.kind()).isTrue();
        agreement = agreement.with(step);
        expected.say(step);
      }
      compare();
    }

    /** Somebody may take a kind of step if there is a legal one of this kind. */
    private void compareAllowed() {
      for (String person : PEOPLE) {
        EnumSet<Kind> legal = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
          for (Proposal proposal : PROPOSALS) {
            for (String member : List.of("ana", "bo", "cy", "own")) {
              for (int number : new int[] {-1, 5}) {
                Draft draft = new Draft(kind, person, 0, number, proposal, member);
                if (expected.refusal(draft.step(this)).isEmpty()) {
                  legal.add(kind);
                }
              }
            }
          }
        }
        assertThat(agreement.allowedTo(person)).isEqualTo(legal);
      }
    }

    private void compare() {
      assertThat(agreement.steps()).isEqualTo(expected.said());
      assertThat(agreement.proposal()).isEqualTo(expected.proposal());
      assertThat(agreement.state()).isEqualTo(expected.state());
      TreeMap<String, Answer> answers = new TreeMap<>();
      agreement.members().forEach(own -> answers.put(own.member(), own.answer()));
      assertThat(answers).isEqualTo(expected.answers());
      agreement
          .members()
          .forEach(
              own -> {
                assertThat(own.share()).isEqualTo(expected.proposal().shares().get(own.member()));
                assertThat(own.voided().orElse(-1)).isEqualTo(expected.voided(own.member()));
              });
      assertThat(agreement.answerBy().orElseThrow()).isEqualTo(expected.answerBy());
      assertThat(agreement.agreedAt().isPresent())
          .isEqualTo(agreement.state() == Agreement.State.ACCEPTED);
    }
  }

  /**
   * A step before it is known when the last one was taken.
   *
   * @param seconds how long after the last step, below 0 for before it
   * @param number a share; -1 for the one that is proposed to the actor
   */
  private record Draft(
      Kind kind, String by, int seconds, int number, Proposal proposal, String member) {
    AgreementStep step(Both both) {
      List<AgreementStep> said = both.expected.said();
      Instant at = said.get(said.size() - 1).at().plusSeconds(seconds);
      long share = number >= 0 ? number : both.expected.proposal().shares().getOrDefault(by, 2L);
      return switch (kind) {
        case PROPOSE -> new Proposed(by, at, proposal, WORDS, Optional.empty());
        case QUESTION -> new Questioned(by, at, WORDS);
        case ANSWER -> new Answered(by, at, member, WORDS);
        case COUNTER -> new Countered(by, at, share, WORDS);
        case ACCEPT -> new Accepted(by, at, share);
        case DECLINE ->
            new Declined(by, at, WORDS, number > 2 ? OptionalLong.empty() : OptionalLong.of(share));
        case REVISE -> new Revised(by, at, proposal, WORDS);
        case MOVE_DEADLINE -> new DeadlineMoved(by, at, at.plusSeconds(2), WORDS);
        case WITHDRAW -> new Withdrawn(by, at, WORDS);
      };
    }
  }

  private static Arbitrary<Draft> drafts(
      Arbitrary<Kind> kinds, Arbitrary<String> people, int earliest) {
    return Combinators.combine(
            kinds,
            people,
            Arbitraries.integers().between(earliest, 3),
            Arbitraries.integers().between(-1, 4),
            Arbitraries.of(PROPOSALS),
            Arbitraries.of("ana", "bo", "cy"))
        .as(Draft::new);
  }

  private static Action.Independent<Both> taking(Arbitrary<Draft> drafts) {
    return () ->
        drafts.map(
            draft -> Transformer.mutate(draft.toString(), both -> both.take(draft.step(both))));
  }

  @Provide
  Arbitrary<ActionChain<Both>> conversations() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(1, Kind.PROPOSE),
            Tuple.of(4, Kind.QUESTION),
            Tuple.of(4, Kind.ANSWER),
            Tuple.of(4, Kind.COUNTER),
            Tuple.of(8, Kind.ACCEPT),
            Tuple.of(4, Kind.DECLINE),
            Tuple.of(4, Kind.REVISE),
            Tuple.of(2, Kind.MOVE_DEADLINE),
            Tuple.of(1, Kind.WITHDRAW));
    Arbitrary<Kind> ofMembers =
        Arbitraries.of(Kind.QUESTION, Kind.COUNTER, Kind.ACCEPT, Kind.ACCEPT, Kind.DECLINE);
    Arbitrary<Kind> ofTheProposer = Arbitraries.of(Kind.ANSWER, Kind.REVISE, Kind.MOVE_DEADLINE);
    return ActionChain.startWith(Both::new)
        .withAction(2, taking(drafts(kinds, Arbitraries.of(PEOPLE), -2)))
        .withAction(4, taking(drafts(ofMembers, Arbitraries.of("ana", "bo", "cy"), 0)))
        .withAction(2, taking(drafts(ofTheProposer, Arbitraries.just("mia"), 0)))
        .withMaxTransformations(25);
  }

  @Property(tries = 500)
  void allowsWhatIsLegalAndRefusesTheRestByName(
      @ForAll("conversations") ActionChain<Both> conversation) {
    Both end = conversation.run();

    Statistics.label("end").collect(end.agreement.state());
    Statistics.label("end")
        .coverage(
            coverage -> {
              for (Agreement.State state : Agreement.State.values()) {
                coverage.check(state).percentage(share -> share > 1);
              }
            });
    Statistics.label("step")
        .coverage(
            coverage -> {
              coverage.check("legal").percentage(share -> share > 20);
              for (Refusal refusal : Refusal.values()) {
                coverage.check(refusal.name()).count(count -> count > 0);
              }
            });
  }

  @Property(tries = 50)
  void knowsWhatEverybodyMayDoNext(@ForAll("conversations") ActionChain<Both> conversation) {
    conversation.withInvariant(Both::compareAllowed).run();
  }

  @Property(tries = 200)
  void isReplayedToTheSameStateAsOfEveryInstant(
      @ForAll("conversations") ActionChain<Both> conversation) {
    Agreement end = conversation.run().agreement;

    Agreement replayed = Agreement.of(end.steps());
    assertThat(replayed).isEqualTo(end);
    assertThat(replayed.members()).isEqualTo(end.members());
    assertThat(replayed.state()).isEqualTo(end.state());
    assertThat(replayed.agreedAt()).isEqualTo(end.agreedAt());
    for (AgreementStep step : end.steps()) {
      Agreement then = end.asOf(step.at()).orElseThrow();
      List<AgreementStep> known =
          end.steps().stream().filter(other -> !other.at().isAfter(step.at())).toList();
      assertThat(then.steps()).isEqualTo(known);
      assertThat(end.continues(then)).isTrue();
      assertThat(then.continues(end)).isEqualTo(then.equals(end));
      assertThat(then.overdue(step.at())).isEqualTo(end.overdue(step.at()));
    }
    assertThat(end.asOf(START.minusNanos(1))).isEmpty();
  }
}
