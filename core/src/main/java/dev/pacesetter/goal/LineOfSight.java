package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member's share is of the goals above it, and how it is made up: "your 4.2 % of the team's
 * goal".
 *
 * <pre>{@code
 * LineOfSight sight = LineOfSight.of(agreement, "ana", goals).madeUpOf(byProduct);
 * sight.goals().get(0).share();       // 42000/1000000, of the goal that is agreed
 * sight.explain(Locale.ENGLISH);
 * }</pre>
 *
 * @param member the id of the person
 * @param share what they are asked for, in the unit of the target
 * @param goals the goals the share is part of, from the nearest to the highest
 * @param parts what the share is made up of, by what people call each part, in the order in which
 *     they are said; empty where nothing is known of it, otherwise exactly {@code share} together
 */
public record LineOfSight(
    String member, long share, ImmutableList<Level> goals, ImmutableMap<String, Long> parts) {

  /**
   * One goal the share is part of.
   *
   * @param goal the goal
   * @param step what the level below is of this one: the member's share of the nearest goal, then
   *     each goal's target of the target above it
   * @param share what the member's share is of this goal
   */
  public record Level(SalesGoal goal, Ratio step, Ratio share) {}

  /**
   * Checks that the parts add up.
   *
   * @throws IllegalArgumentException if there is no goal, or there are parts that do not add up to
   *     the share
   */
  public LineOfSight {
    checkArgument(!goals.isEmpty(), "the share of %s is part of no goal; at least one", member);
    long sum = parts.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    checkArgument(
        parts.isEmpty() || sum == share,
        "the parts of the share of %s are %s and add up to %s; they must add up to %s",
        member,
        parts,
        sum,
        share);
  }

  /**
   * Looks up from a member's share.
   *
   * @param agreement the agreement in which the member is asked
   * @param member the id of the person
   * @param goals the goals above, among any others; the line ends below a goal that is not among
   *     them, or that asks for something else than the one below it
   * @return the line of sight
   * @throws IllegalArgumentException if the person is not asked, two goals have the same id, or a
   *     goal is above itself
   */
  public static LineOfSight of(Agreement agreement, String member, Iterable<SalesGoal> goals) {
    Optional<Standing> standing = agreement.member(member);
    checkArgument(
        standing.isPresent(),
        "%s is no member of the agreement on goal %s; members are %s",
        member,
        agreement.goal().id(),
        agreement.proposal().shares().keySet());
    Map<String, SalesGoal> known = new HashMap<>();
    for (SalesGoal goal : goals) {
      @Nullable SalesGoal before = known.put(goal.id(), goal);
      checkArgument(
          before == null || before.equals(goal),
          "goal id '%s' stands for both %s and %s",
          goal.id(),
          before,
          goal);
    }
    return up(member, standing.get().share(), agreement.goal(), known);
  }

  private static LineOfSight up(
      String member, long share, SalesGoal nearest, Map<String, SalesGoal> known) {
    List<Level> levels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long below = share;
    for (@Nullable SalesGoal goal = nearest; goal != null; ) {
      checkArgument(seen.add(goal.id()), "goal %s is above itself, through %s", goal.id(), seen);
      long target = goal.target().amount();
      levels.add(new Level(goal, Ratio.of(below, target), Ratio.of(share, target)));
      below = target;
      @Nullable SalesGoal above = goal.contributesTo().map(known::get).orElse(null);
      goal = above != null && Proposal.sameNumbers(goal, above) ? above : null;
    }
    return new LineOfSight(member, share, ImmutableList.copyOf(levels), ImmutableMap.of());
  }

  /**
   * Returns this line of sight with what the share is made up of.
   *
   * @param parts amounts in the unit of the target, by what people call each part, such as the name
   *     of a product
   * @return the line of sight
   * @throws IllegalArgumentException if the parts do not add up to the share
   */
  public LineOfSight madeUpOf(Map<String, Long> parts) {
    return new LineOfSight(member, share, goals, ImmutableMap.copyOf(parts));
  }

  /**
   * Says to the member what their share is, of which goals, and how it is made up.
   *
   * @param locale Chinese, or English for every other language
   * @return a few sentences
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named(AgreementText.PHRASES, locale);
    Level nearest = goals.get(0);
    List<String> sentences = new ArrayList<>();
    sentences.add(say(phrases, "sight.nearest", nearest, nearest));
    for (int level = 1; level < goals.size(); level++) {
      sentences.add(say(phrases, "sight.above", goals.get(level), goals.get(level - 1)));
    }
    if (goals.size() > 1) {
      Level highest = goals.get(goals.size() - 1);
      sentences.add(say(phrases, "sight.whole", highest, highest));
    }
    if (!parts.isEmpty()) {
      List<String> said = new ArrayList<>();
      parts.forEach(
          (part, amount) ->
              said.add(
                  phrases.fill(
                      "sight.part", Map.of("part", part, "amount", amount(nearest, amount)))));
      sentences.add(
          phrases.fill("sight.parts", Map.of("parts", String.join(phrases.say("list"), said))));
    }
    return String.join(phrases.say("sentences"), sentences);
  }

  private String say(Phrases phrases, String key, Level level, Level below) {
    return phrases.fill(
        key,
        Map.of(
            "amount", amount(level, share),
            "goal", level.goal().title().in(phrases.language()),
            "target", amount(level, level.goal().target().amount()),
            "below", below.goal().title().in(phrases.language()),
            "step", percent(phrases, level.step()),
            "share", percent(phrases, level.share())));
  }

  private static String amount(Level level, long amount) {
    return Proposal.amount(level.goal(), amount);
  }

  /** A share in percent; a small one is not made to look like none. */
  private static String percent(Phrases phrases, Ratio share) {
    double value = share.value().orElseThrow();
    return value > 0 && value < 0.000_5 ? phrases.say("sight.tiny") : Numbers.percent(value);
  }
}
