package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.style.HouseStyle;
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

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a customer id is '%s'; it must not be blank", id());
  }
}
