package dev.pacesetter.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is where on one day: teams, who leads them, territories, who looks after them.
 *
 * <p>Everything is listed in the order of ids.
 */
public final class OrganizationChart {
  private final Organization organization;
  private final LocalDate day;

  OrganizationChart(Organization organization, LocalDate day) {
    this.organization = organization;
    this.day = Objects.requireNonNull(day);
  }

  /**
   * Returns the day.
   *
   * @return the day that is shown
   */
  public LocalDate day() {
    return day;
  }

  /**
   * Returns everybody at work.
   *
   * @return the people in the order of ids
   */
  public ImmutableList<Person> people() {
    return organization.people().stream()
        .filter(person -> person.isActiveOn(day))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who is at work in a team or in one below it.
   *
   * @param team the team's id
   * @return the people in the order of ids
   * @throws IllegalArgumentException if there is no such team
   */
  public ImmutableList<Person> peopleIn(String team) {
    organization.checkTeam(team);
    return organization.everIn(team).stream()
        .filter(person -> person.isActiveOn(day))
        .filter(person -> organization.teamsOf(person.id(), day).contains(team))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the team of a person.
   *
   * @param person the person's id
   * @return the team, empty for somebody who is in none
   */
  public Optional<Team> teamOf(String person) {
    return organization
        .person(person)
        .flatMap(known -> known.teamOn(day))
        .flatMap(organization::team);
  }

  /**
   * Returns the teams right below a team.
   *
   * @param team the team's id
   * @return the teams in the order of ids
   */
  public ImmutableList<Team> teamsBelow(String team) {
    return organization.teams().stream()
        .filter(below -> below.parentOn(day).map(team::equals).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who leads a team.
   *
   * @param team the team's id
   * @return the person, empty where nobody is named
   */
  public Optional<Person> leadOf(String team) {
    return organization
        .team(team)
        .flatMap(known -> Tenures.on(known.leads(), day))
        .flatMap(organization::person);
  }

  /**
   * Returns to whom a person reports: the lead of their team or, where they lead it themselves or
   * nobody does, of the nearest team above that somebody else leads.
   *
   * @param person the person's id
   * @return the manager, empty at the top
   */
  public Optional<Person> managerOf(String person) {
    return organization.teamsOf(person, day).stream()
        .map(this::leadOf)
        .flatMap(Optional::stream)
        .filter(lead -> !lead.id().equals(person))
        .findFirst();
  }

  /**
   * Returns who reports to a person, directly or through others.
   *
   * @param person the person's id
   * @return everybody at work in the teams they lead and in those below, themselves left out; in
   *     the order of ids
   */
  public ImmutableList<Person> reportsOf(String person) {
    ImmutableSet<String> led =
        organization.teams().stream()
            .filter(team -> Tenures.on(team.leads(), day).map(person::equals).orElse(false))
            .map(Team::id)
            .collect(ImmutableSet.toImmutableSet());
    return people().stream()
        .filter(member -> !member.id().equals(person))
        .filter(member -> organization.teamsOf(member.id(), day).stream().anyMatch(led::contains))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who looks after a territory: its owner, or that of the nearest territory above.
   *
   * @param territory the territory's id
   * @return the person, empty where it is vacant up to the top
   */
  public Optional<Person> ownerOf(String territory) {
    return organization.territoryTree().pathOn(territory, day).stream()
        .map(organization::territory)
        .flatMap(Optional::stream)
        .map(known -> Tenures.on(known.owners(), day))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(organization::person);
  }

  /**
   * Returns the territories a person looks after, also those that have nobody of their own.
   *
   * @param person the person's id
   * @return the territories in the order of ids
   */
  public ImmutableList<Territory> territoriesOf(String person) {
    return organization.territories().stream()
        .filter(
            territory ->
                ownerOf(territory.id()).map(owner -> owner.id().equals(person)).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns who looks after a customer: the owner of its territory.
   *
   * @param customer the customer's id
   * @return the person, empty for a customer without a territory or a territory without anybody
   */
  public Optional<Person> ownerOfCustomer(String customer) {
    return organization
        .customer(customer)
        .flatMap(known -> known.territoryOn(day))
        .flatMap(this::ownerOf);
  }

  /**
   * Returns the customers a person looks after.
   *
   * @param person the person's id
   * @return the customers in the order of ids
   */
  public ImmutableList<Customer> customersOf(String person) {
    return organization.customers().stream()
        .filter(
            customer ->
                ownerOfCustomer(customer.id())
                    .map(owner -> owner.id().equals(person))
                    .orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public String toString() {
    return "organization on " + day;
  }
}
