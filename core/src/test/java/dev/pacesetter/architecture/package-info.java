/** Who may use whom, and what the library never does. */
@NullMarked
package dev.pacesetter.architecture;

import org.jspecify.annotations.NullMarked;
