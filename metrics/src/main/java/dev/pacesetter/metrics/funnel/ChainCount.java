package dev.pacesetter.metrics.funnel;

/** Counts a chain at every step it took, or takes it back. */
final class ChainCount {
  private final CompiledFunnel funnel;
  private final ValueReader values;

  ChainCount(CompiledFunnel funnel, ValueReader values) {
    this.funnel = funnel;
    this.values = values;
  }

  /**
   * Counts a chain.
   *
   * @param sign 1 to count it, -1 to take it back
   */
  void count(Chain chain, int sign, StepCounts into, int group) {
    for (int k = 0; k <= chain.depth; k++) {
      if (chain.took(k)) {
        boolean converted = isConverted(chain, k);
        into.add(
            group,
            k,
            sign,
            converted ? sign : 0,
            !converted && chain.isPending ? sign : 0,
            values.value(chain.rows[k]));
      }
    }
  }

  /**
   * Whether a chain went on from a step it took to the next that must be taken, if there is one.
   */
  boolean isConverted(Chain chain, int k) {
    return (k < chain.depth && chain.depth >= next(k)) || funnel.isComplete(k);
  }

  /** The next step that must be taken. */
  int next(int k) {
    return funnel.definition.isOrdered() ? funnel.nextRequired[k] : k + 1;
  }
}
