package dev.pacesetter.plan.task;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import java.time.Duration;
import java.util.TreeMap;

/**
 * How long people work for tasks on a working day, while they are there: eight hours, unless
 * something else is said.
 *
 * <p>When somebody is there, from the first day to the last, the organization knows.
 */
public final class Capacity {
  private static final int EIGHT_HOURS = 8 * 60;

  private final Organization organization;
  private final int standard;
  private final ImmutableSortedMap<String, Integer> own;

  private Capacity(
      Organization organization, int standard, ImmutableSortedMap<String, Integer> own) {
    this.organization = organization;
    this.standard = standard;
    this.own = own;
  }

  /**
   * Returns eight hours a day for everybody.
   *
   * @param organization who is there, and when
   * @return the capacity
   */
  public static Capacity of(Organization organization) {
    return new Capacity(organization, EIGHT_HOURS, ImmutableSortedMap.of());
  }

  /**
   * Returns this capacity with another day for everybody of whom nothing else is said.
   *
   * @param aDay time for tasks on a working day, in whole minutes, from one minute to 24 hours
   * @return the capacity
   * @throws IllegalArgumentException if the time is out of range
   */
  public Capacity withTimeADay(Duration aDay) {
    return new Capacity(organization, minutes("everybody", aDay), own);
  }

  /**
   * Returns this capacity with another day for a person.
   *
   * @param person the person's id
   * @param aDay time for tasks on a working day, in whole minutes, from one minute to 24 hours
   * @return the capacity
   * @throws IllegalArgumentException if the time is out of range, or the person is not there
   */
  public Capacity withTimeADay(String person, Duration aDay) {
    TreeMap<String, Integer> times = new TreeMap<>(own);
    times.put(person("somebody with a time of their own", person).id(), minutes(person, aDay));
    return new Capacity(organization, standard, ImmutableSortedMap.copyOf(times));
  }

  private static int minutes(String whose, Duration aDay) {
    checkArgument(
        aDay.toMinutes() >= 1
            && aDay.compareTo(Duration.ofDays(1)) <= 0
            && aDay.equals(Duration.ofMinutes(aDay.toMinutes())),
        "the time a day of %s is %s; it must be whole minutes, at least one and at most 24 hours",
        whose,
        aDay);
    return Math.toIntExact(aDay.toMinutes());
  }

  int minutesADay(String person) {
    return own.getOrDefault(person, standard);
  }

  Person person(String subject, String id) {
    return organization
        .person(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is '%s', who is not in the organization; there are %s"
                        .formatted(
                            subject, id, organization.people().stream().map(Person::id).toList())));
  }
}
