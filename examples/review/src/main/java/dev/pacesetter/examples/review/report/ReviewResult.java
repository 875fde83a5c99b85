package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.outlook.Outlook;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Consent;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.plan.Assignment;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.text.Text;
import java.util.Optional;

/**
 * Everything one run found, ready to be written down.
 *
 * @param imported what was read, and what could not be used
 * @param organization who sells what
 * @param facts how many facts the journal holds
 * @param conflicts the ids of facts that are stored with other content; the stored one holds
 * @param assessments the goals of the period with their SMART verdicts, company first
 * @param consents what was said to goals up to the as-of day, by the id of the goal; a goal of
 *     which nothing is recorded is not among them
 * @param plan the plan of the company goal; empty without a goal, or when it cannot be divided
 * @param planProblem why the goal cannot be divided
 * @param planFindings what the rules about plans say of it; none without a plan
 * @param assignment the plan's goal and those below it from both sides; empty without a plan
 * @param outlook what can be expected of people and what the plan takes; empty without a plan
 * @param tasks the tasks on working days; empty where none were given
 * @param pace how the plan is kept; empty without a plan
 * @param review the review of the period
 * @param notes one note a person
 */
public record ReviewResult(
    Import imported,
    Organization organization,
    long facts,
    ImmutableList<String> conflicts,
    ImmutableList<SmartAssessment> assessments,
    ImmutableMap<String, Consent> consents,
    Optional<SalesPlan> plan,
    Optional<Text> planProblem,
    ImmutableList<Finding> planFindings,
    Optional<Assignment> assignment,
    Optional<Outlook> outlook,
    Optional<TaskSchedule> tasks,
    Optional<PaceReport> pace,
    Review review,
    ImmutableList<Note> notes) {}
