/** What plans promise. */
@NullMarked
package dev.pacesetter.plan.need;

import org.jspecify.annotations.NullMarked;
