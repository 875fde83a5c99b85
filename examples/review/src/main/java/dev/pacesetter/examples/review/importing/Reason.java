package dev.pacesetter.examples.review.importing;

/** Why a row was rejected. */
public enum Reason {
  /** The row has more or fewer values than there are columns. */
  RAGGED_ROW,
  /** A value that must be there is not. */
  EMPTY_VALUE,
  /** A value is longer than an id may be. */
  TOO_LONG,
  /** The date does not exist or is not written as the mapping says. */
  IMPOSSIBLE_DATE,
  /** The number cannot be read. */
  NOT_A_NUMBER,
  /** The amount is below zero. */
  NEGATIVE_AMOUNT,
  /** The number is outside what is possible. */
  OUT_OF_RANGE,
  /** The stage is none of the process. */
  UNKNOWN_STAGE,
  /** The value is none of those that are allowed. */
  UNKNOWN_VALUE,
  /** The row names something no file lists. */
  UNKNOWN_REFERENCE,
  /** The row is about something whose own row was rejected. */
  FOLLOWS_REJECTED,
  /** The id was there before. */
  DUPLICATE_ID,
  /** It happened before the deal was created. */
  BEFORE_CREATION,
  /** It happened after the deal was closed for good. */
  AFTER_CLOSE,
  /** Two values of the row contradict each other. */
  CONTRADICTION
}
