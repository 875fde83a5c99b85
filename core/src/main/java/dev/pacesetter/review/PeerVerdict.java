package dev.pacesetter.review;

/** What a comparison with peers shows. It says where, not whether that is good. */
public enum PeerVerdict {
  /** Above what the own mix leads to expect; the round's tests support it. */
  ABOVE,
  /** Below what the own mix leads to expect; the round's tests support it. */
  BELOW,
  /** Enough data, and no difference that the round's tests support. */
  IN_LINE,
  /** Too few observations to notice a difference that matters. */
  NOT_ENOUGH_DATA
}
