/** What initiatives, their measurement and notes promise. */
@NullMarked
package dev.pacesetter.plan.initiative;

import org.jspecify.annotations.NullMarked;
