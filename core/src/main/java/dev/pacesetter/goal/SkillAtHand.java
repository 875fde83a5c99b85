package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pacesetter.journal.SalesEvent.TrainingCompleted;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A5: the owner can do what the goal needs, or learns it in time.
 *
 * <p>Trainings that the goal requires must be completed, or end before its first milestone; without
 * milestones, in the first third of the period. A goal that requires none is one for somebody who
 * has done the like before: in the scope, by the goal's metric. For somebody new to it, a goal on
 * learning comes before one on results.
 */
final class SkillAtHand extends ScopedRule {
  private static final int THIRDS = 3;

  SkillAtHand() {
    super(
        "smart.A5",
        List.of(
            "practised", "trained", "planned", "tooLate", "untrained", "new", "nobody", "unknown"),
        new Parameter("times", 3, 1, 100));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.owner().isEmpty()) {
      return undecided(facts, "nobody", count("owners", 0));
    }
    if (goal.requiredTrainings().isEmpty()) {
      return practice(facts, settings);
    }
    Set<String> open =
        Sets.difference(goal.requiredTrainings(), completed(facts, goal.owner().get()));
    ImmutableSet<String> unplanned =
        ImmutableSet.copyOf(Sets.difference(open, goal.plannedTrainings().keySet()));
    ImmutableList<String> late =
        open.stream()
            .filter(goal.plannedTrainings()::containsKey)
            .filter(
                training ->
                    !goal.plannedTrainings()
                        .getOrDefault(training, LocalDate.MAX)
                        .isBefore(deadline(goal)))
            .collect(ImmutableList.toImmutableList());
    String reason =
        open.isEmpty()
            ? "trained"
            : !unplanned.isEmpty() ? "untrained" : late.isEmpty() ? "planned" : "tooLate";
    Verdict verdict =
        switch (reason) {
          case "untrained" -> Verdict.FAIL;
          case "tooLate" -> Verdict.WARN;
          default -> Verdict.PASS;
        };
    return finding(facts, verdict, reason)
        .putWord("trainings", listed(named(goal, reason, unplanned, late)))
        .putWord("deadline", deadline(goal).toString())
        .addEvidence(counted("open", open.size()).limit(0).build())
        .addEvidence(count("required", goal.requiredTrainings().size()))
        .build();
  }

  private static Iterable<String> named(
      SalesGoal goal, String reason, Set<String> unplanned, List<String> late) {
    return switch (reason) {
      case "untrained" -> unplanned;
      case "tooLate" -> late;
      default -> goal.requiredTrainings();
    };
  }

  private static LocalDate deadline(SalesGoal goal) {
    return goal.milestones().isEmpty()
        ? goal.period().start().plusDays(goal.period().days() / THIRDS)
        : goal.milestones().get(0).day();
  }

  private static ImmutableSet<String> completed(SmartFacts facts, String owner) {
    return facts.facts().book().trainings().stream()
        .filter(training -> training.person().equals(owner))
        .map(TrainingCompleted::training)
        .collect(ImmutableSet.toImmutableSet());
  }

  private Finding practice(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    String owner = goal.owner().orElseThrow();
    boolean person = facts.facts().organization().person(owner).isPresent();
    if (!person && facts.facts().organization().team(owner).isEmpty()) {
      return undecided(facts, "unknown", count("owners", 0));
    }
    Scope own = with(goal.scope(), person ? Dimension.PERSON : Dimension.TEAM, owner);
    History history = facts.historyOfMetric();
    long times =
        history.isPeriodic()
            ? history.in(own).count()
            : goal.kpi().measure(facts.history(), own, facts.lastYear()).n();
    boolean practised = times >= settings.get("times");
    return passOrWarn(facts, practised, "practised", "new")
        .addEvidence(
            number("times", Measure.of((double) times, Unit.COUNT, times))
                .kpi(KpiVersion.of(goal.kpi()))
                .scope(own)
                .limit(settings.get("times"))
                .build())
        .build();
  }

  /** The scope, narrowed to the owner where it is not narrower already. */
  private static Scope with(Scope scope, Dimension dimension, String owner) {
    if (scope.person().isPresent() && dimension == Dimension.TEAM) {
      return scope;
    }
    Scope own = Scope.company();
    for (Map.Entry<Dimension, String> condition : scope.conditions().entrySet()) {
      if (condition.getKey() != dimension) {
        own = own.and(condition.getKey(), condition.getValue());
      }
    }
    return own.and(dimension, owner);
  }
}
