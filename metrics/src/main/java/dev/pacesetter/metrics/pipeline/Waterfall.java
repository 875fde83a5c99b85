package dev.pacesetter.metrics.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;

/**
 * What led from the open pipeline at one instant to that at another.
 *
 * <p>By amount, always and without a residual:
 *
 * <pre>{@code
 * start + created + reopened + pulled in + increased
 *       - won - lost - decreased - pushed out = end
 * }</pre>
 *
 * and by count the same without increased and decreased, whose counts are changes and not deals.
 *
 * <p>Every change inside the window counts, also those undone before its end; both ends are those
 * of the half-open window {@code [from, to)}, so consecutive windows meet. A row that changes
 * several things at once is split in this order: first the amount, as an increase or decrease if
 * the deal was in the scope; then the close date, which pulls the deal in or pushes it out at the
 * new amount; then the outcome at the new amount. A deal whose first row is already won or lost is
 * created and closed at once. A closed deal that becomes open, or changes between won and lost, is
 * reopened first; other changes of closed deals move nothing.
 *
 * @param from the start of the window, included
 * @param to the end of the window, excluded
 * @param scope which open deals belong to the pipeline
 * @param start open just before {@code from}
 * @param created entered by being created
 * @param reopened entered by being opened again after won or lost
 * @param pulledIn entered because the close date moved into the scope, from whichever side
 * @param increased amounts raised while in the scope; counts changes
 * @param won left as won
 * @param lost left as lost
 * @param decreased amounts lowered while in the scope; counts changes
 * @param pushedOut left because the close date moved out of the scope, to whichever side, or was
 *     taken away
 * @param end open just before {@code to}
 */
public record Waterfall(
    Instant from,
    Instant to,
    PipelineScope scope,
    Movement start,
    Movement created,
    Movement reopened,
    Movement pulledIn,
    Movement increased,
    Movement won,
    Movement lost,
    Movement decreased,
    Movement pushedOut,
    Movement end) {

  /**
   * Checks that the lines add up.
   *
   * @throws IllegalArgumentException if the window ends before it starts, or there is a residual
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public Waterfall {
    checkArgument(
        !to.isBefore(from),
        "Waterfall window is [%s, %s); it must not end before it starts",
        from,
        to);
    long entered =
        sum(
            start.amount(),
            created.amount(),
            reopened.amount(),
            pulledIn.amount(),
            increased.amount());
    long left =
        sum(won.amount(), lost.amount(), decreased.amount(), pushedOut.amount(), end.amount());
    checkArgument(
        entered == left,
        "Waterfall has a residual of %s minor units; it must be 0",
        entered - left);
    long came = sum(start.count(), created.count(), reopened.count(), pulledIn.count());
    long went = sum(won.count(), lost.count(), pushedOut.count(), end.count());
    checkArgument(came == went, "Waterfall has a residual of %s deals; it must be 0", came - went);
  }

  /**
   * Returns the movement between two instants.
   *
   * @param from the start of the window; rows at exactly this instant belong to the window
   * @param to the end of the window; rows at exactly this instant do not
   * @param history the deals
   * @param scope which open deals belong to the pipeline
   * @return the waterfall
   * @throws IllegalArgumentException if the window ends before it starts
   * @throws ArithmeticException if a sum does not fit a {@code long}
   */
  public static Waterfall between(
      Instant from, Instant to, DealHistory history, PipelineScope scope) {
    WaterfallTally tally = new WaterfallTally(firstMillis(from), firstMillis(to), history, scope);
    int row = 0;
    while (row < history.rows()) {
      row = tally.replayDeal(row);
    }
    return tally.result(from, to);
  }

  /** Returns the first whole millisecond that is not before an instant. */
  private static long firstMillis(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(millis).equals(instant) ? millis : millis + 1;
  }

  private static long sum(long... amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }
}
