package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Unit;

/** Rates of peers, over the logarithms of the mean and of the strength of the prior. */
final class RatePosterior extends PeerPosterior {
  private final long[] counts;
  private final double[] exposures;
  private final double typical;
  private final PriorGrid grid;

  RatePosterior(long[] counts, double[] exposures) {
    this.counts = counts.clone();
    this.exposures = exposures.clone();
    GammaPoisson peers = GammaPoisson.of(this.counts, this.exposures);
    typical = peers.typicalExposure();
    double centre = -Math.log(typical); // about one event in the typical exposure
    grid =
        new PriorGrid(
            centre - PriorGrid.WIDEST,
            centre + PriorGrid.WIDEST,
            (logMean, logStrength) -> {
              double mean = Math.exp(logMean);
              double shape = mean * typical * Math.exp(logStrength);
              return peers.logDensity(mean, 1 / shape)
                  + logMean / 2
                  + PriorGrid.uniformShrinkage(logStrength);
            });
  }

  @Override
  Unit unit() {
    return Unit.COUNT;
  }

  @Override
  int size() {
    return counts.length;
  }

  @Override
  long n(int peer) {
    return counts[peer];
  }

  @Override
  Mixture of(int peer) {
    return mixture((double) counts[peer], exposures[peer]);
  }

  @Override
  Mixture ofNewcomer() {
    return mixture(0, 0);
  }

  private Mixture mixture(double count, double exposure) {
    return grid.mixture(
        (logMean, logStrength) -> {
          double rate = typical * Math.exp(logStrength);
          return LargeShapes.gamma(Math.exp(logMean) * rate + count, 1 / (rate + exposure));
        });
  }
}
