/** How sure an interval is to be; shared by the packages of this module, not exported. */
@NullMarked
package dev.pacesetter.metrics.confidence;

import org.jspecify.annotations.NullMarked;
