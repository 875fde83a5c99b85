package dev.pacesetter.examples.simulator;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as the files write them. */
final class Amounts {
  private Amounts() {}

  /** Returns minor units in major ones, such as {@code 4821.00}. */
  static String plain(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }
}
