package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who are to reach a goal have accepted it.
 *
 * <p>That is what the members of the agreement on the goal said. A person's goal that is exactly
 * their share of the goal above it needs no agreement of its own: there it is what this person said
 * to the share.
 */
public final class Consent {

  /** How far it goes. */
  public enum State {
    /** Somebody has neither accepted nor declined, and nobody has declined. */
    WAITING,
    /** Everybody has accepted. */
    ACCEPTED,
    /** Somebody has declined. */
    DECLINED,
    /** The proposal was taken back. */
    WITHDRAWN,
    /** What was proposed is another target, metric, scope or period than the goal has now. */
    OUTDATED
  }

  private final SalesGoal goal;
  private final Agreement agreement;
  private final ImmutableList<Standing> members;

  private Consent(SalesGoal goal, Agreement agreement, ImmutableList<Standing> members) {
    this.goal = goal;
    this.agreement = agreement;
    this.members = members;
  }

  /**
   * Finds the consent to a goal.
   *
   * @param goal the goal
   * @param agreements the agreements, at most one on each goal
   * @param asOf the instant at which it is asked; only steps up to it count
   * @return the consent; empty where nothing is recorded up to then
   * @throws IllegalArgumentException if two agreements are on the same goal
   */
  public static Optional<Consent> to(SalesGoal goal, Iterable<Agreement> agreements, Instant asOf) {
    return to(goal, Maps.uniqueIndex(agreements, agreement -> agreement.goal().id()), asOf);
  }

  /** As above, by the ids of their goals. */
  static Optional<Consent> to(SalesGoal goal, Map<String, Agreement> agreements, Instant asOf) {
    @Nullable Agreement own = agreements.get(goal.id());
    if (own != null) {
      return own.asOf(asOf).map(known -> new Consent(goal, known, known.members()));
    }
    return goal.contributesTo()
        .flatMap(above -> Optional.ofNullable(agreements.get(above)))
        .flatMap(above -> above.asOf(asOf))
        .filter(above -> isPart(goal, above.goal()))
        .flatMap(
            above ->
                goal.scope()
                    .person()
                    .flatMap(above::member)
                    .filter(member -> member.share() == goal.target().amount())
                    .map(member -> new Consent(goal, above, ImmutableList.of(member))));
  }

  /** Whether a goal is one person's part of another and asks for the same thing. */
  private static boolean isPart(SalesGoal goal, SalesGoal above) {
    return goal.scope().person().map(Scope::person).equals(Optional.of(goal.scope()))
        && Proposal.sameNumbers(goal, above)
        && goal.period().equals(above.period());
  }

  /**
   * Returns where the consent is recorded.
   *
   * @return the agreement on the goal, or on the one above it, as of the instant asked for
   */
  public Agreement agreement() {
    return agreement;
  }

  /**
   * Returns whose consent the goal needs.
   *
   * @return the members in the order of ids; one for a person's share of the goal above
   */
  public ImmutableList<Standing> members() {
    return members;
  }

  /**
   * Returns how far the consent goes.
   *
   * @return the state
   */
  public State state() {
    if (agreement.state() == Agreement.State.WITHDRAWN) {
      return State.WITHDRAWN;
    } else if (isOutdated()) {
      return State.OUTDATED;
    } else if (members.stream().allMatch(own -> own.answer() == Answer.ACCEPTED)) {
      return State.ACCEPTED;
    }
    return members.stream().anyMatch(own -> own.answer() == Answer.DECLINED)
        ? State.DECLINED
        : State.WAITING;
  }

  private boolean isOutdated() {
    return goal.id().equals(agreement.goal().id())
        && !(Proposal.sameTerms(goal, agreement.goal())
            && goal.target().equals(agreement.goal().target()));
  }

  /**
   * Returns how many members have accepted.
   *
   * @return members who accepted over all members
   */
  public Ratio accepted() {
    return Ratio.of(
        members.stream().filter(own -> own.answer() == Answer.ACCEPTED).count(), members.size());
  }

  /**
   * Returns when the goal was agreed.
   *
   * @return when the last of the members accepted; empty unless the goal is accepted
   */
  public Optional<Instant> agreedAt() {
    if (state() != State.ACCEPTED) {
      return Optional.empty();
    }
    return members.size() == agreement.members().size()
        ? agreement.agreedAt()
        : members.stream().map(Standing::since).max(Instant::compareTo);
  }

  /**
   * Says who has accepted, who declined or asks for another number, and who has not answered.
   *
   * @param locale Chinese, or English for every other language
   * @param organization knows what people are called; an id it does not know stands for itself
   * @return one or a few sentences
   */
  public String summary(Locale locale, Organization organization) {
    AgreementText text = new AgreementText(locale, organization);
    return state() == State.OUTDATED
        ? text.outdated(agreement, members, goal)
        : text.summary(agreement, members);
  }

  /** Whether the deadline has passed with somebody's answer missing. */
  boolean isOverdue(Instant asOf) {
    return agreement.overdue(asOf).stream().anyMatch(members::contains);
  }
}
