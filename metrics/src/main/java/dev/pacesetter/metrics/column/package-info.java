/** Columns of primitives and their order; shared by the packages of this module, not exported. */
@NullMarked
package dev.pacesetter.metrics.column;

import org.jspecify.annotations.NullMarked;
