/** Tests of {@code dev.pacesetter}, the front door. */
@NullMarked
package dev.pacesetter;

import org.jspecify.annotations.NullMarked;
