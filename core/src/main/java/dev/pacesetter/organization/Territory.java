package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A part of the market that one person looks after at a time; territories form a tree.
 *
 * <p>Where a territory has nobody of its own, whoever looks after the one above does.
 */
@Value.Immutable
@HouseStyle
public abstract class Territory {
  Territory() {}

  /**
   * Returns a territory at the top of the tree that nobody looks after.
   *
   * @param id stable and unique among territories, not blank
   * @param name what people call it
   * @return the territory
   */
  public static Territory of(String id, String name) {
    return ImmutableTerritory.builder().id(id).name(name).build();
  }

  /**
   * Returns this territory as part of another, since ever.
   *
   * @param parent the id of the territory above
   * @return the territory
   */
  public Territory under(String parent) {
    return withParents(ImmutableList.of(Tenure.always(parent)));
  }

  /**
   * Returns this territory as part of another from a day on.
   *
   * @param parent the id of the territory above
   * @param from the first day, after that of the last change
   * @return the territory
   * @throws IllegalArgumentException if a later change is known already
   */
  public Territory movedUnder(String parent, LocalDate from) {
    return withParents(
        Tenures.followedBy(parents(), Tenure.since(parent, from), "territory " + id()));
  }

  /**
   * Returns this territory with other parents.
   *
   * @param parents the territories above, in any order; what overlaps or leaves a gap is refused
   *     when the organization is built
   * @return the territory
   */
  public abstract Territory withParents(Iterable<? extends Tenure> parents);

  /**
   * Returns this territory as looked after by a person, since ever.
   *
   * @param person the person's id
   * @return the territory
   */
  public Territory ownedBy(String person) {
    return withOwners(ImmutableList.of(Tenure.always(person)));
  }

  /**
   * Returns this territory as looked after by a person from a day on.
   *
   * @param person the person's id
   * @param from the first day, after that of the last change
   * @return the territory
   * @throws IllegalArgumentException if a later change is known already
   */
  public Territory handedTo(String person, LocalDate from) {
    return withOwners(
        Tenures.followedBy(owners(), Tenure.since(person, from), "territory " + id()));
  }

  /**
   * Returns this territory with other owners.
   *
   * @param owners who looks after it, in any order; what overlaps or leaves a gap is refused when
   *     the organization is built
   * @return the territory
   */
  public abstract Territory withOwners(Iterable<? extends Tenure> owners);

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among territories
   */
  public abstract String id();

  /**
   * Returns what people call the territory.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * Returns the territories above.
   *
   * @return their ids, in the order of time
   */
  public abstract ImmutableList<Tenure> parents();

  /**
   * Returns who looks after it.
   *
   * @return the people's ids, in the order of time
   */
  public abstract ImmutableList<Tenure> owners();

  /**
   * Returns the territory above on a day.
   *
   * @param day the day
   * @return its id, empty at the top
   */
  public Optional<String> parentOn(LocalDate day) {
    return Tenures.on(parents(), day);
  }

  @Value.Check
  Territory check() {
    checkArgument(!id().isBlank(), "a territory id is '%s'; it must not be blank", id());
    ImmutableList<Tenure> above = Tenures.sorted(parents());
    ImmutableList<Tenure> owning = Tenures.sorted(owners());
    return above.equals(parents()) && owning.equals(owners())
        ? this
        : ImmutableTerritory.builder().from(this).parents(above).owners(owning).build();
  }
}
