/** Tests of {@code dev.pacesetter.organization}. */
@NullMarked
package dev.pacesetter.organization;

import org.jspecify.annotations.NullMarked;
