package dev.pacesetter.examples.conformance.check;

import com.google.common.collect.ImmutableList;

/**
 * Why the library cannot be asked a question.
 *
 * @param key stable name; {@code reason.KEY} is its text in the messages
 * @param details what the text names
 */
public record Reason(String key, ImmutableList<String> details) {
  /**
   * Returns a reason.
   *
   * @param key stable name
   * @param details what the text names
   * @return the reason
   */
  public static Reason of(String key, String... details) {
    return new Reason(key, ImmutableList.copyOf(details));
  }
}
