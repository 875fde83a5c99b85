package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.metrics.Measure;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The answer of a {@link StageFunnel}; immutable. */
public final class StageFunnelReport {
  private final StageFunnel funnel;
  private final Instant asOf;
  private final TimeUnit unit;
  private final StageTally tally;
  private final StageCounts counts;
  private final StageSums sums;
  private final ImmutableList<StageStep> steps;

  StageFunnelReport(StageFunnel funnel, Instant asOf, TimeUnit unit, StageTally tally) {
    this.funnel = funnel;
    this.asOf = asOf;
    this.unit = unit;
    this.tally = tally;
    counts = new StageCounts(tally);
    sums = new StageSums(funnel, tally, counts);
    steps = sums.steps(unit);
  }

  /**
   * Returns the question.
   *
   * @return the funnel
   */
  public StageFunnel funnel() {
    return funnel;
  }

  /**
   * Returns up to when facts count.
   *
   * @return the instant, included
   */
  public Instant asOf() {
    return asOf;
  }

  /**
   * Returns the stages.
   *
   * @return one step per stage, in the order of the process
   */
  public ImmutableList<StageStep> steps() {
    return steps;
  }

  /**
   * Returns a step by the name of its stage.
   *
   * @param stage the name
   * @return the step
   * @throws IllegalArgumentException if the funnel has no such stage
   */
  public StageStep step(String stage) {
    int place = funnel.stages().indexOf(stage);
    checkArgument(place >= 0, "the funnel has no stage '%s'; it has %s", stage, funnel.stages());
    return steps.get(place);
  }

  /**
   * Returns how many deals reached a stage by the rule and are won: the last row of the funnel.
   *
   * @return the count
   */
  public long won() {
    return sums.won();
  }

  /**
   * Returns the won among those that reached a stage.
   *
   * @return {@link #won} over all deals that reached any stage by the rule, with a Wilson interval
   */
  public Measure wonRate() {
    return sums.wonRate();
  }

  /**
   * Returns all deals of the cohort known as of the instant.
   *
   * @return how they stand
   */
  public Outcomes deals() {
    return sums.deals();
  }

  /**
   * Returns the deals without a record of entering any stage. Open and lost ones reached no stage
   * and are in no step; won ones count in every step under {@link ReachRule#REACHED_OR_PASSED} and
   * in none under {@link ReachRule#ENTERED}.
   *
   * @return how they stand
   */
  public Outcomes unstaged() {
    return sums.unstaged();
  }

  /**
   * Returns how often a won or lost deal went on in a stage.
   *
   * @return the count
   */
  public long reopened() {
    return sums.reopened();
  }

  /**
   * Returns the age of every deal at its end, since its first fact, which is its creation wherever
   * that is recorded; that of an open deal as of the report. The sales cycle is that of the deals
   * won, and {@link StageTimes#incidence} the shares won and lost by age.
   *
   * @return the ages
   */
  public StageTimes age() {
    return new StageTimes(tally.ages(), unit, funnel.confidence());
  }

  /**
   * Returns the age of every deal that entered a stage, since it first did.
   *
   * @return the ages
   */
  public StageTimes ageInStages() {
    return new StageTimes(tally.agesInStages(), unit, funnel.confidence());
  }

  /**
   * Returns how often deals went from which stage or end to which.
   *
   * @return the matrix
   */
  public StageTransitions transitions() {
    return new StageTransitions(funnel.stages(), tally, counts);
  }

  /**
   * Returns the ways that most deals went.
   *
   * @param most how many ways at the most, at least 0
   * @return the ways, those of most deals first; ways of equally many by the names of their stages
   *     in turn, then open, won, lost
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public ImmutableList<StagePath> paths(int most) {
    checkArgument(most >= 0, "the number of paths is %s; it must be at least 0", most);
    return new StagePaths(tally, funnel.stages()).mostFrequent(most);
  }

  /**
   * Returns the events of the table that the funnel does not name, with the number of rows up to
   * the as-of instant; a misspelt stage shows here.
   *
   * @return the counts in the order of the names, whatever the cohort
   */
  public ImmutableSortedMap<String, Long> ignored() {
    return ImmutableSortedMap.copyOf(tally.ignored());
  }

  /**
   * Returns the report of these deals and others together. Equals the report of one table that has
   * them all, provided that no deal is in both.
   *
   * @param other the report of the other deals, by the same funnel as of the same instant
   * @return the report of both
   * @throws IllegalArgumentException if funnel, as-of instant or the unit of the times differ
   */
  public StageFunnelReport merge(StageFunnelReport other) {
    checkArgument(
        funnel.equals(other.funnel) && asOf.equals(other.asOf) && unit == other.unit,
        "%s as of %s in %s cannot be merged with %s as of %s in %s; all three must be the same",
        other.funnel,
        other.asOf,
        other.unit,
        funnel,
        asOf,
        unit);
    StageTally both = new StageTally(funnel.stages().size());
    both.absorb(tally);
    both.absorb(other.tally);
    return new StageFunnelReport(funnel, asOf, unit, both);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StageFunnelReport that
        && funnel.equals(that.funnel)
        && asOf.equals(that.asOf)
        && unit == that.unit
        && steps.equals(that.steps)
        && deals().equals(that.deals())
        && unstaged().equals(that.unstaged())
        && ignored().equals(that.ignored())
        && transitions().equals(that.transitions())
        && age().equals(that.age())
        && ageInStages().equals(that.ageInStages())
        && paths(Integer.MAX_VALUE).equals(that.paths(Integer.MAX_VALUE));
  }

  @Override
  public int hashCode() {
    return Objects.hash(funnel, asOf, unit, deals(), unstaged(), transitions());
  }

  /** Reads like {@code StageFunnelReport of Outcomes[...] as of 2026-03-31T00:00:00Z}. */
  @Override
  public String toString() {
    return "StageFunnelReport of " + deals() + " as of " + asOf;
  }
}
