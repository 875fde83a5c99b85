/** Tests of {@code dev.pacesetter.goal}. */
@NullMarked
package dev.pacesetter.goal;

import org.jspecify.annotations.NullMarked;
