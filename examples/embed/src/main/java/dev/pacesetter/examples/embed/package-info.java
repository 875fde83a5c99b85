/** The smallest host application; its body is the example of the project's README. */
@NullMarked
package dev.pacesetter.examples.embed;

import org.jspecify.annotations.NullMarked;
