package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * Somebody who sells: at work from one day to another, and a member of one team at a time.
 *
 * <p>Who moves is a member of the former team for all that happened before the move.
 */
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
   * Returns this person as a member of a team, for all the time at work.
   *
   * @param team the id of the team
   * @return the person
   */
  public Person inTeam(String team) {
    return withMemberships(ImmutableList.of(Tenure.always(team)));
  }

  /**
   * Returns this person as a member of another team from a day on.
   *
   * @param team the id of the team
   * @param from the first day there, after that of the last move
   * @return the person
   * @throws IllegalArgumentException if a later move is known already
   */
  public Person movedTo(String team, LocalDate from) {
    return withMemberships(
        Tenures.followedBy(memberships(), Tenure.since(team, from), "person " + id()));
  }

  /**
   * Returns this person with other memberships.
   *
   * @param memberships the teams, in any order; what overlaps, or leaves a gap in the time at work,
   *     is refused when the organization is built
   * @return the person
   */
  public abstract Person withMemberships(Iterable<? extends Tenure> memberships);

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
   * Returns this person with a ramp, which starts with the first day at work.
   *
   * @param ramp how much of a full quota they can carry at first
   * @return the person
   */
  public Person ramping(Ramp ramp) {
    return ImmutablePerson.builder().from(this).ramp(ramp).build();
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
   * Returns the teams they belong to.
   *
   * @return the teams' ids, in the order of time
   */
  public abstract ImmutableList<Tenure> memberships();

  /**
   * Returns the team they belonged to last, so far as is known.
   *
   * @return its id
   */
  public Optional<String> team() {
    return Tenures.last(memberships());
  }

  /**
   * Returns the team they belong to on a day. Somebody who has left still belongs to the last team,
   * so that a deal closed after they left counts where they were.
   *
   * @param day the day
   * @return its id
   */
  public Optional<String> teamOn(LocalDate day) {
    return Tenures.on(memberships(), day);
  }

  /**
   * Returns how much of a full quota they can carry at first.
   *
   * @return the ramp; none unless one was given
   */
  @Value.Default
  public Ramp ramp() {
    return Ramp.none();
  }

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
   * Returns the share of a full quota that the person can carry on a day.
   *
   * @param day the day
   * @return 0 when they are not there; the share of their ramp; 1 when no first day is known
   */
  public double quotaShareOn(LocalDate day) {
    return isActiveOn(day) ? since().map(first -> ramp().shareOn(first, day)).orElse(1.0) : 0;
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

  void report(Consumer<OrganizationProblem> problems) {
    String subject = "person " + id();
    Tenures.check(subject, memberships(), problems);
    if (memberships().isEmpty()) {
      return;
    }
    LocalDate first = memberships().get(0).from();
    if (since().map(first::isAfter).orElse(false)) {
      problems.accept(Tenures.gap(subject, since().get(), first));
    }
    LocalDate last = memberships().get(memberships().size() - 1).until();
    if (last.isBefore(until().orElse(LocalDate.MAX))) {
      problems.accept(Tenures.gap(subject, last, until().orElse(LocalDate.MAX)));
    }
  }

  @Value.Check
  Person check() {
    checkArgument(!id().isBlank(), "a person id is '%s'; it must not be blank", id());
    checkArgument(
        since().isEmpty() || until().isEmpty() || since().get().isBefore(until().get()),
        "person %s is there from %s until %s; the end must be after the start",
        id(),
        since(),
        until());
    ImmutableList<Tenure> sorted = Tenures.sorted(memberships());
    return sorted.equals(memberships()) ? this : withMemberships(sorted);
  }
}
