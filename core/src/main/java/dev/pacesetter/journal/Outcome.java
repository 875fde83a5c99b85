package dev.pacesetter.journal;

/** How a deal stands. */
public enum Outcome {
  /** Neither won nor lost: not yet decided, which is not a loss. */
  OPEN,
  /** The customer bought. */
  WON,
  /** The customer did not buy. */
  LOST
}
