package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * What sums along an axis must be, as far as it is known: each given target alone, and together
 * what is left for the others.
 */
final class Targets {
  /** Marks a place whose target follows from the weights. */
  static final long OPEN = -1;

  private final PlanAxis axis;
  private final ImmutableList<String> names;
  private final int[] group;
  private final long[] amounts;
  private final boolean hasOpen;
  private final LongFunction<String> text;

  private Targets(
      PlanAxis axis,
      ImmutableList<String> names,
      int[] group,
      long[] amounts,
      boolean hasOpen,
      LongFunction<String> text) {
    this.axis = axis;
    this.names = names;
    this.group = group;
    this.amounts = amounts;
    this.hasOpen = hasOpen;
    this.text = text;
  }

  /** Groups an axis; checks that the given targets fit the total. */
  static Targets of(
      PlanAxis axis,
      ImmutableList<String> names,
      long[] given,
      long total,
      LongFunction<String> text) {
    long sum = Arrays.stream(given).filter(amount -> amount != OPEN).reduce(0, Math::addExact);
    boolean hasOpen = Arrays.stream(given).anyMatch(amount -> amount == OPEN);
    if (hasOpen ? sum > total : sum != total) {
      throw InfeasiblePlanException.because(
          hasOpen ? "over" : "sum",
          ImmutableListMultimap.<PlanAxis, String>builder()
              .putAll(
                  axis,
                  IntStream.range(0, given.length)
                      .filter(place -> given[place] != OPEN)
                      .mapToObj(names::get)
                      .toList())
              .build(),
          phrases ->
              ImmutableMap.of(
                  "axis", InfeasiblePlanException.axis(phrases, axis, names.size()),
                  "sum", text.apply(sum),
                  "total", text.apply(total)));
    }
    int[] group = new int[given.length];
    int groups = 0;
    for (int place = 0; place < given.length; place++) {
      group[place] = given[place] == OPEN ? -1 : groups++;
    }
    long[] amounts = new long[hasOpen ? groups + 1 : groups];
    for (int place = 0; place < given.length; place++) {
      if (group[place] < 0) {
        group[place] = groups;
        amounts[groups] = total - sum;
      } else {
        amounts[group[place]] = given[place];
      }
    }
    return new Targets(axis, names, group, amounts, hasOpen, text);
  }

  /** Returns the same axis with a target of its own for every place. */
  Targets settled(long[] each) {
    int[] alone = new int[each.length];
    Arrays.setAll(alone, place -> place);
    return new Targets(axis, names, alone, each, false, text);
  }

  /** Returns the number of places. */
  int places() {
    return group.length;
  }

  /** Returns the number of groups. */
  int groups() {
    return amounts.length;
  }

  /** Returns whether the target of a place follows from the weights. */
  boolean isOpen(int place) {
    return hasOpen && group[place] == amounts.length - 1;
  }

  /** Returns what is left for the open places together. */
  long left() {
    return hasOpen ? amounts[amounts.length - 1] : 0;
  }

  /** Returns the group of a place; all open places are one group, the last. */
  int group(int place) {
    return group[place];
  }

  /** Returns the target of every group. */
  long[] amounts() {
    return amounts;
  }

  Table.Margin margin() {
    return new Table.Margin(axis.place(), group, amounts);
  }

  /** Returns the ids or names in some groups. */
  ImmutableList<String> in(boolean[] groups) {
    return IntStream.range(0, group.length)
        .filter(place -> groups[group[place]])
        .mapToObj(names::get)
        .collect(ImmutableList.toImmutableList());
  }

  String sum(boolean[] groups) {
    return text.apply(
        IntStream.range(0, amounts.length)
            .filter(place -> groups[place])
            .mapToLong(place -> amounts[place])
            .sum());
  }

  /** Says that some targets of this axis have too little room on another. */
  InfeasiblePlanException conflict(boolean[] claimants, Targets other, boolean[] open) {
    ImmutableList<String> who = in(claimants);
    ImmutableList<String> where = other.in(open);
    return InfeasiblePlanException.because(
        where.isEmpty() ? "nowhere" : "crowded",
        ImmutableListMultimap.<PlanAxis, String>builder()
            .putAll(axis, who)
            .putAll(other.axis, where)
            .build(),
        phrases ->
            ImmutableMap.of(
                "who", InfeasiblePlanException.list(phrases, who),
                "sum", sum(claimants),
                "other",
                    InfeasiblePlanException.axis(phrases, other.axis, Math.max(1, where.size())),
                "where", InfeasiblePlanException.list(phrases, where),
                "room", other.sum(open)));
  }
}
