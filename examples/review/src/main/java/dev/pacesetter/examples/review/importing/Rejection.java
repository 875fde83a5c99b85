package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.text.Message;

/**
 * A row that could not be used.
 *
 * @param reason why
 * @param file the file, from the folder of the export
 * @param line the line in which the row starts, from 1
 * @param column the column, empty where the row as a whole is at fault
 * @param value the value as it stands in the file, shortened to 80 characters
 * @param allowed what is allowed
 */
public record Rejection(
    Reason reason, String file, long line, String column, String value, Message allowed) {

  /**
   * Returns the rejection in words.
   *
   * @return file, line, column, value and what is allowed
   */
  public Message message() {
    Message what = Message.of("rejection." + reason, value, allowed);
    return column.isEmpty()
        ? Message.of("rejection.row", file, line, what)
        : Message.of("rejection.value", file, line, column, what);
  }
}
