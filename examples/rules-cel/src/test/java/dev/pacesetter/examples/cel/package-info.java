/** Tests of {@code dev.pacesetter.examples.cel}. */
@NullMarked
package dev.pacesetter.examples.cel;

import org.jspecify.annotations.NullMarked;
