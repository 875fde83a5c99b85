package dev.pacesetter.journal;

/** What somebody did for a deal. */
public enum ActivityKind {
  /** Spoke on the phone. */
  CALL,
  /** Went to see the customer. */
  VISIT,
  /** Met, in a room or on a screen. */
  MEETING,
  /** Showed the product. */
  DEMO,
  /** Negotiated terms. */
  NEGOTIATION,
  /** Wrote. */
  EMAIL
}
