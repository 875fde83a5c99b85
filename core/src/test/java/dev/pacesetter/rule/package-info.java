/** Tests of {@code dev.pacesetter.rule}. */
@NullMarked
package dev.pacesetter.rule;

import org.jspecify.annotations.NullMarked;
