package dev.pacesetter.plan.need;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.metrics.conversion.CumulativeIncidence;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;

/**
 * How long it takes from a step to a deal won, among those that are won.
 *
 * <p>With {@code F(t)} the share won by age t by Aalen and Johansen, deals lost competing and open
 * ones censored: {@code G(t) = F(t)/F(∞)}, where ∞ is as far as deals were followed. Deals won
 * later than any that was followed are not seen.
 */
public final class LeadTimes {
  private final long won;
  private final ImmutableDoubleArray days;
  private final ImmutableDoubleArray shares;

  private LeadTimes(long won, ImmutableDoubleArray days, ImmutableDoubleArray shares) {
    this.won = won;
    this.days = days;
    this.shares = shares;
  }

  /**
   * Returns the lead times of deals, of which some were lost or are open.
   *
   * @param table the ages of deals since the step at which they were won, lost or last seen open
   * @return the lead times
   * @throws IllegalArgumentException if none was won
   */
  public static LeadTimes of(LifeTable table) {
    checkArgument(
        table.total(End.WON) > 0, "%s has no deal won; lead times need at least one", table);
    CumulativeIncidence curve = CumulativeIncidence.of(table);
    double all = curve.share(End.WON, table.rows() - 1);
    ImmutableDoubleArray.Builder days = ImmutableDoubleArray.builder();
    ImmutableDoubleArray.Builder shares = ImmutableDoubleArray.builder();
    for (int row = 0; row < table.rows(); row++) {
      if (table.count(End.WON, row) > 0) {
        days.add(table.days(row));
        shares.add(curve.share(End.WON, row) / all);
      }
    }
    return new LeadTimes(table.total(End.WON), days.build(), shares.build());
  }

  /**
   * Returns on how many deals won the lead times rest.
   *
   * @return the number, at least 1
   */
  public long won() {
    return won;
  }

  /**
   * Returns the share of deals won that are won within so many days.
   *
   * @param days days since the step
   * @return {@code G(days)}, from 0 to 1
   */
  public double shareWithin(double days) {
    int first = 0;
    int end = this.days.length();
    while (first < end) {
      int middle = (first + end) / 2;
      if (this.days.get(middle) <= days) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return first == 0 ? 0 : shares.get(first - 1);
  }

  /**
   * Returns within how many days a share of the deals won is won.
   *
   * @param share the share, above 0 and at most 1
   * @return the least number of days observed at which at least the share is won
   * @throws IllegalArgumentException if the share is out of range
   */
  public double daysFor(double share) {
    checkArgument(share > 0 && share <= 1, "the share is %s; it must be above 0, at most 1", share);
    for (int row = 0; row < days.length(); row++) {
      if (shares.get(row) >= share) {
        return days.get(row);
      }
    }
    return days.get(days.length() - 1); // rounding may leave the last share just below 1
  }

  /**
   * Returns which share of the deals won evenly over a stretch of days began before it.
   *
   * @param ahead days from now to the first day of the stretch, at least 0
   * @param length days in the stretch, at least 1
   * @return the mean of {@code 1 - G(t)} over the days t from now; from 0 to 1
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double shareBegunBefore(int ahead, int length) {
    checkArgument(
        ahead >= 0 && length >= 1,
        "a stretch is %s days ahead and %s days long; at least 0 and at least 1",
        ahead,
        length);
    double begun = 0;
    for (int day = 0; day < length; day++) {
      begun += 1 - shareWithin(ahead + day + 0.5);
    }
    return begun / length;
  }

  @Override
  public String toString() {
    return "lead times of %s deals won, half of them within %s days".formatted(won, daysFor(0.5));
  }
}
