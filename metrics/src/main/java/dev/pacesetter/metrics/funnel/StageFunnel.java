package dev.pacesetter.metrics.funnel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.metrics.column.Parts;
import dev.pacesetter.metrics.confidence.Confidence;
import dev.pacesetter.metrics.event.EventTable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The funnel over the stages of a sales process; immutable.
 *
 * <p>Asked of an {@link EventTable} whose subjects are deals and whose events say which stage a
 * deal entered and how it ended:
 *
 * <pre>{@code
 * StageFunnel funnel =
 *     StageFunnel.of("Prospecting", "Engaging", "Proposal").won("Won").lost("Lost");
 * StageFunnelReport report = funnel.with(VisitTime.LAST).over(table, asOf);
 * }</pre>
 *
 * <p>Facts up to the as-of instant count, that instant included. The last of them says how a deal
 * stands: after won or lost it is closed, and entering a stage afterwards opens it again. Where a
 * deal was lost without a record of the stage, it was lost in the deepest stage it was recorded to
 * enter. Backward moves and re-entries are counted and take nothing away from what was reached.
 * Recording once more what holds already changes nothing.
 *
 * <p>Facts of a deal are taken by time, then by sequence number, and where neither tells them
 * apart: creation, stages in the order of the process, lost, won. Events the funnel does not name
 * are passed over and counted; a subject with no others is not a deal. A span longer than a {@code
 * long} can hold counts as the longest it can.
 *
 * @param stages the names of the stages in the order of the process, without the ends
 * @param createdEvents the names of the events that say no more than that a deal exists
 * @param wonEvents the names of the events that win a deal
 * @param lostEvents the names of the events that lose a deal
 * @param reach which stages count as reached
 * @param time which visits make the time in a stage
 * @param cohort which deals count
 * @param confidence the level of the intervals, strictly between 0 and 1
 */
public record StageFunnel(
    ImmutableList<String> stages,
    ImmutableList<String> createdEvents,
    ImmutableList<String> wonEvents,
    ImmutableList<String> lostEvents,
    ReachRule reach,
    VisitTime time,
    StageCohort cohort,
    double confidence) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no stage, a name is blank or there twice, the
   *     cohort's stage is none of the funnel, or the level is out of range
   */
  public StageFunnel {
    Objects.requireNonNull(reach);
    Objects.requireNonNull(time);
    checkArgument(!stages.isEmpty(), "StageFunnel has no stage; it must have at least one");
    HashSet<String> seen = new HashSet<>();
    for (String name : Iterables.concat(stages, createdEvents, wonEvents, lostEvents)) {
      checkArgument(
          !name.isBlank() && seen.add(name),
          "StageFunnel has '%s' among stages %s, created by %s, won by %s and lost by %s; each must"
              + " have a name of its own",
          name,
          stages,
          createdEvents,
          wonEvents,
          lostEvents);
    }
    if (cohort.stage().isPresent()) {
      checkArgument(
          stages.contains(cohort.stage().get()),
          "StageFunnel cohort is '%s'; its stage must be one of %s",
          cohort,
          stages);
    }
    Confidence.check("StageFunnel confidence", confidence);
  }

  /**
   * Returns a funnel of all deals by {@link ReachRule#REACHED_OR_PASSED}, with the time of all
   * visits and 95 % intervals. It knows no events but the stages.
   *
   * @param stages the names of the stages in the order of the process, without the ends
   * @return the funnel
   * @throws IllegalArgumentException if there is no stage, or a name is blank or there twice
   */
  public static StageFunnel of(String... stages) {
    return of(ImmutableList.copyOf(stages));
  }

  /**
   * Returns a funnel of all deals by {@link ReachRule#REACHED_OR_PASSED}, with the time of all
   * visits and 95 % intervals. It knows no events but the stages.
   *
   * @param stages the names of the stages in the order of the process, without the ends
   * @return the funnel
   * @throws IllegalArgumentException if there is no stage, or a name is blank or there twice
   */
  public static StageFunnel of(List<String> stages) {
    return new StageFunnel(
        ImmutableList.copyOf(stages),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ReachRule.REACHED_OR_PASSED,
        VisitTime.TOTAL,
        StageCohort.all(),
        0.95);
  }

  /**
   * Returns this funnel with other events that say no more than that a deal exists. They are needed
   * for deals without a stage and an end, and for those known before their first stage.
   *
   * @param events the names
   * @return the funnel
   * @throws IllegalArgumentException if a name is blank or there twice
   */
  public StageFunnel created(String... events) {
    return new StageFunnel(
        stages,
        ImmutableList.copyOf(events),
        wonEvents,
        lostEvents,
        reach,
        time,
        cohort,
        confidence);
  }

  /**
   * Returns this funnel with other events that win a deal.
   *
   * @param events the names
   * @return the funnel
   * @throws IllegalArgumentException if a name is blank or there twice
   */
  public StageFunnel won(String... events) {
    return new StageFunnel(
        stages,
        createdEvents,
        ImmutableList.copyOf(events),
        lostEvents,
        reach,
        time,
        cohort,
        confidence);
  }

  /**
   * Returns this funnel with other events that lose a deal.
   *
   * @param events the names
   * @return the funnel
   * @throws IllegalArgumentException if a name is blank or there twice
   */
  public StageFunnel lost(String... events) {
    return new StageFunnel(
        stages,
        createdEvents,
        wonEvents,
        ImmutableList.copyOf(events),
        reach,
        time,
        cohort,
        confidence);
  }

  /**
   * Returns this funnel by another rule.
   *
   * @param reach which stages count as reached
   * @return the funnel
   */
  public StageFunnel with(ReachRule reach) {
    return new StageFunnel(
        stages, createdEvents, wonEvents, lostEvents, reach, time, cohort, confidence);
  }

  /**
   * Returns this funnel with the time of other visits.
   *
   * @param time which visits make the time in a stage
   * @return the funnel
   */
  public StageFunnel with(VisitTime time) {
    return new StageFunnel(
        stages, createdEvents, wonEvents, lostEvents, reach, time, cohort, confidence);
  }

  /**
   * Returns this funnel of other deals.
   *
   * @param cohort which deals count
   * @return the funnel
   * @throws IllegalArgumentException if the cohort's stage is none of this funnel
   */
  public StageFunnel with(StageCohort cohort) {
    return new StageFunnel(
        stages, createdEvents, wonEvents, lostEvents, reach, time, cohort, confidence);
  }

  /**
   * Returns this funnel with another level of its intervals.
   *
   * @param confidence the level, strictly between 0 and 1
   * @return the funnel
   * @throws IllegalArgumentException if it is out of range
   */
  public StageFunnel withConfidence(double confidence) {
    return new StageFunnel(
        stages, createdEvents, wonEvents, lostEvents, reach, time, cohort, confidence);
  }

  /**
   * Returns the funnel of the deals known as of an instant.
   *
   * @param table the facts
   * @param asOf up to when facts count, included
   * @return the report
   */
  public StageFunnelReport over(EventTable table, Instant asOf) {
    return over(table, asOf, Runnable::run, 1);
  }

  /**
   * Returns the funnel of the deals known as of an instant, worked out in parts of about equally
   * many facts. Equals the report of {@link #over(EventTable, Instant)} to the last bit.
   *
   * @param table the facts
   * @param asOf up to when facts count, included
   * @param executor runs the parts; may run them in the calling thread
   * @param parts into how many parts the deals are divided, at least 1
   * @return the report
   * @throws IllegalArgumentException if {@code parts} is below 1
   */
  public StageFunnelReport over(EventTable table, Instant asOf, Executor executor, int parts) {
    List<StageTally> tallies =
        new Parts(executor, parts)
            .compute(table.partition(parts), part -> StageReplay.tally(this, part, asOf));
    StageTally whole = new StageTally(stages.size());
    tallies.forEach(whole::absorb);
    return new StageFunnelReport(
        this, asOf, table.timeUnit(), whole, () -> StageReplay.journeys(this, table, asOf));
  }
}
