package dev.pacesetter.goal;

import java.math.BigDecimal;

/** Reads numbers written as 一百二十万. */
final class ChineseNumeral {
  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumeral() {}

  /** The number that digits of either script stand for. */
  static BigDecimal orDecimal(String text) {
    return Character.isDigit(text.charAt(0))
        ? new BigDecimal(text)
        : BigDecimal.valueOf(read(text));
  }

  /** What stands before 万 is multiplied by it since the last 亿, and all before 亿 by that. */
  private static long read(String text) {
    long whole = 0;
    long tenThousands = 0;
    long section = 0;
    long digit = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      switch (letter) {
        case '十', '百', '千' -> {
          section += Math.max(1, digit) * power(letter);
          digit = 0;
        }
        case '万' -> {
          tenThousands += (section + digit) * 10_000;
          section = 0;
          digit = 0;
        }
        case '亿' -> {
          whole = (whole + tenThousands + section + digit) * 100_000_000;
          tenThousands = 0;
          section = 0;
          digit = 0;
        }
        default -> digit = digitOf(letter);
      }
    }
    return whole + tenThousands + section + digit;
  }

  private static long power(char letter) {
    return letter == '十' ? 10 : letter == '百' ? 100 : 1_000;
  }

  private static long digitOf(char letter) {
    return letter == '两' ? 2 : Math.max(0, DIGITS.indexOf(letter));
  }
}
