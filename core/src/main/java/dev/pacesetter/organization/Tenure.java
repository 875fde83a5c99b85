package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who or what held a place, from one day to another: the team of a person, the team above a team,
 * whoever looks after a territory. Half-open: the first day counts, the end does not.
 *
 * @param id whom or what it names; null where nobody is meant, as for a territory that is vacant
 * @param from the first day, {@link LocalDate#MIN} for ever since
 * @param until the first day no longer, {@link LocalDate#MAX} for until further notice
 */
public record Tenure(@Nullable String id, LocalDate from, LocalDate until) {

  /**
   * Checks the days.
   *
   * @throws IllegalArgumentException if the end is not after the start, or the id is blank
   */
  public Tenure {
    checkArgument(id == null || !id.isBlank(), "a tenure names '%s'; it must not be blank", id);
    checkArgument(
        from.isBefore(until),
        "the tenure of '%s' is from %s until %s; the end must be after the start",
        id,
        from,
        until);
  }

  /**
   * Returns a tenure without beginning and end.
   *
   * @param id whom or what it names
   * @return the tenure
   */
  public static Tenure always(String id) {
    return new Tenure(id, LocalDate.MIN, LocalDate.MAX);
  }

  /**
   * Returns a tenure that goes on until further notice.
   *
   * @param id whom or what it names
   * @param from the first day
   * @return the tenure
   */
  public static Tenure since(String id, LocalDate from) {
    return new Tenure(id, from, LocalDate.MAX);
  }

  /**
   * Returns a tenure of nobody: it is known that the place is vacant, which is no gap.
   *
   * @param from the first day
   * @param until the first day no longer
   * @return the tenure
   */
  public static Tenure vacant(LocalDate from, LocalDate until) {
    return new Tenure(null, from, until);
  }

  /**
   * Returns this tenure with an end.
   *
   * @param firstDayAway the first day no longer
   * @return the tenure
   * @throws IllegalArgumentException if it is not after the first day
   */
  public Tenure until(LocalDate firstDayAway) {
    return new Tenure(id, from, firstDayAway);
  }

  /**
   * Returns whom or what it names.
   *
   * @return the id, empty where the place is vacant
   */
  public Optional<String> holder() {
    return Optional.ofNullable(id);
  }

  /**
   * Returns whether it holds on a day.
   *
   * @param day the day
   * @return whether {@code from <= day < until}
   */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  @Override
  public String toString() {
    return (id == null ? "nobody" : id)
        + (from.equals(LocalDate.MIN) ? "" : " from " + from)
        + (until.equals(LocalDate.MAX) ? "" : " until " + until);
  }
}
