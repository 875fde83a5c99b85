/** What plans promise. */
@NullMarked
package dev.pacesetter.plan.resource;

import org.jspecify.annotations.NullMarked;
