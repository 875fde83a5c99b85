/** What plans promise. */
@NullMarked
package dev.pacesetter.plan.capacity;

import org.jspecify.annotations.NullMarked;
