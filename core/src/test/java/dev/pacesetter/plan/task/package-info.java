/** What tasks, their schedule and milestones promise. */
@NullMarked
package dev.pacesetter.plan.task;

import org.jspecify.annotations.NullMarked;
