package dev.pacesetter.persistence.repository;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Team;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** How an organization and its members, which have no public builder, are written. */
final class OrganizationTypes {

  static final ImmutableList<StandIn<?, ?>> ALL =
      ImmutableList.of(
          new StandIn<>(
              Organization.class,
              WrittenOrganization.class,
              WrittenOrganization::of,
              WrittenOrganization::organization,
              "an organization"));

  private OrganizationTypes() {}

  private record WrittenOrganization(
      ImmutableList<WrittenTeam> teams,
      ImmutableList<WrittenPerson> people,
      ImmutableList<WrittenProduct> products,
      ImmutableList<WrittenCustomer> customers,
      Optional<SalesProcess> process) {

    static WrittenOrganization of(Organization organization) {
      return new WrittenOrganization(
          organization.teams().stream().map(WrittenTeam::of).collect(toImmutableList()),
          organization.people().stream().map(WrittenPerson::of).collect(toImmutableList()),
          organization.products().stream().map(WrittenProduct::of).collect(toImmutableList()),
          organization.customers().stream().map(WrittenCustomer::of).collect(toImmutableList()),
          organization.process());
    }

    Organization organization() {
      Organization.Builder builder = Organization.builder();
      teams.forEach(team -> builder.addTeam(team.team()));
      people.forEach(person -> builder.addPerson(person.person()));
      products.forEach(product -> builder.addProduct(product.product()));
      customers.forEach(customer -> builder.addCustomer(customer.customer()));
      process.ifPresent(builder::process);
      return builder.build();
    }
  }

  private record WrittenTeam(String id, String name, Optional<String> parent) {

    static WrittenTeam of(Team team) {
      return new WrittenTeam(team.id(), team.name(), team.parent());
    }

    Team team() {
      Team team = Team.of(id, name);
      return parent.map(team::under).orElse(team);
    }
  }

  private record WrittenPerson(
      String id,
      String name,
      Optional<String> team,
      Optional<LocalDate> since,
      Optional<LocalDate> until) {

    static WrittenPerson of(Person person) {
      return new WrittenPerson(
          person.id(), person.name(), person.team(), person.since(), person.until());
    }

    Person person() {
      Person person = Person.of(id, name);
      person = team.map(person::inTeam).orElse(person);
      person = since.map(person::since).orElse(person);
      return until.map(person::until).orElse(person);
    }
  }

  private record WrittenProduct(
      String id, String name, Optional<String> line, Optional<Money> listPrice) {

    static WrittenProduct of(Product product) {
      return new WrittenProduct(product.id(), product.name(), product.line(), product.listPrice());
    }

    Product product() {
      Product product =
          listPrice.map(price -> Product.of(id, name, price)).orElseGet(() -> Product.of(id, name));
      return line.map(product::inLine).orElse(product);
    }
  }

  private record WrittenCustomer(String id, String name, Optional<String> segment) {

    static WrittenCustomer of(Customer customer) {
      return new WrittenCustomer(customer.id(), customer.name(), customer.segment());
    }

    Customer customer() {
      Customer customer = Customer.of(id, name);
      return segment.map(customer::inSegment).orElse(customer);
    }
  }
}
