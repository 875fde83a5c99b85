package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.conversion.End;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often deals went from where to where: a matrix over the stages, won, lost and open.
 *
 * <p>A deal begins as {@link End#OPEN}, that is, in no stage yet. To be left for {@link End#OPEN}
 * means to be the place of the deal as of the report; a deal that stays won or lost is counted as
 * going from there to there. So each row adds up to how often deals came to that place, and the row
 * of {@link End#OPEN} to the number of deals. Recording once more what holds already is no move.
 * Immutable.
 */
public final class StageTransitions {
  private final ImmutableList<String> stages;
  private final StageTally tally;
  private final StageCounts counts;

  StageTransitions(ImmutableList<String> stages, StageTally tally, StageCounts counts) {
    this.stages = stages;
    this.tally = tally;
    this.counts = counts;
  }

  /**
   * Returns how often deals moved from one stage to another.
   *
   * @param from the name of a stage
   * @param to the name of a stage
   * @return the count, 0 for a stage to itself
   * @throws IllegalArgumentException if there is no such stage
   */
  public long count(String from, String to) {
    return counts.moves(place(from), place(to));
  }

  /**
   * Returns how often deals ended in a stage, or are in it.
   *
   * @param from the name of a stage
   * @param to won, lost, or open for the deals that are there as of the report
   * @return the count
   * @throws IllegalArgumentException if there is no such stage
   */
  public long count(String from, End to) {
    return counts.moves(place(from), place(to));
  }

  /**
   * Returns how often deals began in a stage, or were opened again in it.
   *
   * @param from open for the first stage a deal was in; won or lost for one opened again
   * @param to the name of a stage
   * @return the count
   * @throws IllegalArgumentException if there is no such stage
   */
  public long count(End from, String to) {
    return counts.moves(place(from), place(to));
  }

  /**
   * Returns how often deals came from one end to another without a stage between.
   *
   * @param from open for deals that had been in no stage
   * @param to won or lost; or open, for the deals that have been in no stage as of the report
   * @return the count; from won to won and from lost to lost how many are so as of the report, and
   *     0 from either to open
   */
  public long count(End from, End to) {
    return counts.moves(place(from), place(to));
  }

  /**
   * Returns how often deals came to a stage.
   *
   * @param stage the name of a stage
   * @return the visits: the sum of the row
   * @throws IllegalArgumentException if there is no such stage
   */
  public long visits(String stage) {
    return row(place(stage));
  }

  /**
   * Returns how often deals were won, were lost, or began.
   *
   * @param end which
   * @return the sum of the row
   */
  public long visits(End end) {
    return row(place(end));
  }

  private long row(int from) {
    long sum = 0;
    for (int to = 0; to <= tally.open; to++) {
      sum += counts.moves(from, to);
    }
    return sum;
  }

  private int place(String stage) {
    int place = stages.indexOf(stage);
    checkArgument(place >= 0, "the funnel has no stage '%s'; it has %s", stage, stages);
    return place;
  }

  private int place(End end) {
    return switch (end) {
      case OPEN -> tally.open;
      case WON -> tally.won;
      case LOST -> tally.lost;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StageTransitions that
        && stages.equals(that.stages)
        && counts.hasMovesOf(that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stages, visits(End.OPEN), visits(End.WON), visits(End.LOST));
  }

  /** Reads like {@code StageTransitions over [Lead, Demo, Offer]}. */
  @Override
  public String toString() {
    return "StageTransitions over " + stages;
  }
}
