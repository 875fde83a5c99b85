package dev.pacesetter.goal;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Answered;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.AgreementStep.Kind;
import dev.pacesetter.goal.AgreementStep.Revised;
import dev.pacesetter.goal.IllegalStepException.Refusal;
import dev.pacesetter.goal.Standing.Answer;
import java.util.EnumSet;
import java.util.Optional;

/** What may follow in an agreement. */
final class StepLaw {
  private static final ImmutableSet<Kind> OF_MEMBERS =
      Sets.immutableEnumSet(Kind.QUESTION, Kind.COUNTER, Kind.ACCEPT, Kind.DECLINE);
  private static final ImmutableSet<Kind> OF_WHO_IS_IN_CHARGE =
      Sets.immutableEnumSet(Kind.REVISE, Kind.MOVE_DEADLINE, Kind.WITHDRAW);

  private StepLaw() {}

  /** Lets a step pass, or refuses it by name. */
  static void check(Agreement before, AgreementStep step) {
    if (before.state() == Agreement.State.WITHDRAWN) {
      throw refused(Refusal.WITHDRAWN, "", step, before);
    } else if (step.at().isBefore(before.last().at())) {
      throw refused(Refusal.BACK_IN_TIME, before.last().at().toString(), step, before);
    } else if (step.kind() == Kind.PROPOSE) {
      throw refused(Refusal.ALREADY_PROPOSED, "", step, before);
    } else if (OF_MEMBERS.contains(step.kind())) {
      checkMember(before, step);
    } else {
      checkInCharge(before, step);
    }
  }

  /** What kinds of step somebody may take next. */
  static EnumSet<Kind> allowed(Agreement agreement, String actor) {
    EnumSet<Kind> allowed = EnumSet.noneOf(Kind.class);
    if (agreement.state() == Agreement.State.WITHDRAWN) {
      return allowed;
    }
    Optional<Answer> answer = agreement.member(actor).map(Standing::answer);
    if (answer.isPresent() && answer.get() != Answer.ACCEPTED) {
      allowed.addAll(OF_MEMBERS);
      if (answer.get() == Answer.DECLINED) {
        allowed.remove(Kind.DECLINE);
      }
    }
    if (inCharge(agreement).contains(actor)) {
      allowed.addAll(OF_WHO_IS_IN_CHARGE);
      if (agreement.members().stream().anyMatch(own -> own.answer() == Answer.QUESTIONED)) {
        allowed.add(Kind.ANSWER);
      }
    }
    return allowed;
  }

  /**
   * Who is in charge: who proposed, and the goal's owner unless they are asked for a share
   * themselves, so that nobody sets their own.
   */
  static ImmutableSortedSet<String> inCharge(Agreement agreement) {
    ImmutableSortedSet.Builder<String> inCharge = ImmutableSortedSet.naturalOrder();
    inCharge.add(agreement.proposer());
    agreement
        .goal()
        .owner()
        .filter(owner -> agreement.member(owner).isEmpty())
        .ifPresent(inCharge::add);
    return inCharge.build();
  }

  private static void checkMember(Agreement before, AgreementStep step) {
    Optional<Standing> known = before.member(step.by());
    if (known.isEmpty()) {
      throw refused(Refusal.NOT_A_MEMBER, step.by(), step, before);
    }
    Standing member = known.get();
    if (member.answer() == Answer.ACCEPTED) {
      throw refused(Refusal.ALREADY_ACCEPTED, step.by(), step, before);
    } else if (member.answer() == Answer.DECLINED && step instanceof Declined) {
      throw refused(Refusal.ALREADY_DECLINED, step.by(), step, before);
    } else if (step instanceof Accepted accepted && accepted.share() != member.share()) {
      throw refused(Refusal.OTHER_SHARE, before.proposal().exact(member.share()), step, before);
    } else if (names(step, member.share())) {
      throw refused(Refusal.SAME_SHARE, "", step, before);
    }
  }

  private static boolean names(AgreementStep step, long share) {
    return (step instanceof Countered countered && countered.counter() == share)
        || (step instanceof Declined declined
            && declined.counter().isPresent()
            && declined.counter().getAsLong() == share);
  }

  private static void checkInCharge(Agreement before, AgreementStep step) {
    if (!inCharge(before).contains(step.by())) {
      throw refused(Refusal.NOT_IN_CHARGE, String.join(" or ", inCharge(before)), step, before);
    } else if (step instanceof Answered answered && !hasQuestion(before, answered.member())) {
      throw refused(Refusal.NO_QUESTION, answered.member(), step, before);
    } else if (step instanceof Revised revised) {
      String goal = revised.proposal().goal().id();
      if (!goal.equals(before.goal().id())) {
        throw refused(Refusal.OTHER_GOAL, goal, step, before);
      } else if (revised.proposal().equals(before.proposal())) {
        throw refused(Refusal.NOTHING_REVISED, "", step, before);
      }
    }
  }

  private static boolean hasQuestion(Agreement agreement, String member) {
    return agreement.member(member).map(Standing::answer).equals(Optional.of(Answer.QUESTIONED));
  }

  private static IllegalStepException refused(
      Refusal refusal, String detail, AgreementStep step, Agreement before) {
    return new IllegalStepException(refusal, detail, step, before);
  }
}
