package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import dev.pacesetter.organization.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one finding from one evaluation to another.
 *
 * @param before the finding as it was, null where there was none
 * @param after the finding as it is, null where there is none any more
 */
public record FindingChange(@Nullable Finding before, @Nullable Finding after) {

  /** In which way a finding changed. */
  public enum Kind {
    /** It was not there before. */
    APPEARED,
    /** It is not there any more. */
    DISAPPEARED,
    /** Its verdict is more severe. */
    WORSE,
    /** Its verdict is less severe. */
    BETTER,
    /** Its reason is another. */
    REASON,
    /** A number is another, or is there on one side only. */
    NUMBERS,
    /** The version of its rule or a parameter is another. */
    RULE,
    /** Another finding explains it, or other explanations or notes stand beside it. */
    EXPLANATION,
    /** It is said in other words, such as after somebody was renamed. */
    WORDS
  }

  /**
   * One number of a finding that is not the same.
   *
   * @param name what it is called
   * @param before the number as it was, null where there was none
   * @param after the number as it is, null where there is none any more
   */
  public record NumberChange(String name, @Nullable Evidence before, @Nullable Evidence after) {}

  /**
   * Checks that there is a finding.
   *
   * @throws IllegalArgumentException if both are null, or they are of different rules or subjects
   */
  public FindingChange {
    checkArgument(before != null || after != null, "a change is of a finding; there is none");
    checkArgument(
        before == null
            || after == null
            || (before.ruleId().equals(after.ruleId()) && before.subject().equals(after.subject())),
        "a change is of one rule and subject; %s and %s differ",
        before,
        after);
  }

  /**
   * Returns the rule.
   *
   * @return the id of the rule of both findings
   */
  public String ruleId() {
    return either().ruleId();
  }

  /**
   * Returns whom or what it is about.
   *
   * @return the subject of both findings
   */
  public Scope subject() {
    return either().subject();
  }

  /** The finding as it is, or as it was where it is gone. */
  Finding either() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /**
   * Returns in which ways it changed.
   *
   * @return the ways in the order of {@link Kind}; none where both are equal
   */
  public ImmutableSortedSet<Kind> kinds() {
    if (before == null) {
      return ImmutableSortedSet.of(Kind.APPEARED);
    }
    if (after == null) {
      return ImmutableSortedSet.of(Kind.DISAPPEARED);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    int worse = after.verdict().compareTo(before.verdict());
    add(kinds, Kind.WORSE, worse > 0);
    add(kinds, Kind.BETTER, worse < 0);
    add(kinds, Kind.REASON, !before.reason().equals(after.reason()));
    add(kinds, Kind.NUMBERS, !before.evidence().equals(after.evidence()));
    add(
        kinds,
        Kind.RULE,
        before.ruleVersion() != after.ruleVersion() || !before.settings().equals(after.settings()));
    add(
        kinds,
        Kind.EXPLANATION,
        !before.explainedBy().equals(after.explainedBy())
            || !before.ruledOut().equals(after.ruledOut())
            || !before.notes().equals(after.notes()));
    add(
        kinds,
        Kind.WORDS,
        !before.words().equals(after.words())
            || !before.subjectName().equals(after.subjectName())
            || !before.phrases().equals(after.phrases())
            || !before.wording().equals(after.wording()));
    return ImmutableSortedSet.copyOf(kinds);
  }

  private static void add(Set<Kind> kinds, Kind kind, boolean is) {
    if (is) {
      kinds.add(kind);
    }
  }

  /**
   * Returns the numbers that are not the same.
   *
   * @return the numbers in the order of the names before, then those that are new; none where the
   *     finding appeared or disappeared
   */
  public ImmutableList<NumberChange> numbers() {
    if (before == null || after == null) {
      return ImmutableList.of();
    }
    List<Evidence> rest = new ArrayList<>(after.evidence());
    ImmutableList.Builder<NumberChange> changes = ImmutableList.builder();
    for (Evidence old : before.evidence()) {
      @Nullable Evidence now =
          Iterables.find(rest, number -> number.name().equals(old.name()), null);
      rest.remove(now);
      if (!old.equals(now)) {
        changes.add(new NumberChange(old.name(), old, now));
      }
    }
    rest.forEach(fresh -> changes.add(new NumberChange(fresh.name(), null, fresh)));
    return changes.build();
  }

  /**
   * Returns the way back.
   *
   * @return the change from after to before
   */
  public FindingChange reversed() {
    return new FindingChange(after, before);
  }
}
