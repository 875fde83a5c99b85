package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Apportionment;
import dev.pacesetter.division.Division;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.KpiVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A goal and the goals below it, from the top and from the bottom side by side.
 *
 * <p>From the top comes what a goal asks for, from the bottom what those below it commit to, which
 * is their own target where nobody says otherwise. Goals belong below another when they {@link
 * SalesGoal#contributesTo contribute} to it, in the same metric, currency and period; a goal's
 * quarters and months are parts of its plan rather than goals below it.
 *
 * <p>Over-assignment is {@code sum of the goals below / the goal above - 1}; the base is always the
 * goal above. 25 % over-assigned means that 80 % attainment below reaches the goal.
 */
public final class Assignment {
  private static final double MOST_PADDING = 10;

  /**
   * A goal with what comes from both sides.
   *
   * @param goal the goal
   * @param level how many goals are above it, 0 for the top
   * @param topDown what it asks for
   * @param assigned what the goals right below it ask for together; its own for one without any
   * @param bottomUp what all below it commit to
   * @param overAssignment {@code assigned / topDown - 1}; no data for a goal without any below it
   */
  public record Branch(
      SalesGoal goal,
      int level,
      long topDown,
      long assigned,
      long bottomUp,
      Measure overAssignment) {
    /**
     * Returns what is missing or too much.
     *
     * @return {@code bottomUp - topDown}, below 0 where the commitments do not reach the goal
     */
    public long gap() {
      return bottomUp - topDown;
    }
  }

  /**
   * All goals of a level, and those above it that have none below them.
   *
   * @param level how many goals are above, 0 for the top
   * @param goals how many goals that are
   * @param sum what they ask for
   * @param overAbove {@code sum / sum of the level above - 1}; no data for the top
   * @param overTop {@code sum / the top goal - 1}
   */
  public record Level(int level, int goals, long sum, Measure overAbove, Measure overTop) {}

  private final ImmutableList<Branch> branches;
  private final ImmutableMap<String, ImmutableList<SalesGoal>> below;

  private Assignment(
      ImmutableList<Branch> branches, ImmutableMap<String, ImmutableList<SalesGoal>> below) {
    this.branches = branches;
    this.below = below;
  }

  /**
   * Puts a goal and those below it side by side.
   *
   * @param top the goal at the top; its metric must be a sum
   * @param goals all goals, among which those below are found
   * @return both sides, everybody committing to their own target
   * @throws IllegalArgumentException if the metric is no sum, or goals contribute in a circle
   */
  public static Assignment of(SalesGoal top, Iterable<SalesGoal> goals) {
    return of(top, goals, ImmutableMap.of());
  }

  /**
   * Puts a goal and those below it side by side.
   *
   * @param top the goal at the top; its metric must be a sum
   * @param goals all goals, among which those below are found
   * @param commitments what people or teams say they will reach, by the id of a goal without any
   *     below it, in its own units
   * @return both sides
   * @throws IllegalArgumentException if the metric is no sum, goals contribute in a circle, or a
   *     commitment is for a goal that is not there or is divided further
   */
  public static Assignment of(
      SalesGoal top, Iterable<SalesGoal> goals, Map<String, Long> commitments) {
    checkArgument(
        top.kpi() instanceof AdditiveKpi,
        "goal %s is about %s, which is no sum; the goals below it do not add up to it",
        top.id(),
        top.kpi().id());
    Map<String, ImmutableList<SalesGoal>> below = new LinkedHashMap<>();
    collect(top, ImmutableList.copyOf(goals), below, new ArrayList<>());
    commitments
        .keySet()
        .forEach(
            id ->
                checkArgument(
                    below.containsKey(id) && Objects.requireNonNull(below.get(id)).isEmpty(),
                    "a commitment is given for goal %s; below %s the goals without any below them"
                        + " are %s",
                    id,
                    top.id(),
                    below.keySet().stream()
                        .filter(each -> Objects.requireNonNull(below.get(each)).isEmpty())
                        .toList()));
    ImmutableList.Builder<Branch> branches = ImmutableList.builder();
    add(top, 0, below, commitments, branches);
    return new Assignment(branches.build(), ImmutableMap.copyOf(below));
  }

  private static void collect(
      SalesGoal goal,
      ImmutableList<SalesGoal> goals,
      Map<String, ImmutableList<SalesGoal>> below,
      List<String> above) {
    checkArgument(
        !above.contains(goal.id()),
        "goals contribute in a circle: %s",
        String.join(" -> ", above) + " -> " + goal.id());
    above.add(goal.id());
    ImmutableList<SalesGoal> own =
        goals.stream()
            .filter(child -> child.contributesTo().map(goal.id()::equals).orElse(false))
            .filter(child -> addsTo(goal, child))
            .collect(ImmutableList.toImmutableList());
    below.put(goal.id(), own);
    own.forEach(child -> collect(child, goals, below, above));
    above.remove(above.size() - 1);
  }

  private static boolean addsTo(SalesGoal goal, SalesGoal child) {
    return KpiVersion.of(child.kpi()).equals(KpiVersion.of(goal.kpi()))
        && child.period().equals(goal.period())
        && child.target().bound() == goal.target().bound()
        && child.target().currency().equals(goal.target().currency());
  }

  /** Adds a goal before those below it and returns what it gets from the bottom. */
  private static long add(
      SalesGoal goal,
      int level,
      Map<String, ImmutableList<SalesGoal>> below,
      Map<String, Long> commitments,
      ImmutableList.Builder<Branch> branches) {
    ImmutableList<SalesGoal> own = Objects.requireNonNull(below.get(goal.id()));
    long target = goal.target().amount();
    long assigned = own.isEmpty() ? target : sum(own);
    ImmutableList.Builder<Branch> further = ImmutableList.builder();
    long bottomUp = own.isEmpty() ? commitments.getOrDefault(goal.id(), target) : 0;
    for (SalesGoal child : own) {
      bottomUp = Math.addExact(bottomUp, add(child, level + 1, below, commitments, further));
    }
    branches.add(
        new Branch(
            goal,
            level,
            target,
            assigned,
            bottomUp,
            own.isEmpty()
                ? Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED)
                : over(assigned, target, own.size())));
    branches.addAll(further.build());
    return bottomUp;
  }

  private static long sum(List<SalesGoal> goals) {
    long sum = 0;
    for (SalesGoal goal : goals) {
      sum = Math.addExact(sum, goal.target().amount());
    }
    return sum;
  }

  private static Measure over(long sum, long base, int n) {
    return base == 0
        ? Measure.noData(Unit.RATIO, n, NoData.NOTHING_OBSERVED)
        : Measure.of((double) sum / base - 1, Unit.RATIO, n);
  }

  /**
   * Returns every goal.
   *
   * @return the top first, each goal before those below it, in their given order
   */
  public ImmutableList<Branch> branches() {
    return branches;
  }

  /**
   * Returns the goal at the top.
   *
   * @return the first of {@link #branches()}
   */
  public Branch top() {
    return branches.get(0);
  }

  /**
   * Returns the sums of every level, and how much more each asks for than the one above and the
   * top.
   *
   * @return the levels from the top; a goal without any below it counts on all further ones
   */
  public ImmutableList<Level> levels() {
    int deepest = branches.stream().mapToInt(Branch::level).max().orElse(0);
    ImmutableList.Builder<Level> levels = ImmutableList.builder();
    long above = 0;
    for (int level = 0; level <= deepest; level++) {
      long sum = 0;
      int goals = 0;
      for (Branch branch : branches) {
        boolean isLeaf = Objects.requireNonNull(below.get(branch.goal().id())).isEmpty();
        if (branch.level() == level || (isLeaf && branch.level() < level)) {
          sum = Math.addExact(sum, branch.topDown());
          goals++;
        }
      }
      levels.add(
          new Level(
              level,
              goals,
              sum,
              level == 0
                  ? Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED)
                  : over(sum, above, goals),
              over(sum, top().topDown(), goals)));
      above = sum;
    }
    return levels.build();
  }

  private static long padded(String goal, long target, double padding) {
    double padded = target + Math.rint(target * padding);
    checkArgument(
        padded <= Division.MOST,
        "below goal %s the targets would add up to %s; at most %s is possible",
        goal,
        padded,
        Division.MOST);
    return target + Math.round(target * padding);
  }

  /**
   * Returns targets with which the goals below each goal add up to it, padded as wanted: each keeps
   * its proportion to those beside it, by largest remainder.
   *
   * @param padding how much more each level asks for than the one above, from 0 to 10; 0.1 for a
   *     tenth
   * @return the target of every goal by id, in the order of {@link #branches()}; the top keeps its
   *     own
   * @throws IllegalArgumentException if the padding is below 0 or above 10, or a target grows
   *     beyond all bounds
   */
  public ImmutableMap<String, Long> reconciled(double padding) {
    checkArgument(
        padding >= 0 && padding <= MOST_PADDING,
        "a padding of %s; from 0 to 10 is possible",
        (Object) padding);
    Map<String, Long> targets = new LinkedHashMap<>();
    targets.put(top().goal().id(), top().topDown());
    for (Branch branch : branches) {
      ImmutableList<SalesGoal> own = Objects.requireNonNull(below.get(branch.goal().id()));
      if (!own.isEmpty()) {
        long target = Objects.requireNonNull(targets.get(branch.goal().id()));
        long[] weights = own.stream().mapToLong(child -> child.target().amount()).toArray();
        long[] parts =
            Apportionment.largestRemainder(
                padded(branch.goal().id(), target, padding),
                branch.assigned() == 0 ? own.stream().mapToLong(child -> 1).toArray() : weights);
        for (int child = 0; child < parts.length; child++) {
          targets.put(own.get(child).id(), parts[child]);
        }
      }
    }
    ImmutableMap.Builder<String, Long> ordered = ImmutableMap.builder();
    branches.forEach(
        branch ->
            ordered.put(
                branch.goal().id(), Objects.requireNonNull(targets.get(branch.goal().id()))));
    return ordered.buildOrThrow();
  }
}
