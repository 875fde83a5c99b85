package dev.pacesetter.metrics.conversion;

import dev.pacesetter.metrics.Unit;
import java.util.Arrays;

/** Shares of peers, over the logit of the mean and the logarithm of the strength of the prior. */
final class SharePosterior extends PeerPosterior {
  private final long[] successes;
  private final long[] trials;
  private final double typical;
  private final PriorGrid grid;

  SharePosterior(long[] successes, long[] trials) {
    this.successes = successes.clone();
    this.trials = trials.clone();
    PeerCounts peers = PeerCounts.ofShares(this.successes, this.trials);
    typical =
        peers.size() == 0
            ? 1
            : peers.size() / Arrays.stream(peers.trials()).mapToDouble(n -> 1.0 / n).sum();
    BetaBinomial likelihood = new BetaBinomial(peers);
    grid =
        new PriorGrid(
            -PriorGrid.WIDEST,
            PriorGrid.WIDEST,
            (logit, logStrength) ->
                likelihood.logDensity(logit, Math.exp(-logStrength) / typical)
                    + (Math.log(BetaBinomial.share(logit)) + Math.log(BetaBinomial.share(-logit)))
                        / 2
                    + PriorGrid.uniformShrinkage(logStrength));
  }

  @Override
  Unit unit() {
    return Unit.RATIO;
  }

  @Override
  int size() {
    return trials.length;
  }

  @Override
  long n(int peer) {
    return trials[peer];
  }

  @Override
  Mixture of(int peer) {
    return mixture(successes[peer], trials[peer] - successes[peer]);
  }

  @Override
  Mixture ofNewcomer() {
    return mixture(0, 0);
  }

  private Mixture mixture(long won, long lost) {
    return grid.mixture(
        (logit, logStrength) -> {
          double strength = typical * Math.exp(logStrength);
          return LargeShapes.beta(
              BetaBinomial.share(logit) * strength + won,
              BetaBinomial.share(-logit) * strength + lost);
        });
  }
}
