package dev.pacesetter.examples.simulator;

/** Ids of one letter and a number. */
final class Ids {
  private Ids() {}

  static String padded(char letter, long number, int digits) {
    String plain = Long.toString(number);
    StringBuilder id = new StringBuilder(digits + 1).append(letter);
    for (int i = plain.length(); i < digits; i++) {
      id.append('0');
    }
    return id.append(plain).toString();
  }
}
