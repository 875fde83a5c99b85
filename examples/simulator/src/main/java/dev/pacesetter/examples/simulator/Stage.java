package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;

/** The stages of an opportunity, in the order of the sales process. */
public enum Stage {
  /** Somebody may want something. */
  LEAD("Lead", 0),
  /** There is a need and a budget. */
  QUALIFIED("Qualified", 1),
  /** The customer was met. */
  MEETING("Meeting", 2),
  /** A quote is with the customer. */
  PROPOSAL("Proposal", 3),
  /** Terms are being negotiated. */
  NEGOTIATION("Negotiation", 4),
  /** The contract is signed. */
  WON("Won", 5),
  /** The opportunity ended without a contract. */
  LOST("Lost", 6);

  private static final ImmutableList<Stage> ALL = ImmutableList.copyOf(values());

  private final String label;
  private final int position;

  Stage(String label, int position) {
    this.label = label;
    this.position = position;
  }

  /**
   * Returns the name used in the export.
   *
   * @return the name, such as {@code Proposal}
   */
  public String label() {
    return label;
  }

  /**
   * Returns whether an opportunity in this stage is still undecided.
   *
   * @return false for {@link #WON} and {@link #LOST}
   */
  public boolean isOpen() {
    return this != WON && this != LOST;
  }

  /** Returns the place in the order of stages, from 0. */
  int position() {
    return position;
  }

  Stage next() {
    return ALL.get(position + 1);
  }

  Stage previous() {
    return ALL.get(position - 1);
  }
}
