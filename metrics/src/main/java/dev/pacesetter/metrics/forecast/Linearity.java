package dev.pacesetter.metrics.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.pipeline.Concentration;

/**
 * How evenly bookings came in over the parts of a period, compared with a plan.
 *
 * <p>The plan is even unless {@link #against} gives another one, so that a season is not blamed on
 * people. All answers are ratios with {@code n} the number of parts, and no data when nothing was
 * booked.
 */
public final class Linearity {
  /** Cumulative shares that differ by less are equal but for rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] bookings;
  private final double total;
  private final SeasonalProfile plan;

  private Linearity(double[] bookings, SeasonalProfile plan) {
    this.bookings = bookings;
    this.total = Columns.sum(bookings);
    this.plan = plan;
  }

  /**
   * Returns the linearity against an even plan.
   *
   * @param bookings what was booked in each part, from 0 to 1e100; at least one part
   * @return the linearity
   * @throws IllegalArgumentException if there is no part or a booking is out of range
   */
  public static Linearity of(double... bookings) {
    return new Linearity(
        Columns.notNegative("Linearity booking", bookings), SeasonalProfile.even(bookings.length));
  }

  /**
   * Returns the linearity against another plan.
   *
   * @param plan the planned shares, as many as bookings
   * @return the linearity
   * @throws IllegalArgumentException if the number of parts differs
   */
  public Linearity against(SeasonalProfile plan) {
    Columns.checkLength("Linearity planned parts", bookings.length, plan.parts());
    return new Linearity(bookings, plan);
  }

  /**
   * Returns the linearity index: {@code 1 - ½·Σ|share - planned share|}.
   *
   * @return the part of the bookings that came when planned, from 0 to 1; 1 is exactly as planned
   */
  public Measure index() {
    double moved = 0;
    for (int part = 0; part < bookings.length; part++) {
      moved += Math.abs(bookings[part] / total - plan.share(part));
    }
    return measure(Math.max(0, 1 - moved / 2));
  }

  /**
   * Returns the share of the last parts.
   *
   * @param last how many parts, from 0 to their number; a fraction counts the part in proportion
   * @return the share, from 0 to 1
   * @throws IllegalArgumentException if there are not as many
   */
  public Measure shareOfLast(double last) {
    checkLast(last);
    double sum = 0;
    int whole = (int) last;
    for (int part = bookings.length - whole; part < bookings.length; part++) {
      sum += bookings[part];
    }
    if (whole < bookings.length) {
      sum += bookings[bookings.length - whole - 1] * (last - whole);
    }
    return measure(Math.min(1, sum / total));
  }

  /**
   * Returns the share of the last third of the period: {@code shareOfLast(parts / 3)}. Of a
   * quarter, 35 to 40 % is healthy.
   *
   * @return the share, from 0 to 1
   */
  public Measure shareOfLastThird() {
    return shareOfLast(bookings.length / 3.0);
  }

  /**
   * Returns the hockey stick: the share of the last parts over the share planned for them.
   *
   * @param last how many parts, from 1 to their number
   * @return the factor, at least 0; 1 is as planned; no data when nothing was planned for them
   * @throws IllegalArgumentException if there are not as many
   */
  public Measure hockeyStick(int last) {
    checkLast(last);
    checkArgument(last >= 1, "Linearity is asked for the last %s parts; ask for 1 or more", last);
    double planned = 0;
    for (int part = bookings.length - last; part < bookings.length; part++) {
      planned += plan.share(part);
    }
    Measure share = shareOfLast(last);
    if (!share.isPresent() || planned == 0) {
      return Measure.noData(Unit.RATIO, bookings.length, NoData.NOTHING_OBSERVED);
    }
    return measure(share.value() / planned);
  }

  /**
   * Returns the {@linkplain Concentration#gini Gini coefficient} over the parts. The plan plays no
   * part in it.
   *
   * @return the coefficient, 0 when all parts are equal, {@code 1 - 1/n} when one has everything
   */
  public Measure gini() {
    return Concentration.of(bookings).gini();
  }

  /**
   * Returns the largest gap between the planned and the actual cumulative share, at the end of a
   * part.
   *
   * @return {@code planned - actual} where it is largest in magnitude, the first such; above 0 when
   *     bookings came later than planned; from -1 to 1
   */
  public Measure largestGap() {
    double largest = 0;
    double booked = 0;
    for (int part = 0; part < bookings.length; part++) {
      booked += bookings[part];
      double gap = plan.shareBy(part + 1) - booked / total;
      if (Math.abs(gap) > Math.abs(largest) + ROUNDING) {
        largest = gap;
      }
    }
    return measure(largest);
  }

  /**
   * Returns the mean gap between the planned and the actual cumulative share over the ends of all
   * parts.
   *
   * @return above 0 when bookings came later than planned; from -1 to 1
   */
  public Measure meanGap() {
    double sum = 0;
    double booked = 0;
    for (int part = 0; part < bookings.length; part++) {
      booked += bookings[part];
      sum += plan.shareBy(part + 1) - booked / total;
    }
    return measure(sum / bookings.length);
  }

  private void checkLast(double last) {
    Columns.checkRange("Linearity number of last parts", last, 0, bookings.length);
  }

  private Measure measure(double ratio) {
    return total > 0
        ? Measure.of(ratio, Unit.RATIO, bookings.length)
        : Measure.noData(Unit.RATIO, bookings.length, NoData.NOTHING_OBSERVED);
  }
}
