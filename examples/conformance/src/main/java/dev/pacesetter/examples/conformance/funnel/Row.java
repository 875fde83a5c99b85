package dev.pacesetter.examples.conformance.funnel;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row as the engine will see it: which steps and exclusions it matches has been decided.
 *
 * @param subject whose
 * @param time when
 * @param steps bit {@code k} for step {@code k}
 * @param exclusions bit {@code x} for exclusion {@code x}
 * @param group its value in the breakdown, where there is one
 */
record Row(String subject, long time, long steps, long exclusions, Optional<String> group) {
  Row withSteps(long other) {
    return new Row(subject, time, other, exclusions, group);
  }

  Row withoutExclusions() {
    return new Row(subject, time, steps, 0, group);
  }

  boolean matches(int step) {
    return (steps >>> step & 1) != 0;
  }

  boolean isExcluded(int exclusion) {
    return (exclusions >>> exclusion & 1) != 0;
  }

  /** What kind of row it is, as the name of an event: rows of one kind match the same. */
  String kind() {
    return numbers(steps) + "/" + numbers(exclusions);
  }

  private static String numbers(long bits) {
    return IntStream.range(0, Long.SIZE)
        .filter(bit -> (bits >>> bit & 1) != 0)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
