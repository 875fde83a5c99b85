/** The store that forgets: everything in memory, for tests and for programs that run once. */
@NullMarked
package dev.pacesetter.persistence.memory;

import org.jspecify.annotations.NullMarked;
