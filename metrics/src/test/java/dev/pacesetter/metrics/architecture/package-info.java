/** Who may use whom inside {@code metrics}. */
@NullMarked
package dev.pacesetter.metrics.architecture;

import org.jspecify.annotations.NullMarked;
