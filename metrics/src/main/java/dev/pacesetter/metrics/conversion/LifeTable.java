package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of deals by their age: for each distinct age, how many were won, lost or last seen
 * open, and how many were at risk, that is, observed and open until then.
 *
 * <p>Every curve and every comparison of this package rests on such a table. It depends on the
 * counts alone, so the order of the observations changes nothing, and the tables of parts add up by
 * {@link #plus} to exactly the table of the whole. At one age, wins and losses come before those
 * last seen open, who are therefore still at risk. Observation may begin late (left truncation):
 * who entered at some age is at risk at higher ages only.
 *
 * <p>Ages are whole ticks, kept without any rounding, or fractional days; answers are in days.
 *
 * <pre>{@code
 * byte[] ends = {End.WON.code(), End.LOST.code(), End.OPEN.code()};
 * LifeTable table = LifeTable.ofDays(new double[] {31, 12.5, 90}, ends);
 * }</pre>
 */
public final class LifeTable {
  /** In place of the ticks per day where ages are fractional days. */
  private static final long FRACTIONAL = 0;

  private static final TimeCounts NONE_LATE = TimeCounts.of(new long[0], new long[0]);

  private final long ticksPerDay;
  private final TimeCounts ends;
  private final TimeCounts lateEntries;
  private final long[] atRisk;
  private final long n;

  private LifeTable(long ticksPerDay, TimeCounts ends, TimeCounts lateEntries) {
    this.ticksPerDay = ticksPerDay;
    this.ends = ends;
    this.lateEntries = lateEntries;
    n = Math.addExact(Math.addExact(total(End.OPEN), total(End.WON)), total(End.LOST));
    atRisk = new long[ends.rows()];
    long present = n - lateEntries.total(0);
    int entry = 0;
    for (int row = 0; row < atRisk.length; row++) {
      while (entry < lateEntries.rows() && lateEntries.time(entry) < ends.time(row)) {
        present += lateEntries.count(0, entry++);
      }
      atRisk[row] = present;
      present -= ended(row) + count(End.OPEN, row);
    }
  }

  /**
   * Returns the table of ages in whole ticks; they are copied once and sorted without boxing.
   *
   * @param ticksPerDay how many ticks make a day, at least 1; 86,400,000 for milliseconds
   * @param times the age at the end of each observation, in ticks, at least 0; not changed
   * @param ends how it ended, as {@link End#code} says; not changed
   * @param n how many observations there are, from the start of both arrays
   * @return the table
   * @throws IllegalArgumentException if a time, an end, the ticks or the number is out of range
   */
  public static LifeTable ofTicks(long ticksPerDay, long[] times, byte[] ends, int n) {
    Columns.checkTicks(ticksPerDay);
    Columns.checkSize(n, times.length, "times");
    Columns.checkSize(n, ends.length, "ends");
    return new LifeTable(ticksPerDay, TimeCounts.of(new SortedEnds(times, ends, n)), NONE_LATE);
  }

  /**
   * Returns the table of ages in whole ticks of observations that began late.
   *
   * @param ticksPerDay how many ticks make a day, at least 1
   * @param entries the age at which each observation began, in ticks, from 0 to below its end; not
   *     changed
   * @param times the age at which it ended; not changed
   * @param ends how it ended, as {@link End#code} says; not changed
   * @param n how many observations there are, from the start of the arrays
   * @return the table
   * @throws IllegalArgumentException if an entry, a time, an end, the ticks or the number is out of
   *     range
   */
  public static LifeTable ofTicks(
      long ticksPerDay, long[] entries, long[] times, byte[] ends, int n) {
    Columns.checkTicks(ticksPerDay);
    Columns.checkSize(n, entries.length, "entries");
    Columns.checkSize(n, times.length, "times");
    Columns.checkSize(n, ends.length, "ends");
    for (int i = 0; i < n; i++) {
      if (entries[i] < 0 || entries[i] >= times[i]) {
        throw Columns.badEntry(i, entries[i], times[i]);
      }
    }
    return new LifeTable(
        ticksPerDay,
        TimeCounts.of(new SortedEnds(times, ends, n)),
        TimeCounts.ofOneKind(Arrays.copyOf(entries, n)));
  }

  /**
   * Returns the table of ages in days and fractions of a day.
   *
   * @param days the age at the end of each observation, finite and at least 0; not changed
   * @param ends how it ended, as {@link End#code} says; not changed
   * @return the table
   * @throws IllegalArgumentException if an age or an end is out of range, or the lengths differ
   */
  public static LifeTable ofDays(double[] days, byte[] ends) {
    Columns.checkLength(ends.length, days.length, "times");
    return new LifeTable(
        FRACTIONAL,
        TimeCounts.of(new SortedEnds(Columns.sortableBits(days), ends, ends.length)),
        NONE_LATE);
  }

  /**
   * Returns the table of ages in days and fractions of a day, of observations that began late.
   *
   * @param entries the age at which each observation began, from 0 to below its end; not changed
   * @param days the age at which it ended, finite; not changed
   * @param ends how it ended, as {@link End#code} says; not changed
   * @return the table
   * @throws IllegalArgumentException if an age or an end is out of range, or the lengths differ
   */
  public static LifeTable ofDays(double[] entries, double[] days, byte[] ends) {
    Columns.checkLength(ends.length, entries.length, "entries");
    Columns.checkLength(ends.length, days.length, "times");
    for (int i = 0; i < entries.length; i++) {
      if (!(entries[i] >= 0 && entries[i] < days[i])) { // so that NaN is refused too
        throw Columns.badEntry(i, entries[i], days[i]);
      }
    }
    return new LifeTable(
        FRACTIONAL,
        TimeCounts.of(new SortedEnds(Columns.sortableBits(days), ends, ends.length)),
        TimeCounts.ofOneKind(Columns.sortableBits(entries)));
  }

  /**
   * Returns the table of counts that were aggregated elsewhere.
   *
   * @param ticksPerDay how many ticks make a day, at least 1
   * @param times the ages in ticks, at least 0 and ascending; copied, as are the counts
   * @param won how many were won at each age
   * @param lost how many were lost
   * @param open how many were last seen open
   * @return the table; rows without any count are left out
   * @throws IllegalArgumentException if the times do not ascend, the ticks or a count is out of
   *     range, or the lengths differ
   */
  public static LifeTable ofCounts(
      long ticksPerDay, long[] times, long[] won, long[] lost, long[] open) {
    Columns.checkTicks(ticksPerDay);
    Columns.checkLength(times.length, won.length, "counts of won");
    Columns.checkLength(times.length, lost.length, "counts of lost");
    Columns.checkLength(times.length, open.length, "counts of open");
    for (int i = 0; i < times.length; i++) {
      if (times[i] < 0 || (i > 0 && times[i] <= times[i - 1])) {
        throw new IllegalArgumentException(
            "LifeTable time " + i + " is " + times[i] + "; times must be at least 0 and ascend");
      }
      if (won[i] < 0 || lost[i] < 0 || open[i] < 0) {
        throw new IllegalArgumentException(
            "LifeTable counts %d won, %d lost and %d open at time %d; counts must be at least 0"
                .formatted(won[i], lost[i], open[i], times[i]));
      }
    }
    return new LifeTable(ticksPerDay, TimeCounts.of(times, open, won, lost), NONE_LATE);
  }

  /**
   * Returns the table of these observations and others; the same whichever part comes first.
   *
   * @param other the table of other observations, of ages in the same ticks
   * @return the table of all
   * @throws IllegalArgumentException if the ages are in other ticks
   * @throws ArithmeticException if a count does not fit a {@code long}
   */
  public LifeTable plus(LifeTable other) {
    checkSameTicks(other);
    return new LifeTable(ticksPerDay, ends.plus(other.ends), lateEntries.plus(other.lateEntries));
  }

  /**
   * Returns the table of those observed beyond an age, as if it began there: for questions such as
   * how many of the deals that are still open after 60 days will be won.
   *
   * @param days the age that is reached, at least 0
   * @return the observations that ended at a higher age, whose ages keep counting from the start
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public LifeTable openAt(double days) {
    int entry = 0;
    while (entry < lateEntries.rows() && days(lateEntries.time(entry)) <= days) {
      entry++;
    }
    return new LifeTable(ticksPerDay, ends.fromRow(rowAt(days) + 1), lateEntries.fromRow(entry));
  }

  /**
   * Returns the number of observations.
   *
   * @return the count, at least 0
   */
  public long n() {
    return n;
  }

  /**
   * Returns how many observations ended in a way.
   *
   * @param end which end
   * @return the count, at least 0
   */
  public long total(End end) {
    return ends.total(end.code());
  }

  /**
   * Returns how many ticks make a day.
   *
   * @return the ticks, at least 1; 0 when ages are fractional days
   */
  public long ticksPerDay() {
    return ticksPerDay;
  }

  /**
   * Returns the number of distinct ages, each of which is a row.
   *
   * @return the number of rows, at least 0
   */
  public int rows() {
    return ends.rows();
  }

  /**
   * Returns the age of a row.
   *
   * @param row the row, from 0 below {@link #rows}; rows ascend by age
   * @return the age in days
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double days(int row) {
    return days(ends.time(row));
  }

  /**
   * Returns the age of a row without rounding.
   *
   * @param row the row, from 0 below {@link #rows}
   * @return the age in ticks
   * @throws IllegalStateException if ages are fractional days
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long ticks(int row) {
    if (ticksPerDay == FRACTIONAL) {
      throw new IllegalStateException("LifeTable has ages in fractional days; ask for days(row)");
    }
    return ends.time(row);
  }

  /**
   * Returns how many observations ended in a way at the age of a row.
   *
   * @param end which end
   * @param row the row, from 0 below {@link #rows}
   * @return the count, at least 0
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long count(End end, int row) {
    return ends.count(end.code(), row);
  }

  /**
   * Returns how many were observed and open until the age of a row: entered before it and not ended
   * before it.
   *
   * @param row the row, from 0 below {@link #rows}
   * @return the count, at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long atRisk(int row) {
    return atRisk[row];
  }

  /**
   * Returns whether nobody was observed up to an age, so that a curve there only repeats its last
   * value.
   *
   * @param days the age, at least 0
   * @return whether the age is beyond that of every observation
   * @throws IllegalArgumentException if the age is negative or not a number
   */
  public boolean isBeyondFollowUp(double days) {
    checkAge(days);
    return rows() == 0 || days > days(rows() - 1);
  }

  /** Returns how many were won or lost at the age of a row. */
  long ended(int row) {
    return count(End.WON, row) + count(End.LOST, row);
  }

  /** Returns the last row whose age is not above the given one, -1 before the first row. */
  int rowAt(double days) {
    checkAge(days);
    int low = -1;
    int high = rows();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (days(middle) <= days) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the times as they are compared: ticks, or the bits of days, which sort alike. */
  TimeCounts ends() {
    return ends;
  }

  TimeCounts lateEntries() {
    return lateEntries;
  }

  void checkSameTicks(LifeTable other) {
    checkArgument(
        ticksPerDay == other.ticksPerDay,
        "LifeTable with %s ticks a day and LifeTable with %s ticks a day; ages must be in the same"
            + " ticks (0 stands for fractional days)",
        ticksPerDay,
        other.ticksPerDay);
  }

  private double days(long time) {
    return ticksPerDay == FRACTIONAL ? Double.longBitsToDouble(time) : (double) time / ticksPerDay;
  }

  private static void checkAge(double days) {
    checkArgument(days >= 0, "LifeTable age is %s days; it must be at least 0", days);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LifeTable that
        && ticksPerDay == that.ticksPerDay
        && ends.equals(that.ends)
        && lateEntries.equals(that.lateEntries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ticksPerDay, ends, lateEntries);
  }

  /** Reads like {@code LifeTable of 38: 12 won, 5 lost, 21 open}. */
  @Override
  public String toString() {
    return "LifeTable of "
        + n
        + ": "
        + total(End.WON)
        + " won, "
        + total(End.LOST)
        + " lost, "
        + total(End.OPEN)
        + " open";
  }
}
