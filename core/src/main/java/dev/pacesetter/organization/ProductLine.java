package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.style.HouseStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Products that belong together; lines form a tree. */
@Value.Immutable
@HouseStyle
public abstract class ProductLine {
  ProductLine() {}

  /**
   * Returns a line at the top of the tree.
   *
   * @param id stable and unique among product lines, not blank
   * @param name what people call it
   * @return the line
   */
  public static ProductLine of(String id, String name) {
    return ImmutableProductLine.builder().id(id).name(name).build();
  }

  /**
   * Returns this line as part of another.
   *
   * @param parent the id of the line above
   * @return the line
   */
  public ProductLine under(String parent) {
    return ImmutableProductLine.builder().from(this).parent(parent).build();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among product lines
   */
  public abstract String id();

  /**
   * Returns what people call the line.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the line above.
   *
   * @return its id, empty at the top
   */
  public abstract Optional<String> parent();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a product line id is '%s'; it must not be blank", id());
  }
}
