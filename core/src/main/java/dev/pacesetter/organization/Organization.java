package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.organization.Scope.Dimension;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * People in teams, products, customers and the sales process.
 *
 * <p>Everything is found by id and listed in the order of ids. An organization is checked as a
 * whole when it is built: ids are unique, teams exist, and no team is above itself.
 */
public final class Organization {
  private final ImmutableSortedMap<String, Team> teams;
  private final ImmutableSortedMap<String, Person> people;
  private final ImmutableSortedMap<String, Product> products;
  private final ImmutableSortedMap<String, Customer> customers;
  private final Optional<SalesProcess> process;

  private Organization(Builder builder) {
    teams = ImmutableSortedMap.copyOf(builder.teams);
    people = ImmutableSortedMap.copyOf(builder.people);
    products = ImmutableSortedMap.copyOf(builder.products);
    customers = ImmutableSortedMap.copyOf(builder.customers);
    process = builder.process;
    teams.values().forEach(this::checkAncestors);
    for (Person person : people.values()) {
      person.team().ifPresent(team -> checkTeam(team, "person " + person.id()));
    }
  }

  /**
   * Returns a builder without anybody.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns all teams.
   *
   * @return the teams in the order of ids
   */
  public ImmutableList<Team> teams() {
    return teams.values().asList();
  }

  /**
   * Returns everybody, also those who have left.
   *
   * @return the people in the order of ids
   */
  public ImmutableList<Person> people() {
    return people.values().asList();
  }

  /**
   * Returns all products.
   *
   * @return the products in the order of ids
   */
  public ImmutableList<Product> products() {
    return products.values().asList();
  }

  /**
   * Returns all customers.
   *
   * @return the customers in the order of ids
   */
  public ImmutableList<Customer> customers() {
    return customers.values().asList();
  }

  /**
   * Returns the stages a deal passes.
   *
   * @return the process, empty where only orders are known
   */
  public Optional<SalesProcess> process() {
    return process;
  }

  /**
   * Finds a team.
   *
   * @param id the team's id
   * @return the team, empty when there is none of that id
   */
  public Optional<Team> team(String id) {
    return Optional.ofNullable(teams.get(id));
  }

  /**
   * Finds a person.
   *
   * @param id the person's id
   * @return the person, empty when there is none of that id
   */
  public Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /**
   * Finds a product.
   *
   * @param id the product's id
   * @return the product, empty when there is none of that id
   */
  public Optional<Product> product(String id) {
    return Optional.ofNullable(products.get(id));
  }

  /**
   * Finds a customer.
   *
   * @param id the customer's id
   * @return the customer, empty when there is none of that id
   */
  public Optional<Customer> customer(String id) {
    return Optional.ofNullable(customers.get(id));
  }

  /**
   * Returns the members of a team and of all teams below it.
   *
   * @param team the team's id
   * @return the people in the order of ids
   * @throws IllegalArgumentException if there is no such team
   */
  public ImmutableList<Person> peopleIn(String team) {
    checkTeam(team, "the question");
    return people.values().stream()
        .filter(person -> person.team().map(id -> isWithin(id, team)).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns whether a team is another or lies below it.
   *
   * @param team the id of the team that may be below
   * @param ancestor the id of the team that may be above
   * @return whether following parents from {@code team} meets {@code ancestor}
   */
  public boolean isWithin(String team, String ancestor) {
    for (Optional<String> at = Optional.of(team); at.isPresent(); at = parentOf(at.get())) {
      if (at.get().equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the ids of the people a scope speaks of.
   *
   * @param scope the scope
   * @return the person, the members of the team, both if both are named; everybody otherwise
   */
  public ImmutableSet<String> peopleIn(Scope scope) {
    Stream<Person> members =
        scope.team().map(this::peopleIn).orElseGet(this::people).stream()
            .filter(person -> scope.person().map(person.id()::equals).orElse(true));
    return members.map(Person::id).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns whether one scope lies within another: everything that belongs to {@code inner} belongs
   * to {@code outer}.
   *
   * @param outer the wider scope
   * @param inner the narrower scope
   * @return whether every condition of {@code outer} follows from those of {@code inner}; a person
   *     or team lies within every team above
   */
  public boolean covers(Scope outer, Scope inner) {
    return outer.conditions().entrySet().stream()
        .allMatch(condition -> implies(inner, condition.getKey(), condition.getValue()));
  }

  private boolean implies(Scope inner, Dimension dimension, String value) {
    if (dimension != Dimension.TEAM) {
      return inner.on(dimension).map(value::equals).orElse(false);
    }
    return Stream.of(inner.team(), inner.person().flatMap(this::person).flatMap(Person::team))
        .flatMap(Optional::stream)
        .anyMatch(team -> isWithin(team, value));
  }

  /**
   * Returns what people call a scope: names instead of ids.
   *
   * @param scope the scope
   * @return names joined by " · "; empty for the whole company
   */
  public String nameOf(Scope scope) {
    return String.join(
        " · ",
        scope.conditions().entrySet().stream()
            .map(
                condition ->
                    switch (condition.getKey()) {
                      case TEAM ->
                          nameOr(condition.getValue(), team(condition.getValue()), Team::name);
                      case PERSON ->
                          nameOr(condition.getValue(), person(condition.getValue()), Person::name);
                      case PRODUCT ->
                          nameOr(
                              condition.getValue(), product(condition.getValue()), Product::name);
                      case SEGMENT, CHANNEL -> condition.getValue();
                    })
            .toList());
  }

  private static <T> String nameOr(String id, Optional<T> found, Function<T, String> name) {
    return found.map(name).orElse(id);
  }

  private Optional<String> parentOf(String team) {
    return team(team).flatMap(Team::parent);
  }

  private void checkAncestors(Team team) {
    Set<String> seen = new HashSet<>();
    for (Optional<String> at = Optional.of(team.id()); at.isPresent(); at = parentOf(at.get())) {
      checkTeam(at.get(), "team " + team.id());
      checkArgument(seen.add(at.get()), "team %s is above itself, through %s", team.id(), seen);
    }
  }

  private void checkTeam(String id, String who) {
    checkArgument(
        teams.containsKey(id), "%s names team '%s'; known teams are %s", who, id, teams.keySet());
  }

  /** Collects an organization, in any order. */
  public static final class Builder {
    private final TreeMap<String, Team> teams = new TreeMap<>();
    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Product> products = new TreeMap<>();
    private final TreeMap<String, Customer> customers = new TreeMap<>();
    private Optional<SalesProcess> process = Optional.empty();

    private Builder() {}

    /**
     * Adds a team.
     *
     * @param team the team
     * @return this builder
     * @throws IllegalArgumentException if another team has the same id
     */
    public Builder addTeam(Team team) {
      return add(teams, team.id(), team);
    }

    /**
     * Adds a person.
     *
     * @param person the person
     * @return this builder
     * @throws IllegalArgumentException if another person has the same id
     */
    public Builder addPerson(Person person) {
      return add(people, person.id(), person);
    }

    /**
     * Adds a product.
     *
     * @param product the product
     * @return this builder
     * @throws IllegalArgumentException if another product has the same id
     */
    public Builder addProduct(Product product) {
      return add(products, product.id(), product);
    }

    /**
     * Adds a customer.
     *
     * @param customer the customer
     * @return this builder
     * @throws IllegalArgumentException if another customer has the same id
     */
    public Builder addCustomer(Customer customer) {
      return add(customers, customer.id(), customer);
    }

    /**
     * Sets the stages a deal passes.
     *
     * @param process the process
     * @return this builder
     */
    public Builder process(SalesProcess process) {
      this.process = Optional.of(process);
      return this;
    }

    /**
     * Returns the organization.
     *
     * @return the organization
     * @throws IllegalArgumentException if somebody names a team that does not exist, or a team is
     *     above itself
     */
    public Organization build() {
      return new Organization(this);
    }

    private <T> Builder add(Map<String, T> known, String id, T added) {
      T before = known.putIfAbsent(id, added);
      checkArgument(
          before == null || before.equals(added), "'%s' is both %s and %s", id, before, added);
      return this;
    }
  }
}
