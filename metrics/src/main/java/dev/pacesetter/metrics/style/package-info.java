/** How values are generated, decided once. Not part of the API. */
@NullMarked
package dev.pacesetter.metrics.style;

import org.jspecify.annotations.NullMarked;
