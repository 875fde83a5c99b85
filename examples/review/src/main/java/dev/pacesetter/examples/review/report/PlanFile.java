package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.division.Part;
import dev.pacesetter.examples.review.tasks.PlanCalendar;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.plan.task.PlanMilestones;
import dev.pacesetter.plan.task.TaskSchedule;
import java.util.Locale;
import java.util.stream.Stream;

/** Tasks as a calendar, with the milestones of the goal that is planned and of those they serve. */
final class PlanFile {
  private PlanFile() {}

  static String of(ReviewResult result, TaskSchedule schedule, Locale language) {
    ImmutableSet<String> goals =
        Stream.concat(
                result.plan().stream().map(plan -> plan.goalId()),
                schedule.tasks().stream().flatMap(task -> task.task().goal().stream()))
            .collect(ImmutableSet.toImmutableSet());
    return PlanCalendar.of(
        result.imported().source(),
        result.review().asOf(),
        result.organization(),
        language,
        schedule,
        result.assessments().stream()
            .map(SmartAssessment::goal)
            .filter(goal -> goals.contains(goal.id()))
            .map(goal -> planned(goal, result))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The goal with the milestones of its plan, where it has one. */
  private static SalesGoal planned(SalesGoal goal, ReviewResult result) {
    return result
        .plan()
        .filter(plan -> plan.goalId().equals(goal.id()))
        .map(
            plan ->
                SalesGoal.builder()
                    .from(goal)
                    .milestones(PlanMilestones.monthly(plan, Part.all()))
                    .build())
        .orElse(goal);
  }
}
