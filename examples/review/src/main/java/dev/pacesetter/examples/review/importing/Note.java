package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.text.Message;

/**
 * Something that was read with a decision the reader should know of.
 *
 * @param kind what
 * @param count how often, at least 1
 * @param examples the first {@value #LISTED_AT_MOST} of them, in the order in which they were met
 */
public record Note(NoteKind kind, long count, ImmutableList<Message> examples) {
  /** How many examples are listed. */
  public static final int LISTED_AT_MOST = 20;

  /**
   * Returns the note in words.
   *
   * @return what was decided, how often, and the examples
   */
  public Message message() {
    return Message.of("note." + kind, count, examples);
  }
}
