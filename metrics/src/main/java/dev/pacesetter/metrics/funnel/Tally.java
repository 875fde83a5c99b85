package dev.pacesetter.metrics.funnel;

/** Adds up chains. */
interface Tally {
  /** The number of a group, for {@link #add} and {@link #addToGroup}. */
  int group(long key);

  /** Adds a chain to the whole and, if it is one, to a group. */
  void add(Chain chain, int group);

  /** Adds a chain to a group alone, where groups overlap. */
  void addToGroup(Chain chain, int group);

  /** Adds a unit that is left out. */
  void discard();
}
