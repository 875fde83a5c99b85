package dev.pacesetter.persistence.repository;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.ProductLine;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.organization.Team;
import dev.pacesetter.organization.Tenure;
import dev.pacesetter.organization.Territory;
import dev.pacesetter.organization.WorkingTime;
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
      ImmutableList<WrittenTerritory> territories,
      ImmutableList<WrittenLine> productLines,
      ImmutableList<WrittenProduct> products,
      ImmutableList<WrittenCustomer> customers,
      Optional<SalesProcess> process) {

    static WrittenOrganization of(Organization organization) {
      return new WrittenOrganization(
          organization.teams().stream().map(WrittenTeam::of).collect(toImmutableList()),
          organization.people().stream().map(WrittenPerson::of).collect(toImmutableList()),
          organization.territories().stream().map(WrittenTerritory::of).collect(toImmutableList()),
          organization.productLines().stream().map(WrittenLine::of).collect(toImmutableList()),
          organization.products().stream().map(WrittenProduct::of).collect(toImmutableList()),
          organization.customers().stream().map(WrittenCustomer::of).collect(toImmutableList()),
          organization.process());
    }

    Organization organization() {
      Organization.Builder builder = Organization.builder();
      teams.forEach(team -> builder.addTeam(team.team()));
      people.forEach(person -> builder.addPerson(person.person()));
      territories.forEach(territory -> builder.addTerritory(territory.territory()));
      productLines.forEach(line -> builder.addProductLine(line.line()));
      products.forEach(product -> builder.addProduct(product.product()));
      customers.forEach(customer -> builder.addCustomer(customer.customer()));
      process.ifPresent(builder::process);
      return builder.build();
    }
  }

  /** Open ends are left out. */
  private record WrittenTenure(
      Optional<String> id, Optional<LocalDate> from, Optional<LocalDate> until) {

    static ImmutableList<WrittenTenure> all(ImmutableList<Tenure> tenures) {
      return tenures.stream()
          .map(
              tenure ->
                  new WrittenTenure(
                      tenure.holder(),
                      Optional.of(tenure.from()).filter(day -> !day.equals(LocalDate.MIN)),
                      Optional.of(tenure.until()).filter(day -> !day.equals(LocalDate.MAX))))
          .collect(toImmutableList());
    }

    static ImmutableList<Tenure> read(ImmutableList<WrittenTenure> written) {
      return written.stream()
          .map(
              tenure ->
                  new Tenure(
                      tenure.id.orElse(null),
                      tenure.from.orElse(LocalDate.MIN),
                      tenure.until.orElse(LocalDate.MAX)))
          .collect(toImmutableList());
    }
  }

  /** Open ends are left out, and so are the times of somebody who always works full time. */
  private record WrittenWorkingTime(
      double share, Optional<LocalDate> from, Optional<LocalDate> until) {

    static Optional<ImmutableList<WrittenWorkingTime>> all(ImmutableList<WorkingTime> times) {
      return times.isEmpty()
          ? Optional.empty()
          : Optional.of(
              times.stream()
                  .map(
                      time ->
                          new WrittenWorkingTime(
                              time.share(),
                              Optional.of(time.from()).filter(day -> !day.equals(LocalDate.MIN)),
                              Optional.of(time.until()).filter(day -> !day.equals(LocalDate.MAX))))
                  .collect(toImmutableList()));
    }

    static ImmutableList<WorkingTime> read(Optional<ImmutableList<WrittenWorkingTime>> written) {
      return written.orElse(ImmutableList.of()).stream()
          .map(
              time ->
                  new WorkingTime(
                      time.share,
                      time.from.orElse(LocalDate.MIN),
                      time.until.orElse(LocalDate.MAX)))
          .collect(toImmutableList());
    }
  }

  private record WrittenTeam(
      String id,
      String name,
      ImmutableList<WrittenTenure> parents,
      ImmutableList<WrittenTenure> leads) {

    static WrittenTeam of(Team team) {
      return new WrittenTeam(
          team.id(),
          team.name(),
          WrittenTenure.all(team.parents()),
          WrittenTenure.all(team.leads()));
    }

    Team team() {
      return Team.of(id, name)
          .withParents(WrittenTenure.read(parents))
          .withLeads(WrittenTenure.read(leads));
    }
  }

  private record WrittenPerson(
      String id,
      String name,
      ImmutableList<WrittenTenure> memberships,
      Optional<LocalDate> since,
      Optional<LocalDate> until,
      ImmutableList<Double> ramp,
      Optional<ImmutableList<WrittenWorkingTime>> workingTimes) {

    static WrittenPerson of(Person person) {
      return new WrittenPerson(
          person.id(),
          person.name(),
          WrittenTenure.all(person.memberships()),
          person.since(),
          person.until(),
          person.ramp().shares(),
          WrittenWorkingTime.all(person.workingTimes()));
    }

    Person person() {
      Person person =
          Person.of(id, name)
              .withMemberships(WrittenTenure.read(memberships))
              .ramping(new Ramp(ramp))
              .withWorkingTimes(WrittenWorkingTime.read(workingTimes));
      person = since.map(person::since).orElse(person);
      return until.map(person::until).orElse(person);
    }
  }

  private record WrittenTerritory(
      String id,
      String name,
      ImmutableList<WrittenTenure> parents,
      ImmutableList<WrittenTenure> owners) {

    static WrittenTerritory of(Territory territory) {
      return new WrittenTerritory(
          territory.id(),
          territory.name(),
          WrittenTenure.all(territory.parents()),
          WrittenTenure.all(territory.owners()));
    }

    Territory territory() {
      return Territory.of(id, name)
          .withParents(WrittenTenure.read(parents))
          .withOwners(WrittenTenure.read(owners));
    }
  }

  private record WrittenLine(String id, String name, Optional<String> parent) {

    static WrittenLine of(ProductLine line) {
      return new WrittenLine(line.id(), line.name(), line.parent());
    }

    ProductLine line() {
      ProductLine line = ProductLine.of(id, name);
      return parent.map(line::under).orElse(line);
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

  private record WrittenCustomer(
      String id, String name, Optional<String> segment, ImmutableList<WrittenTenure> territories) {

    static WrittenCustomer of(Customer customer) {
      return new WrittenCustomer(
          customer.id(),
          customer.name(),
          customer.segment(),
          WrittenTenure.all(customer.territories()));
    }

    Customer customer() {
      Customer customer = Customer.of(id, name).withTerritories(WrittenTenure.read(territories));
      return segment.map(customer::inSegment).orElse(customer);
    }
  }
}
