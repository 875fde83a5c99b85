/** Tests of {@code dev.pacesetter.journal}. */
@NullMarked
package dev.pacesetter.journal;

import org.jspecify.annotations.NullMarked;
