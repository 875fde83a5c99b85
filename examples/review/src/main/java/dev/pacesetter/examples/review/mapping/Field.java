package dev.pacesetter.examples.review.mapping;

import java.util.Locale;

/**
 * Something a row can tell. In a mapping its key is in small letters, such as {@code won-amount}.
 */
public enum Field {
  /** What identifies the row's subject. */
  ID,
  /** What people call it; the id where it is not given. */
  NAME,
  /** The team above a team. */
  PARENT,
  /** A team. */
  TEAM,
  /** The first day at work. */
  FIRST_DAY,
  /** The last day at work. */
  LAST_DAY,
  /** The line a product belongs to. */
  LINE,
  /** A price before any discount. */
  LIST_PRICE,
  /** The currency of the row's amounts, as ISO 4217 code; the mapping's where it is not given. */
  CURRENCY,
  /** A market segment. */
  SEGMENT,
  /** Who owns a deal. */
  OWNER,
  /** Who buys. */
  CUSTOMER,
  /** What is sold. */
  PRODUCT,
  /** Through which channel a deal came. */
  CHANNEL,
  /** When a deal became known. */
  CREATED,
  /** The day a deal is expected to close. */
  EXPECTED_CLOSE,
  /** An amount of money. */
  AMOUNT,
  /** The amount at which a deal was won; not read for other deals. */
  WON_AMOUNT,
  /** The stage of a deal, or how it ended. */
  STAGE,
  /** Whether a deal is open, won or lost; read from the stage where it is not given. */
  STATUS,
  /** When a deal was won or lost. */
  CLOSED,
  /** Why a deal was lost. */
  LOST_REASON,
  /** The deal a row is about. */
  OPPORTUNITY,
  /** When it happened. */
  AT,
  /** Which field was changed: {@code amount}, {@code expected_close} or {@code owner}. */
  FIELD,
  /** The value before a change. */
  OLD,
  /** The value after a change. */
  NEW,
  /** A person. */
  PERSON,
  /** Which kind of activity or survey. */
  KIND,
  /** The value of a quote at list prices. */
  LIST_VALUE,
  /** The value of a quote as offered. */
  NET_VALUE,
  /** The answer to a survey. */
  SCORE,
  /** The order a line belongs to. */
  ORDER,
  /** How many were ordered; 1 where it is not given. */
  QUANTITY,
  /** A fiscal period by name, such as {@code FY2017-Q4}. */
  PERIOD;

  /**
   * Returns the key in a mapping.
   *
   * @return the name in small letters with hyphens
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
