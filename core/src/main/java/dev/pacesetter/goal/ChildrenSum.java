package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * R2: the goals below add up to this one, exactly or with a padding that is named.
 *
 * <p>A goal may be divided more than once, by team and by quarter; children whose periods are of
 * one kind and whose scopes name the same dimensions are one division, and each division must add
 * up by itself. Teams and people who are in none of them divide a goal together. Over-assignment is
 * {@code sum of children / this goal - 1}.
 */
final class ChildrenSum extends SmartRule {
  /** Children that together stand for the whole. */
  private record Division(PeriodKind kind, Set<Dimension> dimensions) {}

  ChildrenSum() {
    super(
        "smart.R2",
        List.of("exact", "padded", "leaf", "noSum", "short", "overAssigned", "otherMetric"),
        new Parameter("padding", 0.15, 0, 0.5));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    ImmutableList<SalesGoal> children = facts.goalsBelow();
    if (children.isEmpty()) {
      return pass(facts, "leaf", count("children", 0));
    }
    if (goal.target().unit() != Unit.MONEY && goal.target().unit() != Unit.COUNT) {
      return pass(facts, "noSum", count("children", children.size()));
    }
    ImmutableList<SalesGoal> strangers =
        children.stream()
            .filter(child -> !addsTo(goal, child))
            .collect(ImmutableList.toImmutableList());
    if (!strangers.isEmpty()) {
      return finding(facts, Verdict.FAIL, "otherMetric")
          .putWord("children", titles(strangers))
          .addEvidence(counted("children", strangers.size()).kpi(KpiVersion.of(goal.kpi())).build())
          .build();
    }
    return divisions(facts, children).stream()
        .map(division -> judge(facts, settings, division))
        .max(Comparator.comparing(Finding::verdict))
        .orElseThrow();
  }

  private static boolean addsTo(SalesGoal goal, SalesGoal child) {
    return KpiVersion.of(child.kpi()).equals(KpiVersion.of(goal.kpi()))
        && child.target().bound() == goal.target().bound()
        && child.target().currency().equals(goal.target().currency());
  }

  /**
   * Children that divide the goal together. Goals of teams and goals of people are divisions of
   * their own where they speak of the same people, and one division where they do not, such as the
   * teams below and a manager who sells beside them.
   */
  private static List<List<SalesGoal>> divisions(
      SmartFacts facts, ImmutableList<SalesGoal> children) {
    TreeMap<String, List<SalesGoal>> alike = new TreeMap<>();
    for (SalesGoal child : children) {
      Division division = new Division(child.period().kind(), child.scope().conditions().keySet());
      alike.computeIfAbsent(division.toString(), key -> new ArrayList<>()).add(child);
    }
    List<List<SalesGoal>> divisions = new ArrayList<>();
    for (List<SalesGoal> more : alike.values()) {
      divisions.stream()
          .filter(known -> isBeside(facts, known, more))
          .findFirst()
          .ifPresentOrElse(known -> known.addAll(more), () -> divisions.add(more));
    }
    return divisions;
  }

  private static boolean isBeside(SmartFacts facts, List<SalesGoal> known, List<SalesGoal> more) {
    return known.stream()
        .allMatch(one -> more.stream().allMatch(other -> isBeside(facts, one, other)));
  }

  private static boolean isBeside(SmartFacts facts, SalesGoal one, SalesGoal other) {
    Organization organization = facts.facts().organization();
    return one.period().kind() == other.period().kind()
        && !organization.covers(one.scope(), other.scope(), one.period())
        && !organization.covers(other.scope(), one.scope(), one.period())
        && restOf(one).equals(restOf(other));
  }

  /** What a goal's scope says beside whom it speaks of. */
  private static Map<Dimension, String> restOf(SalesGoal goal) {
    return Maps.filterKeys(
        goal.scope().conditions(),
        dimension -> dimension != Dimension.TEAM && dimension != Dimension.PERSON);
  }

  private Finding judge(SmartFacts facts, Settings settings, List<SalesGoal> children) {
    long target = facts.goal().target().amount();
    long sum = 0;
    for (SalesGoal child : children) {
      sum = Math.addExact(sum, child.target().amount());
    }
    double over = (double) sum / target - 1;
    boolean padded = over <= settings.get("padding");
    String reason =
        sum == target ? "exact" : sum < target ? "short" : padded ? "padded" : "overAssigned";
    Verdict verdict = sum < target ? Verdict.FAIL : padded ? Verdict.PASS : Verdict.WARN;
    return finding(facts, verdict, reason)
        .putWord("children", titles(children))
        .addEvidence(
            amount("sum", facts, sum, children.size())
                .kpi(KpiVersion.of(facts.goal().kpi()))
                .expected((double) target)
                .build())
        .addEvidence(amount("difference", facts, Math.abs(sum - target), children.size()).build())
        .addEvidence(
            number("over", Measure.of(over, Unit.RATIO, children.size()))
                .limit(settings.get("padding"))
                .build())
        .addEvidence(count("children", children.size()))
        .build();
  }

  private static Text titles(List<SalesGoal> goals) {
    return Text.inEach(
        locale -> {
          Phrases phrases = Phrases.named(PHRASES, locale);
          return goals.stream()
              .map(goal -> phrases.say("text.title", goal.title().in(locale)))
              .collect(Collectors.joining(phrases.say("text.list")));
        });
  }
}
