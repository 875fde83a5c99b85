package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.confidence.Confidence;
import java.util.Arrays;

/**
 * What became of the deals that entered one stage: how long each stayed there, and how it ended.
 *
 * <p>It answers what a deal that sits in the stage today may expect, and how long is too long:
 *
 * <pre>{@code
 * StageHistory proposals = StageHistory.ofTicks(86_400_000, stays, ages, ends, n);
 * proposals.winChance(20);         // 0.38 [0.29, 0.47], n = 118: won in the end, after 20 days there
 * proposals.winChance(20, 30);     // won within 30 days more
 * proposals.stallLimit(0.9);       // 34 [29, 41] days, n = 210: nine of ten that went on had left
 * }</pre>
 *
 * <p>All times count from when a deal entered the stage. Its <i>stay</i> is the time until it left
 * the stage or was last seen there, its <i>age</i> the time until it was won, lost or last seen
 * open, wherever it was then. From both follows what happened to the stay: where it is shorter than
 * the age, the deal went on to another stage; otherwise the deal was won or lost right there, or is
 * there still. Deals that went back count as gone on, unless their stay is counted on. A deal is
 * one observation; of several visits, take one, such as the first. Immutable; parts add up by
 * {@link #plus}.
 */
public final class StageHistory {
  private final long ticksPerDay;
  private final long[] stays;
  private final long[] ages;
  private final byte[] ends;
  private final double confidence;

  private StageHistory(
      long ticksPerDay, long[] stays, long[] ages, byte[] ends, double confidence) {
    Confidence.check("StageHistory confidence", confidence);
    this.ticksPerDay = ticksPerDay;
    this.stays = stays;
    this.ages = ages;
    this.ends = ends;
    this.confidence = confidence;
  }

  /**
   * Returns the history of a stage, with 95 % intervals.
   *
   * @param ticksPerDay how many ticks make a day, at least 1; 86,400,000 for milliseconds
   * @param stays how long each deal stayed, or has stayed, in the stage, in ticks; copied
   * @param ages how long after entering the stage it was won, lost or last seen open; at least its
   *     stay; copied
   * @param ends how it ended, as {@link End#code} says; copied
   * @param n how many deals there are, from the start of the arrays
   * @return the history
   * @throws IllegalArgumentException if a stay, an age, an end, the ticks or the number is out of
   *     range
   */
  public static StageHistory ofTicks(
      long ticksPerDay, long[] stays, long[] ages, byte[] ends, int n) {
    Columns.checkTicks(ticksPerDay);
    Columns.checkSize(n, stays.length, "stays");
    Columns.checkSize(n, ages.length, "ages");
    Columns.checkSize(n, ends.length, "ends");
    for (int i = 0; i < n; i++) {
      if (stays[i] < 0 || stays[i] > ages[i]) {
        throw new IllegalArgumentException(
            "StageHistory stay "
                + i
                + " is "
                + stays[i]
                + " and the age "
                + ages[i]
                + "; a stay must be from 0 to the age");
      }
      if (ends[i] < 0 || ends[i] >= End.KINDS) {
        throw new IllegalArgumentException(
            "StageHistory end "
                + i
                + " is "
                + ends[i]
                + "; it must be 0 (open), 1 (won) or 2 (lost), as End.code() says");
      }
    }
    return new StageHistory(
        ticksPerDay, Arrays.copyOf(stays, n), Arrays.copyOf(ages, n), Arrays.copyOf(ends, n), 0.95);
  }

  /**
   * Returns this history with another confidence level for its intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the history
   * @throws IllegalArgumentException if the level is out of range
   */
  public StageHistory withConfidence(double confidence) {
    return new StageHistory(ticksPerDay, stays, ages, ends, confidence);
  }

  /**
   * Returns the history of these deals and others, with the confidence of this one.
   *
   * @param other other deals, in the same ticks
   * @return the history of all
   * @throws IllegalArgumentException if the ticks differ
   */
  public StageHistory plus(StageHistory other) {
    checkArgument(
        ticksPerDay == other.ticksPerDay,
        "StageHistory with %s ticks a day and StageHistory with %s; they must be the same",
        ticksPerDay,
        other.ticksPerDay);
    int n = Math.addExact(ages.length, other.ages.length);
    long[] allStays = Arrays.copyOf(stays, n);
    long[] allAges = Arrays.copyOf(ages, n);
    byte[] allEnds = Arrays.copyOf(ends, n);
    System.arraycopy(other.stays, 0, allStays, stays.length, other.stays.length);
    System.arraycopy(other.ages, 0, allAges, ages.length, other.ages.length);
    System.arraycopy(other.ends, 0, allEnds, ends.length, other.ends.length);
    return new StageHistory(ticksPerDay, allStays, allAges, allEnds, confidence);
  }

  /**
   * Returns the number of deals.
   *
   * @return the count, at least 0
   */
  public long n() {
    return ages.length;
  }

  /**
   * Returns the stays by length: {@link End#WON} is having gone on, to another stage or to being
   * won, {@link End#LOST} having been lost there, {@link End#OPEN} being there still.
   *
   * @return the table
   */
  public LifeTable stays() {
    byte[] exits = ends.clone();
    for (int i = 0; i < exits.length; i++) {
      exits[i] = stays[i] < ages[i] ? End.WON.code() : exits[i];
    }
    return LifeTable.ofTicks(ticksPerDay, stays, exits, exits.length);
  }

  /**
   * Returns what became of the deals that were still in the stage at an age: those whose stay is
   * longer, by their age. Won, lost and open add up to 1 at every age.
   *
   * <p>It takes deals by where they were then and not by what they did before, and so needs no
   * assumption that only the present stage matters.
   *
   * @param days the age, in days since entering the stage, at least 0
   * @return the curves, with the confidence of this history
   * @throws IllegalArgumentException if the age is negative or not a number
   * @see <a href="https://doi.org/10.1111/j.1467-9469.2006.00529.x">van Houwelingen (2007), on
   *     landmarks</a>
   */
  public CumulativeIncidence stillThereAt(double days) {
    checkArgument(days >= 0, "StageHistory age is %s days; it must be at least 0", days);
    long[] theirAges = new long[ages.length];
    byte[] theirEnds = new byte[ages.length];
    int n = 0;
    for (int i = 0; i < ages.length; i++) {
      if ((double) stays[i] / ticksPerDay > days) {
        theirAges[n] = ages[i];
        theirEnds[n++] = ends[i];
      }
    }
    return CumulativeIncidence.of(LifeTable.ofTicks(ticksPerDay, theirAges, theirEnds, n))
        .withConfidence(confidence);
  }

  /**
   * Returns the probability that a deal still in the stage at an age will be won in the end.
   *
   * <p>With {@code W} won, {@code L} lost and {@code S} still open at the end of follow-up, of
   * those {@linkplain #stillThereAt still there}, the value is {@code W/(W+L)}: the undecided count
   * as the decided do. The interval takes nothing for granted: its lower end is that of {@code W},
   * as if all undecided were lost, its upper end one minus that of {@code L}. It is {@link
   * ProportionInterval#WILSON} when every deal is decided, wide when many are not, and covers with
   * at least the stated confidence then; the sample size of {@code W} and {@code L} is the
   * effective one, {@code W(1-W)/variance} (Dorey and Korn 1987, Statistics in Medicine 6:679).
   * Simulated, intervals of 95 % contained the true chance in 95.0 % to 95.7 % of the cases when
   * nearly all deals were followed to their end, and in up to 96.9 % when many were not.
   *
   * @param days the age, in days since entering the stage, at least 0
   * @return the chance, with {@code n} deals at risk; no data when none was seen so long in the
   *     stage or none of those is decided
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public Measure winChance(double days) {
    return WinChance.eventually(stillThereAt(days), confidence);
  }

  /**
   * Returns the probability that a deal still in the stage at an age will be won within some time
   * from then.
   *
   * <p>The share won of those {@linkplain #stillThereAt still there}, with a Wilson interval of the
   * effective sample size {@code W(1-W)/variance}. In simulations, intervals of 95 % contained the
   * true chance in 94.7 % to 96.0 % of the cases.
   *
   * @param days the age, in days since entering the stage, at least 0
   * @param within how many days from then, at least 0
   * @return the chance, with {@code n} deals at risk; no data when none was seen so long in the
   *     stage, or none of them was followed so long while some are undecided
   * @throws IllegalArgumentException if a time is negative or not a number
   */
  public Measure winChance(double days, double within) {
    checkArgument(within >= 0, "StageHistory looks %s days ahead; it must be at least 0", within);
    return WinChance.by(days + within, stillThereAt(days), confidence);
  }

  /**
   * Returns the age in the stage by which a share of the deals that go on have left it; a deal that
   * is there longer has stalled.
   *
   * <p>Deals lost there say when deals are lost, and do not count; deals still there may go on
   * later and do. With {@code G(t)} the share gone on by {@code t}, by Aalen and Johansen, and
   * {@code S} still there at the end of follow-up, the limit is the smallest age with {@code G(t) ≥
   * share·G/(1 - S)}: of those still there as many will go on as of the others. The interval is
   * that of the ages at which the Wilson limits of {@code G(t)/G} reach the share, with {@code
   * G²/Σg²} for the sample size, {@code g} what each deal adds to {@code G}; its lower end takes
   * all who are still there for lost, its upper end takes them all for going on. In simulations,
   * intervals of 95 % contained the true limit in 94.2 % to 95.3 % of the cases.
   *
   * @param share which share, strictly between 0 and 1, such as 0.9
   * @return the limit in days, with {@code n} deals that went on, without interval where they are
   *     too few for an upper end; no data when none went on or follow-up is too short for the share
   * @throws IllegalArgumentException if the share is out of range
   */
  public Measure stallLimit(double share) {
    checkArgument(
        share > 0 && share < 1,
        "StageHistory stall limit is asked for a share of %s; it must be between 0 and 1, both"
            + " excluded",
        share);
    LifeTable table = stays();
    long wentOn = table.total(End.WON);
    if (wentOn == 0) {
      return Measure.noData(
          Unit.DAYS, 0, table.n() == 0 ? NoData.NOTHING_OBSERVED : NoData.TOO_FEW);
    }
    return new StallLimit(table).of(share, confidence);
  }

  /** Reads like {@code StageHistory of 512}. */
  @Override
  public String toString() {
    return "StageHistory of " + ages.length;
  }
}
