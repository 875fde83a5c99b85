package dev.pacesetter.examples.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.LoopRules;
import dev.pacesetter.examples.review.goals.GoalFile;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.examples.review.tasks.TaskFile;
import dev.pacesetter.kpi.KpiCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param mapping what the files mean
 * @param data the folder of the export
 * @param goals goals written by hand; without them quotas of the export, or none
 * @param tasks tasks written by hand, exported with the milestones of goals; none where not named
 * @param rules what is asked of goals, plans, people and data
 * @param catalogue the metrics that goals and stored documents may speak of
 * @param store the URL of the store
 * @param workspace whose store it is
 * @param period the period to review, by name; the quarter of the as-of day where not named
 * @param plan the period whose goal is planned, by name; the one reviewed where not named
 * @param asOf the day up to whose evening facts count; the day of the export where not named
 * @param out the folder for the results
 * @param languages the languages of page and notes, at least one
 */
record ReviewOptions(
    ImportMapping mapping,
    Path data,
    Optional<GoalFile> goals,
    Optional<TaskFile> tasks,
    LoopRules rules,
    KpiCatalogue catalogue,
    String store,
    String workspace,
    Optional<String> period,
    Optional<String> plan,
    Optional<LocalDate> asOf,
    Path out,
    ImmutableList<Locale> languages) {}
