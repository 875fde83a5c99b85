/** Tests of {@code dev.pacesetter.calendar}. */
@NullMarked
package dev.pacesetter.calendar;

import org.jspecify.annotations.NullMarked;
