package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two evaluations, such as before and after a rule was tuned, or of two
 * days.
 *
 * <p>Findings belong together when rule and subject are the same; where one side has several of
 * them, those with the same name of the subject, and then in their order. Findings that are equal
 * are not mentioned, so that the difference between an evaluation and itself is empty. Comparing
 * the other way round gives {@link #reversed()}.
 *
 * @param changes in the order of subjects, then of rules
 */
public record FindingDiff(ImmutableList<FindingChange> changes) {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::subject).thenComparing(Key::rule);

  private record Key(String subject, String rule) {
    static Key of(Finding finding) {
      return new Key(finding.subject().toString(), finding.ruleId());
    }
  }

  /** The findings of one rule about one subject. */
  private static final class Sides {
    private final List<Finding> before = new ArrayList<>();
    private final List<Finding> after = new ArrayList<>();
  }

  /**
   * Compares two evaluations.
   *
   * @param before the findings of the first
   * @param after the findings of the second
   * @return what is different
   */
  public static FindingDiff between(Iterable<Finding> before, Iterable<Finding> after) {
    TreeMap<Key, Sides> byKey = new TreeMap<>(ORDER);
    for (Finding finding : before) {
      byKey.computeIfAbsent(Key.of(finding), key -> new Sides()).before.add(finding);
    }
    for (Finding finding : after) {
      byKey.computeIfAbsent(Key.of(finding), key -> new Sides()).after.add(finding);
    }
    ImmutableList.Builder<FindingChange> changes = ImmutableList.builder();
    byKey.values().forEach(sides -> compare(sides, changes));
    return new FindingDiff(changes.build());
  }

  private static void compare(Sides sides, ImmutableList.Builder<FindingChange> changes) {
    removeEqual(sides);
    List<FindingChange> pairs = new ArrayList<>();
    pairByName(sides, pairs);
    while (!sides.before.isEmpty() && !sides.after.isEmpty()) {
      pairs.add(new FindingChange(sides.before.remove(0), sides.after.remove(0)));
    }
    // the order must not tell which side was first
    pairs.sort(Comparator.comparing(FindingDiff::name));
    changes.addAll(pairs);
    sides.before.forEach(finding -> changes.add(new FindingChange(finding, null)));
    sides.after.forEach(finding -> changes.add(new FindingChange(null, finding)));
  }

  private static void removeEqual(Sides sides) {
    List<Finding> changed = new ArrayList<>();
    for (Finding finding : sides.before) {
      if (!sides.after.remove(finding)) {
        changed.add(finding);
      }
    }
    sides.before.clear();
    sides.before.addAll(changed);
  }

  private static void pairByName(Sides sides, List<FindingChange> pairs) {
    for (Finding old : ImmutableList.copyOf(sides.before)) {
      @Nullable Finding now =
          Iterables.find(
              sides.after, finding -> finding.subjectName().equals(old.subjectName()), null);
      if (now != null) {
        sides.after.remove(now);
        sides.before.remove(old);
        pairs.add(new FindingChange(old, now));
      }
    }
  }

  private static String name(FindingChange change) {
    return ImmutableList.of(change, change.reversed()).stream()
        .map(one -> one.either().subjectName().toString())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Returns whether nothing is different.
   *
   * @return whether there is no change
   */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /**
   * Returns the way back.
   *
   * @return what {@link #between} says with both evaluations exchanged
   */
  public FindingDiff reversed() {
    return new FindingDiff(
        changes.stream().map(FindingChange::reversed).collect(ImmutableList.toImmutableList()));
  }

  /**
   * Says what is different.
   *
   * @param locale Chinese, or English for every other language
   * @return how much; below it every finding with what became of it, numbers before and after
   */
  public Explanation explain(Locale locale) {
    Phrases phrases = Phrases.named(RuleProblem.PHRASES, locale);
    DiffTree tree = new DiffTree(phrases);
    return Explanation.node(
        isEmpty()
            ? phrases.say("diff.none")
            : phrases.fill("diff.some", Map.of("n", changes.size())),
        changes.stream().map(tree::of).toList());
  }
}
