package dev.pacesetter.division;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Contradictions that adding up tells, however many requirements there are: parts side by side on
 * the same axes that need more than the total, or that all of them together may not reach.
 */
final class SideBySide {
  private SideBySide() {}

  /**
   * Finds a smallest set of requirements along one set of axes that contradict the total, or one
   * that has no weight; none where adding up does not tell.
   */
  static ImmutableList<Requirement> find(Problem problem) {
    Map<Integer, List<Requirement>> byMask = new LinkedHashMap<>();
    for (Requirement required : problem.requirements()) {
      byMask
          .computeIfAbsent(problem.mask(required.part()), mask -> new ArrayList<>())
          .add(required);
    }
    for (Map.Entry<Integer, List<Requirement>> along : byMask.entrySet()) {
      double[] weights = problem.grid().sums(problem.weights(), along.getKey());
      for (Requirement required : along.getValue()) {
        if (required.least() > 0 && weights[problem.group(required.part())] == 0) {
          return ImmutableList.of(required);
        }
      }
      ImmutableList<Requirement> needed = tooMuch(problem, along.getValue());
      ImmutableList<Requirement> together =
          needed.isEmpty() ? tooLittle(problem, along.getValue(), weights) : needed;
      if (!together.isEmpty()) {
        return together;
      }
    }
    return ImmutableList.of();
  }

  /** The largest floors, as few as together exceed the total; none where all of them do not. */
  private static ImmutableList<Requirement> tooMuch(Problem problem, List<Requirement> along) {
    Map<Part, Requirement> highest = new LinkedHashMap<>();
    along.forEach(
        required ->
            highest.merge(
                required.part(),
                required,
                (one, other) -> other.least() > one.least() ? other : one));
    List<Requirement> largest = new ArrayList<>(highest.values());
    largest.sort(Comparator.comparingLong(Requirement::least).reversed());
    long left = problem.total();
    for (int count = 0; count < largest.size(); count++) {
      if (largest.get(count).least() > left) {
        Set<Requirement> taken = new HashSet<>(largest.subList(0, count + 1));
        return along.stream()
            .filter(taken::contains)
            .distinct()
            .collect(ImmutableList.toImmutableList());
      }
      left -= largest.get(count).least();
    }
    return ImmutableList.of();
  }

  /** The caps of all places with a weight, where together they stay below the total; else none. */
  private static ImmutableList<Requirement> tooLittle(
      Problem problem, List<Requirement> along, double[] weights) {
    Map<Part, Requirement> lowest = new LinkedHashMap<>();
    along.stream()
        .filter(required -> weights[problem.group(required.part())] > 0)
        .forEach(
            required ->
                lowest.merge(
                    required.part(),
                    required,
                    (one, other) -> other.most() < one.most() ? other : one));
    if (lowest.size() < Arrays.stream(weights).filter(weight -> weight > 0).count()) {
      return ImmutableList.of();
    }
    long left = problem.total();
    for (Requirement required : lowest.values()) {
      if (required.most() >= left) {
        return ImmutableList.of();
      }
      left -= required.most();
    }
    return ImmutableList.copyOf(lowest.values());
  }
}
