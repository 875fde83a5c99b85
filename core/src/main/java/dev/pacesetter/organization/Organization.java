package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * People in teams, territories, products, customers and the sales process.
 *
 * <p>Everything is found by id and listed in the order of ids. People move, teams are put below
 * others, territories are handed over: {@link #chartOn} shows the organization of a day, and what
 * happened counts where it belonged when it happened. An organization is checked as a whole when it
 * is built: ids are unique, what is named exists, nothing is above itself, and on no day are there
 * two where there may be one, or none where there must be one.
 */
public final class Organization {
  private final ImmutableSortedMap<String, Team> teams;
  private final ImmutableSortedMap<String, Person> people;
  private final ImmutableSortedMap<String, Territory> territories;
  private final ImmutableSortedMap<String, ProductLine> lines;
  private final ImmutableSortedMap<String, Product> products;
  private final ImmutableSortedMap<String, Customer> customers;
  private final Optional<SalesProcess> process;
  private final ImmutableListMultimap<String, String> members;
  private final DatedTree teamTree;
  private final DatedTree territoryTree;
  private final DatedTree lineTree;

  private Organization(Builder builder) {
    teams = ImmutableSortedMap.copyOf(builder.teams);
    people = ImmutableSortedMap.copyOf(builder.people);
    territories = ImmutableSortedMap.copyOf(builder.territories);
    products = ImmutableSortedMap.copyOf(builder.products);
    lines = withImplied(builder.lines, products);
    customers = ImmutableSortedMap.copyOf(builder.customers);
    process = builder.process;
    members = members(people);
    teamTree = tree("team", teams, Team::parents);
    territoryTree = tree("territory", territories, Territory::parents);
    lineTree =
        tree(
            "product line",
            lines,
            line ->
                line.parent()
                    .map(parent -> ImmutableList.of(Tenure.always(parent)))
                    .orElse(ImmutableList.of()));
  }

  private static <T> DatedTree tree(
      String kind,
      ImmutableSortedMap<String, T> nodes,
      Function<T, ImmutableList<Tenure>> parents) {
    return new DatedTree(
        kind, ImmutableSortedMap.copyOfSorted(Maps.transformValues(nodes, parents::apply)));
  }

  /** The ids of whoever was ever in a team, by team. */
  private static ImmutableListMultimap<String, String> members(
      ImmutableSortedMap<String, Person> people) {
    ImmutableListMultimap.Builder<String, String> members = ImmutableListMultimap.builder();
    for (Person person : people.values()) {
      for (Tenure membership : person.memberships()) {
        membership.holder().ifPresent(team -> members.put(team, person.id()));
      }
    }
    return members.build();
  }

  /** A line that only products name stands at the top, under its id. */
  private static ImmutableSortedMap<String, ProductLine> withImplied(
      Map<String, ProductLine> declared, ImmutableSortedMap<String, Product> products) {
    TreeMap<String, ProductLine> all = new TreeMap<>(declared);
    products
        .values()
        .forEach(
            product ->
                product
                    .line()
                    .ifPresent(line -> all.putIfAbsent(line, ProductLine.of(line, line))));
    return ImmutableSortedMap.copyOfSorted(all);
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
   * Returns all territories.
   *
   * @return the territories in the order of ids
   */
  public ImmutableList<Territory> territories() {
    return territories.values().asList();
  }

  /**
   * Returns all product lines, also those that only products name.
   *
   * @return the lines in the order of ids
   */
  public ImmutableList<ProductLine> productLines() {
    return lines.values().asList();
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
   * Finds a territory.
   *
   * @param id the territory's id
   * @return the territory, empty when there is none of that id
   */
  public Optional<Territory> territory(String id) {
    return Optional.ofNullable(territories.get(id));
  }

  /**
   * Finds a product line.
   *
   * @param id the line's id
   * @return the line, empty when there is none of that id
   */
  public Optional<ProductLine> productLine(String id) {
    return Optional.ofNullable(lines.get(id));
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
   * Returns who is where on a day.
   *
   * @param day the day
   * @return the chart
   */
  public OrganizationChart chartOn(LocalDate day) {
    return new OrganizationChart(this, day);
  }

  /**
   * Returns the members of a team and of all teams below it, as they were last, so far as is known.
   * {@link OrganizationChart#peopleIn} tells who was there on a day.
   *
   * @param team the team's id
   * @return the people in the order of ids
   * @throws IllegalArgumentException if there is no such team
   */
  public ImmutableList<Person> peopleIn(String team) {
    checkTeam(team);
    return everIn(team).stream()
        .filter(person -> person.team().map(id -> isWithin(id, team)).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the teams that lay below a team on some day of a period, at any depth.
   *
   * @param team the team's id
   * @param period when
   * @return the teams in the order of ids, without the team itself
   * @throws IllegalArgumentException if there is no such team
   */
  public ImmutableList<Team> teamsBelow(String team, Period period) {
    checkTeam(team);
    return teamTree.everBelow(team).stream()
        .filter(below -> !below.equals(team))
        .filter(below -> teamTree.isWithin(below, team, period.start(), period.end()))
        .sorted()
        .map(this::team)
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  /** Whoever was on any day in a team or in one that was ever below it, in the order of ids. */
  ImmutableList<Person> everIn(String team) {
    TreeSet<String> found = new TreeSet<>();
    for (String below : teamTree.everBelow(team)) {
      found.addAll(members.get(below));
    }
    return found.stream().map(people::get).collect(ImmutableList.toImmutableList());
  }

  /** The last day of all shows every tree as it was last. */
  private boolean isWithin(String team, String ancestor) {
    return teamTree.isWithin(team, ancestor, LocalDate.MAX.minusDays(1));
  }

  /**
   * Returns the ids of the people a scope speaks of in a period.
   *
   * @param scope the scope
   * @param period when
   * @return the person, the members of the team on some day of the period, both if both are named;
   *     everybody otherwise, whether at work or not; in the order of ids
   * @throws IllegalArgumentException if the scope's team does not exist
   */
  public ImmutableSet<String> peopleIn(Scope scope, Period period) {
    scope.team().ifPresent(this::checkTeam);
    Iterable<Person> candidates =
        scope.person().isPresent()
            ? person(scope.person().get()).stream().toList()
            : scope.team().isPresent() ? everIn(scope.team().get()) : people.values();
    ImmutableSet.Builder<String> found = ImmutableSet.builder();
    for (Person person : candidates) {
      if (scope.team().isEmpty() || isIn(person, scope.team().get(), period)) {
        found.add(person.id());
      }
    }
    return found.build();
  }

  private boolean isIn(Person person, String team, Period period) {
    return person.memberships().stream()
        .anyMatch(
            membership ->
                membership.from().isBefore(period.end())
                    && membership.until().isAfter(period.start())
                    && membership
                        .holder()
                        .map(
                            own ->
                                teamTree.isWithin(
                                    own,
                                    team,
                                    later(membership.from(), period.start()),
                                    earlier(membership.until(), period.end())))
                        .orElse(false));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * Returns the teams a person belongs to on a day.
   *
   * @param person the person's id
   * @param day the day
   * @return the ids of their own team and of all above it, from the bottom to the top; empty for
   *     somebody who is in no team or not listed
   */
  public ImmutableList<String> teamsOf(String person, LocalDate day) {
    return person(person)
        .flatMap(known -> known.teamOn(day))
        .map(team -> teamTree.pathOn(team, day))
        .orElse(ImmutableList.of());
  }

  /**
   * Returns the territories a customer belongs to on a day.
   *
   * @param customer the customer's id
   * @param day the day
   * @return the ids of its own territory and of all above it, from the bottom to the top; empty for
   *     a customer that is in no territory or not listed
   */
  public ImmutableList<String> territoriesOf(String customer, LocalDate day) {
    return customer(customer)
        .flatMap(known -> known.territoryOn(day))
        .map(territory -> territoryTree.pathOn(territory, day))
        .orElse(ImmutableList.of());
  }

  /**
   * Returns the lines a product belongs to.
   *
   * @param product the product's id
   * @return the ids of its own line and of all above it, from the bottom to the top; empty for a
   *     product that is in no line or not listed
   */
  public ImmutableList<String> linesOf(String product) {
    return product(product)
        .flatMap(Product::line)
        .map(line -> lineTree.pathOn(line, LocalDate.MIN))
        .orElse(ImmutableList.of());
  }

  /**
   * Returns whether one scope lies within another: everything that belongs to {@code inner} belongs
   * to {@code outer}.
   *
   * @param outer the wider scope
   * @param inner the narrower scope
   * @param period when
   * @return whether every condition of {@code outer} follows from those of {@code inner} on some
   *     day of the period; a person or team lies within every team above, a territory within every
   *     territory above, a product or line within every line above
   */
  public boolean covers(Scope outer, Scope inner, Period period) {
    return outer.conditions().entrySet().stream()
        .allMatch(condition -> implies(inner, condition.getKey(), condition.getValue(), period));
  }

  private boolean implies(Scope inner, Dimension dimension, String value, Period period) {
    return inner.on(dimension).map(value::equals).orElse(false)
        || switch (dimension) {
          case TEAM ->
              isBelow(teamTree, inner.team(), value, period)
                  || inner
                      .person()
                      .flatMap(this::person)
                      .map(person -> isIn(person, value, period))
                      .orElse(false);
          case TERRITORY -> isBelow(territoryTree, inner.on(dimension), value, period);
          case LINE ->
              isBelow(lineTree, inner.on(dimension), value, period)
                  || inner.product().map(product -> linesOf(product).contains(value)).orElse(false);
          case PERSON, PRODUCT, SEGMENT, CHANNEL -> false;
        };
  }

  private static boolean isBelow(
      DatedTree tree, Optional<String> id, String ancestor, Period period) {
    return id.map(below -> tree.isWithin(below, ancestor, period.start(), period.end()))
        .orElse(false);
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
            .map(condition -> name(condition.getKey(), condition.getValue()))
            .toList());
  }

  private String name(Dimension dimension, String id) {
    return switch (dimension) {
      case TEAM -> team(id).map(Team::name).orElse(id);
      case PERSON -> person(id).map(Person::name).orElse(id);
      case TERRITORY -> territory(id).map(Territory::name).orElse(id);
      case LINE -> productLine(id).map(ProductLine::name).orElse(id);
      case PRODUCT -> product(id).map(Product::name).orElse(id);
      case SEGMENT, CHANNEL -> id;
    };
  }

  DatedTree territoryTree() {
    return territoryTree;
  }

  void checkTeam(String id) {
    checkArgument(
        teams.containsKey(id),
        "the question names team '%s'; known teams are %s",
        id,
        teams.keySet());
  }

  private ImmutableList<OrganizationProblem> problems() {
    List<OrganizationProblem> problems = new ArrayList<>();
    Stream.of(teamTree, territoryTree, lineTree).forEach(tree -> tree.check(problems::add));
    for (Person person : people.values()) {
      String subject = "person " + person.id();
      checkKnown(subject, "team", person.memberships(), teams, problems);
      person.report(problems::add);
    }
    for (Team team : teams.values()) {
      checkHolders("team " + team.id(), team.leads(), problems);
    }
    for (Territory territory : territories.values()) {
      checkHolders("territory " + territory.id(), territory.owners(), problems);
    }
    for (Customer customer : customers.values()) {
      String subject = "customer " + customer.id();
      checkKnown(subject, "territory", customer.territories(), territories, problems);
      Tenures.check(subject, customer.territories(), problems::add);
    }
    return ImmutableList.copyOf(problems);
  }

  private void checkHolders(
      String subject, ImmutableList<Tenure> holders, List<OrganizationProblem> problems) {
    checkKnown(subject, "person", holders, people, problems);
    Tenures.check(subject, holders, problems::add);
  }

  private static void checkKnown(
      String subject,
      String kind,
      ImmutableList<Tenure> tenures,
      ImmutableSortedMap<String, ?> known,
      List<OrganizationProblem> problems) {
    for (Tenure tenure : tenures) {
      tenure
          .holder()
          .filter(id -> !known.containsKey(id))
          .ifPresent(id -> problems.add(OrganizationProblem.unknown(subject, kind, id, known)));
    }
  }

  /** Collects an organization, in any order. */
  public static final class Builder {
    private final TreeMap<String, Team> teams = new TreeMap<>();
    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Territory> territories = new TreeMap<>();
    private final TreeMap<String, ProductLine> lines = new TreeMap<>();
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
     * Adds a territory.
     *
     * @param territory the territory
     * @return this builder
     * @throws IllegalArgumentException if another territory has the same id
     */
    public Builder addTerritory(Territory territory) {
      return add(territories, territory.id(), territory);
    }

    /**
     * Adds a product line. A line that only products name need not be added.
     *
     * @param line the line
     * @return this builder
     * @throws IllegalArgumentException if another line has the same id
     */
    public Builder addProductLine(ProductLine line) {
      return add(lines, line.id(), line);
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
     * @throws InvalidOrganizationException if something is named that does not exist, is above
     *     itself, or leaves a gap or an overlap; it tells all that is wrong
     */
    public Organization build() {
      Organization built = new Organization(this);
      ImmutableList<OrganizationProblem> problems = built.problems();
      if (!problems.isEmpty()) {
        throw new InvalidOrganizationException(problems);
      }
      return built;
    }

    private <T> Builder add(Map<String, T> known, String id, T added) {
      T before = known.putIfAbsent(id, added);
      checkArgument(
          before == null || before.equals(added), "'%s' is both %s and %s", id, before, added);
      return this;
    }
  }
}
