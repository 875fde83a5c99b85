package dev.pacesetter.goal;

import dev.pacesetter.goal.Agreement.State;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Answered;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.DeadlineMoved;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.AgreementStep.Proposed;
import dev.pacesetter.goal.AgreementStep.Questioned;
import dev.pacesetter.goal.AgreementStep.Revised;
import dev.pacesetter.goal.AgreementStep.Withdrawn;
import dev.pacesetter.goal.IllegalStepException.Refusal;
import dev.pacesetter.goal.Standing.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an agreement must be, the slow way: a list of what was said, in which every question is
 * answered by reading backwards.
 */
final class SpokenAgreement {
  private final List<AgreementStep> said = new ArrayList<>();

  SpokenAgreement(Proposed first) {
    said.add(first);
  }

  void say(AgreementStep step) {
    said.add(step);
  }

  List<AgreementStep> said() {
    return said;
  }

  private Proposal proposalBefore(int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (said.get(i) instanceof Revised revised) {
        return revised.proposal();
      } else if (said.get(i) instanceof Proposed proposed) {
        return proposed.proposal();
      }
    }
    throw new IllegalStateException("nothing was proposed");
  }

  Proposal proposal() {
    return proposalBefore(said.size());
  }

  Instant answerBy() {
    for (int i = said.size() - 1; i > 0; i--) {
      if (said.get(i) instanceof DeadlineMoved moved) {
        return moved.answerBy();
      }
    }
    return ((Proposed) said.get(0)).answerBy().orElse(Instant.MAX);
  }

  private boolean asksAgain(int at, String member) {
    if (said.get(at) instanceof Proposed) {
      return true;
    } else if (said.get(at) instanceof Revised revised) {
      SalesGoal now = revised.proposal().goal();
      SalesGoal then = proposalBefore(at).goal();
      return !Objects.equals(
              revised.proposal().shares().get(member), proposalBefore(at).shares().get(member))
          || !now.period().equals(then.period());
    }
    return false;
  }

  Answer answer(String member) {
    return answerBefore(said.size(), member);
  }

  /** The share a member had accepted before they were asked again, below 0 where there is none. */
  long voided(String member) {
    for (int i = said.size() - 1; i > 0; i--) {
      AgreementStep step = said.get(i);
      boolean settles = step instanceof Accepted || step instanceof Declined;
      if (settles && step.by().equals(member)) {
        return -1;
      } else if (asksAgain(i, member)) {
        Long before = proposalBefore(i).shares().get(member);
        if (before == null) {
          return -1;
        } else if (answerBefore(i, member) == Answer.ACCEPTED) {
          return before;
        }
      }
    }
    return -1;
  }

  private Answer answerBefore(int end, String member) {
    for (int i = end - 1; ; i--) {
      AgreementStep step = said.get(i);
      if (asksAgain(i, member)) {
        return Answer.PENDING;
      } else if (step instanceof Answered answered && answered.member().equals(member)) {
        return Answer.PENDING;
      } else if (step.by().equals(member)) {
        if (step instanceof Questioned) {
          return Answer.QUESTIONED;
        } else if (step instanceof Countered) {
          return Answer.COUNTERED;
        } else if (step instanceof Accepted) {
          return Answer.ACCEPTED;
        } else if (step instanceof Declined) {
          return Answer.DECLINED;
        }
      }
    }
  }

  Map<String, Answer> answers() {
    TreeMap<String, Answer> answers = new TreeMap<>();
    proposal().shares().keySet().forEach(member -> answers.put(member, answer(member)));
    return answers;
  }

  State state() {
    Set<Answer> answers = Set.copyOf(answers().values());
    if (said.stream().anyMatch(Withdrawn.class::isInstance)) {
      return State.WITHDRAWN;
    } else if (answers.contains(Answer.DECLINED)) {
      return State.DECLINED;
    }
    return answers.equals(Set.of(Answer.ACCEPTED)) ? State.ACCEPTED : State.WAITING;
  }

  /** Everything that is wrong with a step; none is left out because another is found first. */
  Optional<Refusal> refusal(AgreementStep step) {
    EnumSet<Refusal> wrong = EnumSet.noneOf(Refusal.class);
    if (state() == State.WITHDRAWN) {
      wrong.add(Refusal.WITHDRAWN);
    }
    if (said.stream().anyMatch(earlier -> earlier.at().isAfter(step.at()))) {
      wrong.add(Refusal.BACK_IN_TIME);
    }
    if (step instanceof Proposed) {
      wrong.add(Refusal.ALREADY_PROPOSED);
    } else if (isOfMembers(step)) {
      ofMember(step, wrong);
    } else {
      ofWhoIsInCharge(step, wrong);
    }
    return wrong.stream().findFirst();
  }

  private static boolean isOfMembers(AgreementStep step) {
    return step instanceof Questioned
        || step instanceof Countered
        || step instanceof Accepted
        || step instanceof Declined;
  }

  private void ofMember(AgreementStep step, Set<Refusal> wrong) {
    Long share = proposal().shares().get(step.by());
    if (share == null) {
      wrong.add(Refusal.NOT_A_MEMBER);
      return;
    }
    if (answer(step.by()) == Answer.ACCEPTED) {
      wrong.add(Refusal.ALREADY_ACCEPTED);
    }
    if (answer(step.by()) == Answer.DECLINED && step instanceof Declined) {
      wrong.add(Refusal.ALREADY_DECLINED);
    }
    if (step instanceof Accepted accepted && accepted.share() != share) {
      wrong.add(Refusal.OTHER_SHARE);
    }
    if (step instanceof Countered countered && countered.counter() == share) {
      wrong.add(Refusal.SAME_SHARE);
    }
    if (step instanceof Declined declined && declined.counter().orElse(-1) == share) {
      wrong.add(Refusal.SAME_SHARE);
    }
  }

  private void ofWhoIsInCharge(AgreementStep step, Set<Refusal> wrong) {
    boolean owns =
        proposal().goal().owner().equals(Optional.of(step.by()))
            && !proposal().shares().containsKey(step.by());
    if (!owns && !said.get(0).by().equals(step.by())) {
      wrong.add(Refusal.NOT_IN_CHARGE);
    }
    if (step instanceof Answered answered
        && answers().get(answered.member()) != Answer.QUESTIONED) {
      wrong.add(Refusal.NO_QUESTION);
    }
    if (step instanceof Revised revised) {
      if (!revised.proposal().goal().id().equals(proposal().goal().id())) {
        wrong.add(Refusal.OTHER_GOAL);
      }
      if (revised.proposal().equals(proposal())) {
        wrong.add(Refusal.NOTHING_REVISED);
      }
    }
  }
}
