package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody who sells: a member of at most one team, from one day to another. */
@Value.Immutable
@HouseStyle
public abstract class Person {
  Person() {}

  /**
   * Returns a person without a team, there since ever.
   *
   * @param id stable and unique among people, not blank
   * @param name what people call them
   * @return the person
   */
  public static Person of(String id, String name) {
    return ImmutablePerson.builder().id(id).name(name).build();
  }

  /**
   * Returns this person as a member of a team.
   *
   * @param team the id of the team
   * @return the person
   */
  public Person inTeam(String team) {
    return ImmutablePerson.builder().from(this).team(team).build();
  }

  /**
   * Returns this person with a first day.
   *
   * @param firstDay the first day at work
   * @return the person
   */
  public Person since(LocalDate firstDay) {
    return ImmutablePerson.builder().from(this).since(firstDay).build();
  }

  /**
   * Returns this person with a last day.
   *
   * @param firstDayAway the first day no longer at work, after the first day
   * @return the person
   * @throws IllegalArgumentException if it is not after the first day
   */
  public Person until(LocalDate firstDayAway) {
    return ImmutablePerson.builder().from(this).until(firstDayAway).build();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among people
   */
  public abstract String id();

  /**
   * Returns what people call them.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the team they belong to.
   *
   * @return its id
   */
  public abstract Optional<String> team();

  /**
   * Returns the first day at work.
   *
   * @return the day; empty when it is not known
   */
  public abstract Optional<LocalDate> since();

  /**
   * Returns the first day no longer at work.
   *
   * @return the day; empty for somebody who is still there
   */
  public abstract Optional<LocalDate> until();

  /**
   * Returns whether the person is there on a day.
   *
   * @param day the day
   * @return whether {@code since <= day < until}, where a missing end is open
   */
  public boolean isActiveOn(LocalDate day) {
    return !since().map(day::isBefore).orElse(false) && until().map(day::isBefore).orElse(true);
  }

  /**
   * Returns whether the person is there on at least one day of a period.
   *
   * @param period the period
   * @return whether their time overlaps it
   */
  public boolean isThereIn(Period period) {
    return since().map(since -> since.isBefore(period.end())).orElse(true)
        && until().map(until -> until.isAfter(period.start())).orElse(true);
  }

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a person id is '%s'; it must not be blank", id());
    checkArgument(
        since().isEmpty() || until().isEmpty() || since().get().isBefore(until().get()),
        "person %s is there from %s until %s; the end must be after the start",
        id(),
        since(),
        until());
  }
}
