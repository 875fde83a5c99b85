package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.util.List;
import java.util.Optional;

/**
 * R5: the owner has few goals at a time.
 *
 * <p>Counted are the owner's goals whose periods overlap that of this one. A goal that contributes
 * to another of them, as a month to its quarter, is a part of it and not one more. Where goals have
 * weights, those of the separate ones add up to all, and none is so light that it will be
 * forgotten.
 */
final class Focus extends SmartRule {
  private static final double ALL = 10_000;

  Focus() {
    super(
        "smart.R5",
        List.of("few", "many", "nobody", "weights", "light"),
        new Parameter("goals", 5, 1, 20),
        new Parameter("lightest", 0.05, 0, 0.5));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.owner().isEmpty()) {
      return undecided(facts, "nobody", count("owners", 0));
    }
    ImmutableList<SalesGoal> active =
        facts.goalsOfOwner().stream()
            .filter(other -> overlap(other.period(), goal.period()))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<SalesGoal> separate =
        active.stream()
            .filter(other -> !isPart(other, active))
            .collect(ImmutableList.toImmutableList());
    Evidence evidence =
        counted("goals", separate.size())
            .period(goal.period())
            .limit(settings.get("goals"))
            .build();
    Optional<Finding> weights = weights(facts, separate, evidence, settings);
    if (weights.isPresent()) {
      return weights.get();
    }
    return separate.size() > settings.get("goals")
        ? warn(facts, "many", evidence)
        : pass(facts, "few", evidence);
  }

  /** What is wrong with the weights; nothing where no goal has one. */
  private Optional<Finding> weights(
      SmartFacts facts, ImmutableList<SalesGoal> separate, Evidence goals, Settings settings) {
    if (separate.stream().allMatch(other -> other.weight().isEmpty())) {
      return Optional.empty();
    }
    int sum = separate.stream().mapToInt(other -> other.weight().orElse(0)).sum();
    Evidence weights =
        number("weights", Measure.of(sum / ALL, Unit.RATIO, separate.size())).expected(1).build();
    if (sum != ALL) {
      return Optional.of(fail(facts, "weights", weights, goals));
    }
    double lightest =
        separate.stream().mapToInt(other -> other.weight().orElse(0)).min().orElseThrow() / ALL;
    return lightest < settings.get("lightest")
        ? Optional.of(
            warn(
                facts,
                "light",
                number("lightest", Measure.of(lightest, Unit.RATIO, separate.size()))
                    .limit(settings.get("lightest"))
                    .build(),
                goals))
        : Optional.empty();
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
