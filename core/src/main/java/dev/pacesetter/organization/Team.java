package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.style.HouseStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A group of people with a common goal; teams form a tree. */
@Value.Immutable
@HouseStyle
public abstract class Team {
  Team() {}

  /**
   * Returns a team at the top of the tree.
   *
   * @param id stable and unique among teams, not blank
   * @param name what people call it
   * @return the team
   */
  public static Team of(String id, String name) {
    return ImmutableTeam.builder().id(id).name(name).build();
  }

  /**
   * Returns this team below another.
   *
   * @param parent the id of the team above
   * @return the team
   */
  public Team under(String parent) {
    return ImmutableTeam.builder().from(this).parent(parent).build();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among teams
   */
  public abstract String id();

  /**
   * Returns what people call the team.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the team above.
   *
   * @return its id, empty at the top
   */
  public abstract Optional<String> parent();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a team id is '%s'; it must not be blank", id());
  }
}
