/** Tests of {@code dev.pacesetter}: the loop as a whole. */
@NullMarked
package dev.pacesetter;

import org.jspecify.annotations.NullMarked;
