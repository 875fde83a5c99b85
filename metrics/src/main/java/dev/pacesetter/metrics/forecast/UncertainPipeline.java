package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A pipeline whose win probabilities are known only from so many closed deals.
 *
 * <p>Every deal belongs to a group, such as its stage, and shares the group's win rate, which has
 * the posterior {@code Beta(a + won, b + lost)}. As deals of a group are lucky or unlucky together,
 * the total spreads wider than with the rates taken as known.
 *
 * <p>On simulated pipelines, outcomes rose with the attainment probability at a slope of 0.93 with
 * 3 to 11 closed deals a group (0.86 with the rates taken as known), and of 1.02 with 10 to 39; 1
 * is calibrated. Intervals of 90 % held the true probability in 90 to 92 % of the cases.
 *
 * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001) on the prior
 *     Beta(½, ½)</a>
 */
public final class UncertainPipeline {
  private static final int DRAWS = 1024;
  private static final double MOST_WORK = 1L << 28;

  /** Up to this many deals every total is kept apart. */
  private static final int FEW_DEALS = 12;

  private final long[] amounts;
  private final int[] groups;
  private final long[] won;
  private final long[] lost;
  private final double priorWon;
  private final double priorLost;
  private final int draws;

  private UncertainPipeline(
      long[] amounts,
      int[] groups,
      long[] won,
      long[] lost,
      double priorWon,
      double priorLost,
      int draws) {
    this.amounts = amounts;
    this.groups = groups;
    this.won = won;
    this.lost = lost;
    this.priorWon = priorWon;
    this.priorLost = priorLost;
    this.draws = draws;
  }

  /**
   * Returns a pipeline with the prior Beta(½, ½).
   *
   * @param amounts what each open deal brings if it is won, in minor units, from 0 to
   *     2<sup>53</sup>
   * @param groups the group of each open deal, from 0
   * @param won closed deals that were won, for each group, from 0 to 10<sup>9</sup>
   * @param lost closed deals that were lost, for each group, from 0 to 10<sup>9</sup>
   * @return the pipeline
   * @throws IllegalArgumentException if numbers of entries differ, one is out of range, or the
   *     amounts add up to more than 2<sup>53</sup>
   */
  public static UncertainPipeline of(long[] amounts, int[] groups, long[] won, long[] lost) {
    Columns.checkLength("UncertainPipeline groups of deals", amounts.length, groups.length);
    Columns.checkLength("UncertainPipeline numbers of lost deals", won.length, lost.length);
    for (int group = 0; group < won.length; group++) {
      Columns.checkRange(
          "UncertainPipeline won deals of group " + group, (double) won[group], 0, 1e9);
      Columns.checkRange(
          "UncertainPipeline lost deals of group " + group, (double) lost[group], 0, 1e9);
    }
    for (int deal = 0; deal < groups.length; deal++) {
      checkArgument(
          groups[deal] >= 0 && groups[deal] < won.length,
          "UncertainPipeline group of deal %s is %s; there are %s groups, from 0",
          deal,
          groups[deal],
          won.length);
    }
    UncertainPipeline pipeline =
        new UncertainPipeline(
            amounts.clone(), groups.clone(), won.clone(), lost.clone(), 0.5, 0.5, DRAWS);
    pipeline.atMeanRates();
    return pipeline;
  }

  /**
   * Returns this pipeline with another prior, such as one learned from all groups.
   *
   * @param priorWon the prior's {@code a}, from 0.001 to 10<sup>9</sup>
   * @param priorLost the prior's {@code b}, from 0.001 to 10<sup>9</sup>
   * @return the pipeline
   * @throws IllegalArgumentException if one is out of range
   */
  public UncertainPipeline withPrior(double priorWon, double priorLost) {
    Columns.checkRange("UncertainPipeline prior of won deals", priorWon, 0.001, 1e9);
    Columns.checkRange("UncertainPipeline prior of lost deals", priorLost, 0.001, 1e9);
    return new UncertainPipeline(amounts, groups, won, lost, priorWon, priorLost, draws);
  }

  /**
   * Returns this pipeline with another number of drawn sets of win rates, 1,024 by default.
   *
   * @param draws how many, from 100 to 100,000
   * @return the pipeline
   * @throws IllegalArgumentException if it is out of range
   */
  public UncertainPipeline withDraws(int draws) {
    Columns.checkRange("UncertainPipeline number of draws", draws, 100, 100_000);
    return new UncertainPipeline(amounts, groups, won, lost, priorWon, priorLost, draws);
  }

  /**
   * Returns the pipeline with every rate at its posterior mean {@code (a + won) / (a + b + n)}:
   * right in the mean, too narrow in the spread. Its probability of reaching a target is too sure
   * with few closed deals; {@link #attainment} is the one to use.
   *
   * @return the pipeline
   */
  public Pipeline atMeanRates() {
    double[] probabilities = new double[amounts.length];
    for (int deal = 0; deal < probabilities.length; deal++) {
      int group = groups[deal];
      double wins = priorWon + won[group];
      probabilities[deal] = wins / (wins + priorLost + lost[group]);
    }
    return Pipeline.of(amounts, probabilities);
  }

  /**
   * Returns the attainment probability: that the pipeline brings what is missing.
   *
   * <p>The value is {@code P(T >= remaining)} with the rates averaged over their posterior; the
   * interval holds the middle part of what it would be if the rates were known. Rates are drawn by
   * Latin hypercube, which spreads the draws of each group evenly; for each draw the distribution
   * is convolved: exactly for up to 12 deals or where the greatest common divisor of the amounts is
   * coarse enough, otherwise over some 4,096 cells up to the target, with the mean of what rounding
   * lost put back.
   *
   * @param remaining the target less what is booked, in minor units
   * @param confidence the level, strictly between 0 and 1
   * @param seed the same seed gives the same answer
   * @return the probability as a ratio, with {@code n} the number of closed deals behind the rates;
   *     1 when nothing is missing and 0 when more is than all deals bring, both without an interval
   * @throws IllegalArgumentException if the level is out of range
   * @see <a href="https://doi.org/10.1080/00401706.1979.10489755">McKay, Beckman and Conover (1979)
   *     on Latin hypercube sampling</a>
   */
  public Measure attainment(long remaining, double confidence, long seed) {
    Confidence.check("UncertainPipeline confidence", confidence);
    long closed = 0;
    for (int group = 0; group < won.length; group++) {
      closed += won[group] + lost[group];
    }
    long most = 0;
    for (long amount : amounts) {
      most += amount;
    }
    if (remaining <= 0 || remaining > most) {
      return Measure.of(remaining <= 0 ? 1 : 0, Unit.RATIO, closed);
    }
    double[][] rates = draw(seed);
    TargetTail tail = new TargetTail(amounts, remaining, cells());
    double[] probabilities = new double[amounts.length];
    double[] attained = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      for (int deal = 0; deal < probabilities.length; deal++) {
        probabilities[deal] = rates[groups[deal]][draw];
      }
      attained[draw] =
          amounts.length <= FEW_DEALS
              ? Totals.ofFewDeals(amounts, probabilities).tail((double) remaining)
              : tail.probability(probabilities);
    }
    double mean = Columns.sum(attained) / draws;
    Arrays.sort(attained);
    int rank = (int) ((1 - confidence) / 2 * (draws - 1));
    return Measure.of(Math.min(1, mean), Unit.RATIO, closed)
        .withInterval(new Interval(attained[rank], attained[draws - 1 - rank], confidence));
  }

  private int cells() {
    return (int) Math.min(1 << 20, Math.max(256, MOST_WORK / draws / amounts.length));
  }

  /** Rates by group and draw: one in each of as many equally likely slices, in shuffled order. */
  private double[][] draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rates = new double[won.length][draws];
    for (int group = 0; group < rates.length; group++) {
      BetaDistribution posterior =
          BetaDistribution.of(priorWon + won[group], priorLost + lost[group]);
      double[] ofGroup = rates[group];
      for (int draw = 0; draw < draws; draw++) {
        double rate = posterior.inverseCumulativeProbability((draw + random.nextDouble()) / draws);
        int place = random.nextInt(draw + 1);
        ofGroup[draw] = ofGroup[place];
        ofGroup[place] = rate;
      }
    }
    return rates;
  }
}
