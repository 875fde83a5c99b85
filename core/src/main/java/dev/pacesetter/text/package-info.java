/**
 * Text for people, in English and Chinese.
 *
 * <p>{@link dev.pacesetter.text.Phrases} speaks the phrases of a resource bundle, {@link
 * dev.pacesetter.text.Text} is what somebody worded, {@link dev.pacesetter.text.Numbers} writes
 * numbers. A host that adds rules of its own, or shows results beside ours, says things the same
 * way with them.
 */
@NullMarked
package dev.pacesetter.text;

import org.jspecify.annotations.NullMarked;
