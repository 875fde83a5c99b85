/** Tests of {@code dev.pacesetter.kpi}. */
@NullMarked
package dev.pacesetter.kpi;

import org.jspecify.annotations.NullMarked;
