package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import java.util.Map;

/**
 * A goal, and what each member is asked for.
 *
 * @param goal the goal
 * @param assigned what is given to members in all: the target, or more where it is over-assigned
 * @param shares what each member is asked for, by the person's id, in the unit of the target; each
 *     at least 0, and together exactly {@code assigned}
 */
public record Proposal(SalesGoal goal, long assigned, ImmutableSortedMap<String, Long> shares) {

  /**
   * Checks that the shares add up.
   *
   * @throws IllegalArgumentException if there is no member, a member's id is blank, a share is
   *     below 0, or the shares do not add up to {@code assigned}
   */
  public Proposal {
    checkArgument(
        !shares.isEmpty(),
        "goal %s is proposed to nobody; at least one member is asked",
        goal.id());
    long sum = 0;
    for (Map.Entry<String, Long> share : shares.entrySet()) {
      checkArgument(
          !share.getKey().isBlank() && share.getValue() >= 0,
          "the share of '%s' in goal %s is %s; it must be at least 0, of a person with an id",
          share.getKey(),
          goal.id(),
          share.getValue());
      sum = Math.addExact(sum, share.getValue());
    }
    checkArgument(
        sum == assigned,
        "the shares in goal %s add up to %s; they must add up to %s",
        goal.id(),
        sum,
        assigned);
  }

  /**
   * Returns a proposal whose shares add up to the target.
   *
   * @param goal the goal
   * @param shares what each member is asked for, by the person's id, in the unit of the target
   * @return the proposal
   * @throws IllegalArgumentException if the shares are not allowed, or do not add up to the target
   */
  public static Proposal of(SalesGoal goal, Map<String, Long> shares) {
    return new Proposal(goal, goal.target().amount(), ImmutableSortedMap.copyOf(shares));
  }

  /**
   * Returns the proposal of a whole goal to one person.
   *
   * @param goal the goal
   * @param person the id of the person who is asked for all of it
   * @return the proposal
   * @throws IllegalArgumentException if the id is blank
   */
  public static Proposal toOne(SalesGoal goal, String person) {
    return of(goal, Map.of(person, goal.target().amount()));
  }

  /** Whether two goals ask for the same thing, so that a share of one is a share of the other. */
  static boolean sameTerms(SalesGoal one, SalesGoal other) {
    return sameNumbers(one, other)
        && one.scope().equals(other.scope())
        && one.period().equals(other.period());
  }

  /** Whether the targets of two goals can be compared: metric, currency and direction agree. */
  static boolean sameNumbers(SalesGoal one, SalesGoal other) {
    return one.kpi().id().equals(other.kpi().id())
        && one.kpi().version() == other.kpi().version()
        && one.target().withAmount(1).equals(other.target().withAmount(1));
  }

  /** An amount of the goal as people read it. */
  static String amount(SalesGoal goal, long amount) {
    Target target = goal.target();
    return Numbers.value((double) amount, target.unit(), target.currency());
  }

  /** An amount for messages: always with its last digit. */
  String exact(long amount) {
    return goal.target().unit() == Unit.MONEY ? amount(goal, amount) : Long.toString(amount);
  }
}
