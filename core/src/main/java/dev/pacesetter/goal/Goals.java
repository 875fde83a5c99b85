package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Goals among each other, found by id, by owner and by the goal above; in the order of ids. */
final class Goals {
  private final ImmutableSortedMap<String, SalesGoal> byId;
  private final ImmutableListMultimap<String, SalesGoal> byOwner;
  private final ImmutableListMultimap<String, SalesGoal> byParent;

  private Goals(SortedMap<String, SalesGoal> goals) {
    byId = ImmutableSortedMap.copyOfSorted(goals);
    ImmutableListMultimap.Builder<String, SalesGoal> owners = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, SalesGoal> parents = ImmutableListMultimap.builder();
    for (SalesGoal goal : goals.values()) {
      goal.owner().ifPresent(owner -> owners.put(owner, goal));
      goal.contributesTo().ifPresent(parent -> parents.put(parent, goal));
    }
    byOwner = owners.build();
    byParent = parents.build();
  }

  static Goals of(Iterable<SalesGoal> goals) {
    TreeMap<String, SalesGoal> known = new TreeMap<>();
    for (SalesGoal goal : goals) {
      SalesGoal before = known.putIfAbsent(goal.id(), goal);
      checkArgument(
          before == null || before.equals(goal),
          "goal id '%s' stands for both %s and %s",
          goal.id(),
          before,
          goal);
    }
    return new Goals(known);
  }

  /** These goals with one more, or another one of its id. */
  Goals with(SalesGoal goal) {
    if (goal.equals(byId.get(goal.id()))) {
      return this;
    }
    TreeMap<String, SalesGoal> all = new TreeMap<>(byId);
    all.put(goal.id(), goal);
    return new Goals(all);
  }

  ImmutableList<SalesGoal> all() {
    return byId.values().asList();
  }

  Optional<SalesGoal> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  ImmutableList<SalesGoal> ownedBy(String owner) {
    return byOwner.get(owner);
  }

  ImmutableList<SalesGoal> below(String parent) {
    return byParent.get(parent);
  }
}
