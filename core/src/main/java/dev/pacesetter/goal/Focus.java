package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.util.List;

/**
 * R5: the owner has few goals at a time.
 *
 * <p>Counted are the owner's goals whose periods overlap that of this one. A goal that contributes
 * to another of them, as a month to its quarter, is a part of it and not one more.
 */
final class Focus extends SmartRule {
  Focus() {
    super("smart.R5", List.of("few", "many", "nobody"), new Parameter("goals", 5, 1, 20));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.owner().isEmpty()) {
      return undecided(facts, "nobody", count("owners", 0));
    }
    ImmutableList<SalesGoal> active =
        facts.goals().stream()
            .filter(other -> other.owner().equals(goal.owner()))
            .filter(other -> overlap(other.period(), goal.period()))
            .collect(ImmutableList.toImmutableList());
    long separate = active.stream().filter(other -> !isPart(other, active)).count();
    Evidence evidence =
        counted("goals", separate).period(goal.period()).limit(settings.get("goals")).build();
    return separate > settings.get("goals")
        ? warn(facts, "many", evidence)
        : pass(facts, "few", evidence);
  }

  private static boolean overlap(Period one, Period other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }

  private static boolean isPart(SalesGoal goal, ImmutableList<SalesGoal> active) {
    return goal.contributesTo()
        .map(parent -> active.stream().anyMatch(other -> other.id().equals(parent)))
        .orElse(false);
  }
}
