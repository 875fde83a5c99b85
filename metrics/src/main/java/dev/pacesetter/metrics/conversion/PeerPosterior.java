package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Unit;

/** The true rates of peers: for each prior that the peers support, a posterior of each of them. */
abstract class PeerPosterior {
  abstract Unit unit();

  abstract int size();

  /** Returns how much a peer's own record counts. */
  abstract long n(int peer);

  abstract Mixture of(int peer);

  abstract Mixture ofNewcomer();
}
