package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
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
import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the members of a goal have agreed to it: everything that was said, and where each stands.
 *
 * <pre>{@code
 * Agreement agreement =
 *     Agreement.propose("mia", monday, Proposal.of(goal, shares), Text.of("Same split as in Q2"))
 *         .with(new Questioned("bo", tuesday, Text.of("Is the new product in it?")))
 *         .with(new Answered("mia", tuesday, "bo", Text.of("Yes")))
 *         .with(new Accepted("bo", friday, 40_000_00));
 * agreement.state();            // WAITING for the others
 * agreement.asOf(monday);       // as it stood then
 * }</pre>
 *
 * <p>Immutable and nothing but its steps: two agreements of the same steps are equal. A member may
 * question, counter, accept and decline for themselves until they accept; who declined may still
 * change their mind. Who proposed, and the goal's owner unless asked for a share themselves,
 * answers questions, revises, moves the deadline and withdraws. A deadline ends nothing: an answer
 * after it counts, and {@link #overdue} tells who is late at an instant.
 */
public final class Agreement {

  /** How far it has come. */
  public enum State {
    /** Somebody has neither accepted nor declined, and nobody has declined. */
    WAITING,
    /** Everybody has accepted. */
    ACCEPTED,
    /** Somebody has declined. */
    DECLINED,
    /** The proposal was taken back. */
    WITHDRAWN
  }

  private final ImmutableList<AgreementStep> steps;
  private final Proposal proposal;
  private final Optional<Instant> answerBy;
  private final ImmutableSortedMap<String, Standing> members;
  private final State state;
  private final Optional<Instant> agreedAt;

  private Agreement(
      ImmutableList<AgreementStep> steps,
      Proposal proposal,
      Optional<Instant> answerBy,
      Map<String, Standing> members,
      Optional<Instant> agreedBefore) {
    this.steps = steps;
    this.proposal = proposal;
    this.answerBy = answerBy;
    this.members = ImmutableSortedMap.copyOf(members);
    this.state = stateOf(lastOf(steps), this.members);
    this.agreedAt =
        state == State.ACCEPTED
            ? Optional.of(agreedBefore.orElse(lastOf(steps).at()))
            : Optional.empty();
  }

  private static AgreementStep lastOf(ImmutableList<AgreementStep> steps) {
    return steps.get(steps.size() - 1);
  }

  private static State stateOf(AgreementStep last, Map<String, Standing> members) {
    if (last instanceof Withdrawn) {
      return State.WITHDRAWN;
    } else if (members.values().stream().allMatch(own -> own.answer() == Answer.ACCEPTED)) {
      return State.ACCEPTED;
    }
    return members.values().stream().anyMatch(own -> own.answer() == Answer.DECLINED)
        ? State.DECLINED
        : State.WAITING;
  }

  /**
   * Begins an agreement without a deadline.
   *
   * @param by the id of the person who proposes
   * @param at when
   * @param proposal the goal and the shares
   * @param reason why these
   * @return the agreement, in which nobody has answered
   * @throws IllegalArgumentException if {@code by} or {@code reason} is blank
   */
  public static Agreement propose(String by, Instant at, Proposal proposal, Text reason) {
    return propose(new Proposed(by, at, proposal, reason, Optional.empty()));
  }

  /**
   * Begins an agreement.
   *
   * @param first who proposes what to whom, and until when they are asked to answer
   * @return the agreement, in which nobody has answered
   */
  public static Agreement propose(Proposed first) {
    Map<String, Standing> members = new TreeMap<>();
    first
        .proposal()
        .shares()
        .forEach(
            (member, share) ->
                members.put(
                    member, Standing.asked(member, share, first.at(), OptionalLong.empty())));
    return new Agreement(
        ImmutableList.of(first), first.proposal(), first.answerBy(), members, Optional.empty());
  }

  /**
   * Returns the agreement that steps lead to.
   *
   * @param steps the steps in their order; the first is a proposal
   * @return the agreement
   * @throws IllegalArgumentException if the first step is missing or no proposal
   * @throws IllegalStepException if one of the others is not allowed at its place
   */
  public static Agreement of(Iterable<? extends AgreementStep> steps) {
    AgreementStep first = Iterables.getFirst(steps, null);
    checkArgument(
        first instanceof Proposed, "an agreement begins with %s; it must be a proposal", first);
    Agreement agreement = propose((Proposed) first);
    for (AgreementStep step : Iterables.skip(steps, 1)) {
      agreement = agreement.with(step);
    }
    return agreement;
  }

  /**
   * Returns this agreement after one more step.
   *
   * @param step who says what, not before the last step
   * @return the agreement
   * @throws IllegalStepException if the step is not allowed now; tells why by name, and what would
   *     be allowed
   */
  public Agreement with(AgreementStep step) {
    StepLaw.check(this, step);
    if (step instanceof Revised revised) {
      return revised(revised);
    }
    Map<String, Standing> after = new TreeMap<>(members);
    after.computeIfPresent(
        step instanceof Answered answered ? answered.member() : step.by(),
        (id, standing) -> answered(standing, step));
    return next(
        step,
        proposal,
        step instanceof DeadlineMoved moved ? Optional.of(moved.answerBy()) : answerBy,
        after);
  }

  private static Standing answered(Standing before, AgreementStep step) {
    if (step instanceof Questioned) {
      return before.saying(Answer.QUESTIONED, step, OptionalLong.empty());
    } else if (step instanceof Answered) {
      return before.saying(Answer.PENDING, step, OptionalLong.empty());
    } else if (step instanceof Countered countered) {
      return before.saying(Answer.COUNTERED, step, OptionalLong.of(countered.counter()));
    } else if (step instanceof Accepted) {
      return before.saying(Answer.ACCEPTED, step, OptionalLong.empty());
    }
    return step instanceof Declined declined
        ? before.saying(Answer.DECLINED, step, declined.counter())
        : before;
  }

  private Agreement revised(Revised step) {
    boolean sameTerms = Proposal.sameTerms(goal(), step.proposal().goal());
    Map<String, Standing> after = new TreeMap<>();
    step.proposal()
        .shares()
        .forEach(
            (member, share) -> {
              @Nullable Standing before = members.get(member);
              if (before != null && sameTerms && before.share() == share) {
                after.put(member, before);
              } else {
                after.put(member, Standing.asked(member, share, step.at(), voidedOf(before)));
              }
            });
    return next(step, step.proposal(), answerBy, after);
  }

  private static OptionalLong voidedOf(@Nullable Standing before) {
    if (before == null) {
      return OptionalLong.empty();
    }
    return before.answer() == Answer.ACCEPTED ? OptionalLong.of(before.share()) : before.voided();
  }

  private Agreement next(
      AgreementStep step, Proposal now, Optional<Instant> deadline, Map<String, Standing> after) {
    return new Agreement(
        ImmutableList.<AgreementStep>builderWithExpectedSize(steps.size() + 1)
            .addAll(steps)
            .add(step)
            .build(),
        now,
        deadline,
        after,
        agreedAt);
  }

  /**
   * Returns this agreement as it stood at an instant.
   *
   * @param instant the instant; steps at it count
   * @return the agreement of the steps up to then; empty if it was not proposed yet
   */
  public Optional<Agreement> asOf(Instant instant) {
    if (!last().at().isAfter(instant)) {
      return Optional.of(this);
    }
    ImmutableList<AgreementStep> known =
        steps.stream()
            .filter(step -> !step.at().isAfter(instant))
            .collect(ImmutableList.toImmutableList());
    return known.isEmpty() ? Optional.empty() : Optional.of(of(known));
  }

  /**
   * Returns whether this agreement went on from another.
   *
   * @param earlier the other agreement
   * @return whether its steps are the first steps of this one; also where both are equal
   */
  public boolean continues(Agreement earlier) {
    int known = earlier.steps.size();
    return known <= steps.size() && steps.subList(0, known).equals(earlier.steps);
  }

  /**
   * Returns everything that was said.
   *
   * @return the steps in their order, the proposal first
   */
  public ImmutableList<AgreementStep> steps() {
    return steps;
  }

  /**
   * Returns what is proposed now.
   *
   * @return the proposal, as revised last
   */
  public Proposal proposal() {
    return proposal;
  }

  /**
   * Returns the goal as it is proposed now.
   *
   * @return the goal
   */
  public SalesGoal goal() {
    return proposal.goal();
  }

  /**
   * Returns who proposed the goal.
   *
   * @return the id of the person
   */
  public String proposer() {
    return steps.get(0).by();
  }

  /**
   * Returns until when everybody is asked to accept or decline.
   *
   * @return the deadline; empty without one
   */
  public Optional<Instant> answerBy() {
    return answerBy;
  }

  /**
   * Returns where each member stands.
   *
   * @return the members in the order of ids
   */
  public ImmutableList<Standing> members() {
    return members.values().asList();
  }

  /**
   * Returns where a member stands.
   *
   * @param person the id of a person
   * @return the standing; empty for somebody who is not asked
   */
  public Optional<Standing> member(String person) {
    return Optional.ofNullable(members.get(person));
  }

  /**
   * Returns how far the agreement has come.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * Returns how many members have accepted.
   *
   * @return members who accepted over all members
   */
  public Ratio accepted() {
    return Ratio.of(
        members.values().stream().filter(own -> own.answer() == Answer.ACCEPTED).count(),
        members.size());
  }

  /**
   * Returns when the goal was agreed.
   *
   * @return when the last member accepted, or a revision left only members who had; empty unless
   *     everybody has accepted
   */
  public Optional<Instant> agreedAt() {
    return agreedAt;
  }

  /**
   * Returns who had not made up their mind by the deadline.
   *
   * @param asOf the instant at which it is asked; only steps up to it count
   * @return members who had neither accepted nor declined, in the order of ids; none before the
   *     deadline has passed, without one, or once the proposal was withdrawn
   */
  public ImmutableList<Standing> overdue(Instant asOf) {
    return asOf(asOf)
        .filter(then -> then.state != State.WITHDRAWN)
        .filter(then -> then.answerBy.map(asOf::isAfter).orElse(false))
        .map(
            then ->
                then.members().stream()
                    .filter(own -> !own.isFinal())
                    .collect(ImmutableList.toImmutableList()))
        .orElse(ImmutableList.of());
  }

  /**
   * Returns what somebody may do next.
   *
   * @param person the id of the person
   * @return the kinds of step they may take, in the order of {@link Kind}; empty for somebody who
   *     is neither asked nor in charge, and for everybody once the proposal was withdrawn
   */
  public ImmutableSet<Kind> allowedTo(String person) {
    return Sets.immutableEnumSet(StepLaw.allowed(this, person));
  }

  /**
   * Says where the agreement stands: who accepted, who declined or asks for another number, and who
   * has not answered.
   *
   * @param locale Chinese, or English for every other language
   * @param organization knows what people are called; an id it does not know stands for itself
   * @return one or a few sentences
   */
  public String summary(Locale locale, Organization organization) {
    return new AgreementText(locale, organization).summary(this, members());
  }

  /** The last step. */
  AgreementStep last() {
    return lastOf(steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Agreement agreement && steps.equals(agreement.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return "agreement on goal %s: %s, %s accepted".formatted(goal().id(), state, accepted());
  }
}
