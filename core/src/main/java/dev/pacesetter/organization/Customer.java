package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody who buys, or may. */
@Value.Immutable
@HouseStyle
public abstract class Customer {
  Customer() {}

  /**
   * Returns a customer.
   *
   * @param id stable and unique among customers, not blank
   * @param name what people call it
   * @return the customer
   */
  public static Customer of(String id, String name) {
    return ImmutableCustomer.builder().id(id).name(name).build();
  }

  /**
   * Returns this customer as part of a market segment.
   *
   * @param segment the segment, such as an industry
   * @return the customer
   */
  public Customer inSegment(String segment) {
    return ImmutableCustomer.builder().from(this).segment(segment).build();
  }

  /**
   * Returns this customer as part of a territory, since ever.
   *
   * @param territory the id of the territory
   * @return the customer
   */
  public Customer inTerritory(String territory) {
    return withTerritories(ImmutableList.of(Tenure.always(territory)));
  }

  /**
   * Returns this customer as part of another territory from a day on. What it bought before counts
   * where it was then.
   *
   * @param territory the id of the territory
   * @param from the first day, after that of the last change
   * @return the customer
   * @throws IllegalArgumentException if a later change is known already
   */
  public Customer movedTo(String territory, LocalDate from) {
    return withTerritories(
        Tenures.followedBy(territories(), Tenure.since(territory, from), "customer " + id()));
  }

  /**
   * Returns this customer with other territories.
   *
   * @param territories the territories, in any order; what overlaps or leaves a gap is refused when
   *     the organization is built
   * @return the customer
   */
  public abstract Customer withTerritories(Iterable<? extends Tenure> territories);

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among customers
   */
  public abstract String id();

  /**
   * Returns what people call it.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the market segment.
   *
   * @return the segment
   */
  public abstract Optional<String> segment();

  /**
   * Returns the territories it belongs to.
   *
   * @return their ids, in the order of time
   */
  public abstract ImmutableList<Tenure> territories();

  /**
   * Returns the territory it belongs to on a day.
   *
   * @param day the day
   * @return its id, empty where no territory is known
   */
  public Optional<String> territoryOn(LocalDate day) {
    return Tenures.on(territories(), day);
  }

  @Value.Check
  Customer check() {
    checkArgument(!id().isBlank(), "a customer id is '%s'; it must not be blank", id());
    ImmutableList<Tenure> sorted = Tenures.sorted(territories());
    return sorted.equals(territories()) ? this : withTerritories(sorted);
  }
}
