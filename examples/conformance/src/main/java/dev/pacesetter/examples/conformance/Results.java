package dev.pacesetter.examples.conformance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.pacesetter.examples.conformance.check.Group;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts checks by group, and keeps those that did not agree. */
final class Results {
  private final TreeMap<Group, GroupCount> groups = new TreeMap<>();
  private final List<Result> disagreements = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  void add(Result result) {
    groups.computeIfAbsent(result.check().group(), group -> new GroupCount()).add(result.check());
    if (result.check().difference().isPresent()) {
      disagreements.add(result);
    }
  }

  void add(Unreadable line) {
    unreadable.add(line);
  }

  /** The groups in their order. */
  SortedMap<Group, GroupCount> groups() {
    return groups;
  }

  ImmutableSortedSet<String> topics() {
    return groups.keySet().stream()
        .map(Group::topic)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The groups of a topic in their order. */
  SortedMap<Group, GroupCount> groups(String topic) {
    return Maps.filterKeys(groups(), group -> group.topic().equals(topic));
  }

  GroupCount total() {
    return total(groups.values());
  }

  static GroupCount total(Collection<GroupCount> counts) {
    GroupCount total = new GroupCount();
    counts.forEach(total::addAll);
    return total;
  }

  /** Failed and doubtful checks in the order in which they were read. */
  ImmutableList<Result> disagreements() {
    return ImmutableList.copyOf(disagreements);
  }

  ImmutableList<Unreadable> unreadable() {
    return ImmutableList.copyOf(unreadable);
  }

  boolean hasFailures() {
    return total().count(Verdict.FAILED) > 0;
  }
}
