/** What monitoring says. */
@NullMarked
package dev.pacesetter.monitor;

import org.jspecify.annotations.NullMarked;
