package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.style.HouseStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** Something that is sold. */
@Value.Immutable
@HouseStyle
public abstract class Product {
  Product() {}

  /**
   * Returns a product without a list price.
   *
   * @param id stable and unique among products, not blank
   * @param name what people call it
   * @return the product
   */
  public static Product of(String id, String name) {
    return ImmutableProduct.builder().id(id).name(name).build();
  }

  /**
   * Returns a product with a list price.
   *
   * @param id stable and unique among products, not blank
   * @param name what people call it
   * @param listPrice the price before any discount, not negative
   * @return the product
   * @throws IllegalArgumentException if the price is negative
   */
  public static Product of(String id, String name, Money listPrice) {
    return ImmutableProduct.builder().id(id).name(name).listPrice(listPrice).build();
  }

  /**
   * Returns this product as part of a line.
   *
   * @param line the product line
   * @return the product
   */
  public Product inLine(String line) {
    return ImmutableProduct.builder().from(this).line(line).build();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among products
   */
  public abstract String id();

  /**
   * Returns what people call it.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the product line.
   *
   * @return the line, empty when products are not grouped
   */
  public abstract Optional<String> line();

  /**
   * Returns the price before any discount.
   *
   * @return the list price
   */
  public abstract Optional<Money> listPrice();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a product id is '%s'; it must not be blank", id());
    checkArgument(
        listPrice().isEmpty() || !listPrice().get().isNegative(),
        "product %s has the list price %s; it must not be negative",
        id(),
        listPrice());
  }
}
