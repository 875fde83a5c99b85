package dev.pacesetter.examples.simulator;

/** What was planted in a person. */
public enum Archetype {
  /** Wins many and closes small: gives discounts early and gives in when negotiating. */
  DISCOUNTER,
  /** Proposals turn into negotiations much less often than those of the others. */
  WEAK_PROPOSAL,
  /** Better than the others at every stage, and at usual prices. */
  ALL_ROUNDER,
  /** As good as the others, but joined late and still builds up: few deals. */
  NEW_HIRE,
  /** As good as the others, but expects every deal to close far too early. */
  OPTIMIST,
  /** As good as the others; left before the export, open deals went to team mates. */
  LEAVER,
  /** Exactly as good as every other person of this kind. */
  NULL
}
