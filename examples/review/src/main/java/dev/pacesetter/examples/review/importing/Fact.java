package dev.pacesetter.examples.review.importing;

/** What an export can record; a review says nothing about what is not recorded. */
public enum Fact {
  /** Deals. */
  DEALS,
  /** Who owns a deal. */
  OWNERS,
  /** The customer of a deal. */
  CUSTOMERS,
  /** The product of a deal or order. */
  PRODUCTS,
  /** The channel of a deal. */
  CHANNELS,
  /** The value of a deal that is won. */
  WON_AMOUNTS,
  /** The expected value of a deal that is open. */
  OPEN_AMOUNTS,
  /** The day a deal is expected to close. */
  EXPECTED_CLOSE,
  /** That a deal was lost. */
  LOSSES,
  /** Why a deal was lost. */
  LOST_REASONS,
  /** When a deal entered each of its stages. */
  STAGE_HISTORY,
  /** How amount, expected close and owner changed. */
  CHANGES,
  /** What was done for a deal. */
  ACTIVITIES,
  /** Offers with list and net value. */
  QUOTES,
  /** What customers answered. */
  SURVEYS,
  /** Order lines. */
  ORDERS,
  /** What is to be sold. */
  QUOTAS
}
