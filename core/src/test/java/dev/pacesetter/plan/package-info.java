/** What plans promise. */
@NullMarked
package dev.pacesetter.plan;

import org.jspecify.annotations.NullMarked;
