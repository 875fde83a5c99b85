package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.text.Message;

/**
 * A spelling that was read as another, because the mapping says so.
 *
 * @param file the file
 * @param column the column
 * @param from what stands in the file
 * @param to what it was read as; empty for no value
 * @param count in how many rows, at least 1
 */
public record AppliedAlias(String file, String column, String from, String to, long count) {

  /**
   * Returns the alias in words.
   *
   * @return what was read as what, and how often
   */
  public Message message() {
    return to.isEmpty()
        ? Message.of("alias.empty", from, count)
        : Message.of("alias", from, to, count);
  }
}
