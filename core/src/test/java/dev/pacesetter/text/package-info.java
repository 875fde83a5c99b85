/** Tests of {@code dev.pacesetter.text}. */
@NullMarked
package dev.pacesetter.text;

import org.jspecify.annotations.NullMarked;
