package dev.pacesetter.organization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.organization.OrganizationProblem.Kind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Who is above whom, on which day. */
final class DatedTree {
  private final String kind;
  private final ImmutableSortedMap<String, ImmutableList<Tenure>> parents;

  /** Whoever was right below somebody on any day. */
  private final ImmutableListMultimap<String, String> children;

  /** The days on which somebody gets another parent, and the first day of all. */
  private final ImmutableSortedSet<LocalDate> turns;

  DatedTree(String kind, ImmutableSortedMap<String, ImmutableList<Tenure>> parents) {
    this.kind = kind;
    this.parents = parents;
    ImmutableListMultimap.Builder<String, String> below = ImmutableListMultimap.builder();
    parents.forEach(
        (id, tenures) ->
            tenures.forEach(tenure -> tenure.holder().ifPresent(above -> below.put(above, id))));
    children = below.build();
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.MIN);
    parents.values().forEach(tenures -> tenures.forEach(tenure -> days.add(tenure.from())));
    turns = ImmutableSortedSet.copyOfSorted(days);
  }

  boolean contains(String id) {
    return parents.containsKey(id);
  }

  Optional<String> parentOn(String id, LocalDate day) {
    ImmutableList<Tenure> tenures = parents.get(id);
    return tenures == null ? Optional.empty() : Tenures.on(tenures, day);
  }

  /** Itself first, then upwards. */
  ImmutableList<String> pathOn(String id, LocalDate day) {
    if (parentOn(id, day).isEmpty()) {
      return ImmutableList.of(id);
    }
    ImmutableList.Builder<String> path = ImmutableList.builder();
    for (Optional<String> at = Optional.of(id); at.isPresent(); at = parentOn(at.get(), day)) {
      path.add(at.get());
    }
    return path.build();
  }

  /** Itself, and whatever was below on any day. */
  Set<String> everBelow(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(id);
    while (!open.isEmpty()) {
      String at = open.remove();
      if (found.add(at)) {
        open.addAll(children.get(at));
      }
    }
    return found;
  }

  boolean isWithin(String id, String ancestor, LocalDate day) {
    for (Optional<String> at = Optional.of(id); at.isPresent(); at = parentOn(at.get(), day)) {
      if (at.get().equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is so on a day of {@code [from, until)}. */
  boolean isWithin(String id, String ancestor, LocalDate from, LocalDate until) {
    return isWithin(id, ancestor, from)
        || turns.subSet(from, until).stream().anyMatch(day -> isWithin(id, ancestor, day));
  }

  void check(Consumer<OrganizationProblem> problems) {
    parents.forEach(
        (id, tenures) -> {
          Tenures.check(kind + " " + id, tenures, problems);
          for (Tenure tenure : tenures) {
            tenure
                .holder()
                .filter(above -> !contains(above))
                .ifPresent(
                    above ->
                        problems.accept(
                            OrganizationProblem.unknown(kind + " " + id, kind, above, parents)));
          }
        });
    Set<String> reported = new LinkedHashSet<>();
    for (LocalDate day : turns) {
      for (String id : parents.keySet()) {
        checkCycle(id, day, reported, problems);
      }
    }
  }

  private void checkCycle(
      String id, LocalDate day, Set<String> reported, Consumer<OrganizationProblem> problems) {
    Set<String> seen = new LinkedHashSet<>();
    for (Optional<String> at = Optional.of(id); at.isPresent(); at = parentOn(at.get(), day)) {
      if (!seen.add(at.get())) {
        if (at.get().equals(id) && reported.add(id)) {
          problems.accept(
              new OrganizationProblem(
                  Kind.CYCLE,
                  kind + " " + id,
                  "%s %s is above itself, through %s%s"
                      .formatted(
                          kind, id, seen, day.equals(LocalDate.MIN) ? "" : ", from " + day)));
        }
        return;
      }
    }
  }
}
