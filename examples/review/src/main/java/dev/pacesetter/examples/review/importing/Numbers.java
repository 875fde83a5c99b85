package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.mapping.CsvFormat;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers as a file writes them: digits, its decimal sign, its thousands, nothing else. */
final class Numbers {
  /** More digits than any amount has; keeps a hostile file from costing time. */
  private static final int LONGEST = 40;

  private Numbers() {}

  static Optional<BigDecimal> parse(String text, CsvFormat format) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder(text.length());
    Character grouping = format.grouping();
    int digits = 0;
    int sinceGroup = -1;
    boolean fraction = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter >= '0' && letter <= '9') {
        plain.append(letter);
        digits++;
        sinceGroup += sinceGroup >= 0 && !fraction ? 1 : 0;
      } else if (letter == '-' && at == 0) {
        plain.append(letter);
      } else if (letter == format.decimal() && !fraction && (sinceGroup < 0 || sinceGroup == 3)) {
        plain.append('.');
        fraction = true;
      } else if (grouping != null && letter == grouping && !fraction) {
        boolean first = sinceGroup < 0 && digits >= 1 && digits <= 3;
        if (!first && sinceGroup != 3) {
          return Optional.empty();
        }
        sinceGroup = 0;
      } else {
        return Optional.empty();
      }
    }
    boolean complete = digits > 0 && (fraction || sinceGroup < 0 || sinceGroup == 3);
    return complete ? Optional.of(new BigDecimal(plain.toString())) : Optional.empty();
  }
}
