package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Comparator;
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
   * Returns this person at a share of full time, for all the time at work.
   *
   * @param share the share of full time, such as 0.6 for three days of five; from 0 to 1
   * @return the person
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public Person working(double share) {
    return withWorkingTimes(ImmutableList.of(WorkingTime.always(share)));
  }

  /**
   * Returns this person at another share of full time from a day on.
   *
   * @param share the share of full time, from 0, a leave of absence, to 1
   * @param from the first day of it, after that of the last change
   * @return the person
   * @throws IllegalArgumentException if the share is not between 0 and 1, or a later change is
   *     known already
   */
  public Person working(double share, LocalDate from) {
    ImmutableList.Builder<WorkingTime> times = ImmutableList.builder();
    for (WorkingTime time : workingTimes()) {
      checkArgument(
          time.from().isBefore(from),
          "person %s cannot change working time on %s; a change on %s is known, and changes come in"
              + " their order",
          id(),
          from,
          time.from());
      times.add(time.until().isAfter(from) ? time.until(from) : time);
    }
    return withWorkingTimes(times.add(WorkingTime.since(share, from)).build());
  }

  /**
   * Returns this person with other working times.
   *
   * @param times the shares of full time, in any order; on days without one the person works full
   *     time
   * @return the person
   * @throws IllegalArgumentException if two hold on one day
   */
  public abstract Person withWorkingTimes(Iterable<? extends WorkingTime> times);

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
   * Returns how much of full time they work.
   *
   * @return the working times, in the order of time; none for somebody who always works full time
   */
  public abstract ImmutableList<WorkingTime> workingTimes();

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
   * @return 0 when they are not there; otherwise {@link #rampShareOn} times {@link #workingShareOn}
   */
  public double quotaShareOn(LocalDate day) {
    return isActiveOn(day) ? rampShareOn(day) * workingShareOn(day) : 0;
  }

  /**
   * Returns how far the person has come with their ramp on a day.
   *
   * @param day the day
   * @return the share of a full quota, 0 before the first day; 1 when no first day is known
   */
  public double rampShareOn(LocalDate day) {
    return since().map(first -> ramp().shareOn(first, day)).orElse(1.0);
  }

  /**
   * Returns how much of full time the person works on a day.
   *
   * @param day the day
   * @return the share of full time, 1 unless another was given; says nothing of who has left
   */
  public double workingShareOn(LocalDate day) {
    for (WorkingTime time : workingTimes()) {
      if (time.holdsOn(day)) {
        return time.share();
      }
    }
    return 1;
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
    ImmutableList<WorkingTime> times =
        ImmutableList.sortedCopyOf(Comparator.comparing(WorkingTime::from), workingTimes());
    for (int i = 1; i < times.size(); i++) {
      checkArgument(
          !times.get(i).from().isBefore(times.get(i - 1).until()),
          "person %s works %s and %s of full time; one at a time is allowed",
          id(),
          times.get(i - 1),
          times.get(i));
    }
    ImmutableList<Tenure> sorted = Tenures.sorted(memberships());
    return sorted.equals(memberships()) && times.equals(workingTimes())
        ? this
        : withMemberships(sorted).withWorkingTimes(times);
  }
}
