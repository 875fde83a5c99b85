package dev.pacesetter.plan.initiative;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;

/** Who belongs to a slice of people over two periods, and who never does. */
final class LiftPeople {
  private final ImmutableList<Scope> within;
  private final ImmutableList<Scope> beside;

  LiftPeople(Organization organization, Scope slice, Period before, Period after) {
    ImmutableSet<String> first = organization.peopleIn(slice, before);
    ImmutableSet<String> then = organization.peopleIn(slice, after);
    ImmutableList.Builder<Scope> in = ImmutableList.builder();
    ImmutableList.Builder<Scope> out = ImmutableList.builder();
    for (Person person : organization.people()) {
      if (isThroughout(person, before) && isThroughout(person, after)) {
        if (Sets.intersection(first, then).contains(person.id())) {
          in.add(Scope.person(person.id()));
        } else if (!Sets.union(first, then).contains(person.id())) {
          out.add(Scope.person(person.id()));
        }
      }
    }
    within = in.build();
    beside = out.build();
  }

  private static boolean isThroughout(Person person, Period period) {
    return person.isActiveOn(period.start()) && person.isActiveOn(period.lastDay());
  }

  ImmutableList<Scope> within() {
    return within;
  }

  ImmutableList<Scope> beside() {
    return beside;
  }
}
