package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.journal.Book;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.SalesEvent.OrderPlaced;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers the people, products, segments and channels, and the ways up from teams and territories,
 * so that columns are of ints.
 */
final class Dimensions {
  static final int NONE = -1;

  private final ImmutableList<String> people;
  private final ImmutableList<String> products;
  private final Map<String, Integer> personIndex;
  private final Map<String, Integer> productIndex;
  private final Map<String, Integer> segmentIndex;
  private final Map<String, Integer> channelIndex;
  private final Organization organization;
  private final Paths teams = new Paths();
  private final Paths territories = new Paths();

  private Dimensions(
      Organization organization,
      ImmutableSortedSet<String> people,
      ImmutableSortedSet<String> products,
      ImmutableSortedSet<String> segments,
      ImmutableSortedSet<String> channels) {
    this.organization = organization;
    this.people = people.asList();
    this.products = products.asList();
    personIndex = index(people);
    productIndex = index(products);
    segmentIndex = index(segments);
    channelIndex = index(channels);
  }

  /** Everything that is listed or that a deal, an activity or an order names; by id. */
  static Dimensions of(Organization organization, Book book) {
    Set<String> people = new HashSet<>();
    Set<String> products = new HashSet<>();
    Set<String> segments = new HashSet<>();
    Set<String> channels = new HashSet<>();
    organization.people().forEach(person -> people.add(person.id()));
    organization.products().forEach(product -> products.add(product.id()));
    organization.customers().forEach(customer -> customer.segment().ifPresent(segments::add));
    for (Opportunity deal : book.opportunities()) {
      people.addAll(deal.participants());
      deal.activities().forEach(activity -> people.add(activity.person()));
      deal.product().ifPresent(products::add);
      deal.channel().ifPresent(channels::add);
    }
    for (OrderPlaced line : book.orderLines()) {
      people.add(line.person());
      products.add(line.product());
    }
    return new Dimensions(
        organization,
        ImmutableSortedSet.copyOf(people),
        ImmutableSortedSet.copyOf(products),
        ImmutableSortedSet.copyOf(segments),
        ImmutableSortedSet.copyOf(channels));
  }

  private static Map<String, Integer> index(ImmutableSortedSet<String> ids) {
    Map<String, Integer> index = new HashMap<>();
    ids.forEach(id -> index.put(id, index.size()));
    return index;
  }

  ImmutableList<String> people() {
    return people;
  }

  ImmutableList<String> products() {
    return products;
  }

  Organization organization() {
    return organization;
  }

  /** The way up from the team that somebody was in on a day. */
  int teams(Optional<String> person, LocalDate day) {
    return teams.place(person.map(id -> organization.teamsOf(id, day)).orElse(ImmutableList.of()));
  }

  boolean[] teamsThrough(String team) {
    return teams.through(team);
  }

  /** The way up from the territory that a customer was in on a day. */
  int territories(Optional<String> customer, LocalDate day) {
    return territories.place(
        customer.map(id -> organization.territoriesOf(id, day)).orElse(ImmutableList.of()));
  }

  boolean[] territoriesThrough(String territory) {
    return territories.through(territory);
  }

  int person(Optional<String> id) {
    return place(personIndex, id);
  }

  int product(Optional<String> id) {
    return place(productIndex, id);
  }

  int segmentOf(Optional<String> customer) {
    return place(segmentIndex, customer.flatMap(organization::customer).flatMap(Customer::segment));
  }

  int segment(Optional<String> name) {
    return place(segmentIndex, name);
  }

  int channel(Optional<String> name) {
    return place(channelIndex, name);
  }

  private static int place(Map<String, Integer> index, Optional<String> id) {
    return id.map(known -> index.getOrDefault(known, NONE)).orElse(NONE);
  }
}
