/**
 * Tasks written by hand, and the calendar they are exported to.
 *
 * <p>A {@link dev.pacesetter.examples.review.tasks.TaskFile} is read from YAML and put on working
 * days once the organization is known; {@link dev.pacesetter.examples.review.tasks.PlanCalendar}
 * writes the schedule and the milestones of goals as iCalendar.
 */
@NullMarked
package dev.pacesetter.examples.review.tasks;

import org.jspecify.annotations.NullMarked;
