package dev.pacesetter.examples.review.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of places on the page: the same person always has the same, whatever their id holds. */
final class Anchors {
  private Anchors() {}

  static String of(String person) {
    StringBuilder anchor = new StringBuilder("person-");
    for (byte b : person.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        anchor.append(c);
      } else {
        anchor.append(String.format(Locale.ROOT, "_%02x", b & 0xff));
      }
    }
    return anchor.toString();
  }
}
