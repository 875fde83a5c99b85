/**
 * Goals that deserve the name.
 *
 * <p>A {@link dev.pacesetter.goal.SalesGoal} says what is to be reached, by whom, where and until
 * when. It stands alone: a goal can exist before anybody has planned for it.
 */
@NullMarked
package dev.pacesetter.goal;

import org.jspecify.annotations.NullMarked;
