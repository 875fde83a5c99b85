package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.text.Message;

/**
 * How many rows of a file could be used.
 *
 * @param file the file, from the folder of the export
 * @param charset the encoding in which it was read
 * @param rows all rows, without the header
 * @param rejected the rows of which something was rejected
 */
public record FileCount(String file, String charset, long rows, long rejected) {

  /**
   * Returns how many rows could be used in full.
   *
   * @return the rows of which nothing was rejected
   */
  public long used() {
    return rows - rejected;
  }

  /**
   * Returns the counts in words.
   *
   * @return file, encoding and counts
   */
  public Message message() {
    return Message.of("file.count", file, charset, rows, used(), rejected);
  }
}
