package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.style.HouseStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A group of people with a common goal and somebody who leads them; teams form a tree. */
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
   * Returns this team below another, since ever.
   *
   * @param parent the id of the team above
   * @return the team
   */
  public Team under(String parent) {
    return withParents(ImmutableList.of(Tenure.always(parent)));
  }

  /**
   * Returns this team below another from a day on. What its people did before counts above where it
   * stood then.
   *
   * @param parent the id of the team above
   * @param from the first day, after that of the last change
   * @return the team
   * @throws IllegalArgumentException if a later change is known already
   */
  public Team movedUnder(String parent, LocalDate from) {
    return withParents(Tenures.followedBy(parents(), Tenure.since(parent, from), "team " + id()));
  }

  /**
   * Returns this team with other teams above.
   *
   * @param parents the teams above, in any order; what overlaps or leaves a gap is refused when the
   *     organization is built
   * @return the team
   */
  public abstract Team withParents(Iterable<? extends Tenure> parents);

  /**
   * Returns this team as led by a person, since ever.
   *
   * @param person the person's id
   * @return the team
   */
  public Team ledBy(String person) {
    return withLeads(ImmutableList.of(Tenure.always(person)));
  }

  /**
   * Returns this team as led by a person from a day on.
   *
   * @param person the person's id
   * @param from the first day, after that of the last change
   * @return the team
   * @throws IllegalArgumentException if a later change is known already
   */
  public Team ledBy(String person, LocalDate from) {
    return withLeads(Tenures.followedBy(leads(), Tenure.since(person, from), "team " + id()));
  }

  /**
   * Returns this team with other leads.
   *
   * @param leads who leads it, in any order; what overlaps or leaves a gap is refused when the
   *     organization is built
   * @return the team
   */
  public abstract Team withLeads(Iterable<? extends Tenure> leads);

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
   * Returns the teams above.
   *
   * @return their ids, in the order of time
   */
  public abstract ImmutableList<Tenure> parents();

  /**
   * Returns who leads it.
   *
   * @return the people's ids, in the order of time
   */
  public abstract ImmutableList<Tenure> leads();

  /**
   * Returns the team that was above last, so far as is known.
   *
   * @return its id, empty at the top
   */
  public Optional<String> parent() {
    return Tenures.last(parents());
  }

  /**
   * Returns the team above on a day.
   *
   * @param day the day
   * @return its id, empty at the top
   */
  public Optional<String> parentOn(LocalDate day) {
    return Tenures.on(parents(), day);
  }

  @Value.Check
  Team check() {
    checkArgument(!id().isBlank(), "a team id is '%s'; it must not be blank", id());
    ImmutableList<Tenure> above = Tenures.sorted(parents());
    ImmutableList<Tenure> leading = Tenures.sorted(leads());
    return above.equals(parents()) && leading.equals(leads())
        ? this
        : ImmutableTeam.builder().from(this).parents(above).leads(leading).build();
  }
}
