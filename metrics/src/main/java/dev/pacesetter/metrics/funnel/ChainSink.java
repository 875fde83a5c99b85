package dev.pacesetter.metrics.funnel;

/** Takes the chains of a unit as a matcher finds them. */
interface ChainSink {
  /** A chain that counts; the object is used again after the call. */
  void accept(Chain chain);

  /** A unit that is left out altogether. */
  void discard();
}
