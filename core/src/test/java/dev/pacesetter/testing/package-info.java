/** A small business, and other things that several tests need. */
@NullMarked
package dev.pacesetter.testing;

import org.jspecify.annotations.NullMarked;
