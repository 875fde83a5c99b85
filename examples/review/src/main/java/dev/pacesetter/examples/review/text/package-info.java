/**
 * Text for people in English and Chinese.
 *
 * <p>A {@link dev.pacesetter.examples.review.text.Message} is a key with arguments. It becomes a
 * sentence only when somebody reads it, in the reader's language.
 */
@NullMarked
package dev.pacesetter.examples.review.text;

import org.jspecify.annotations.NullMarked;
