package dev.pacesetter.examples.review.goals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.Target;
import dev.pacesetter.goal.Tier;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A goal as somebody wrote it.
 *
 * @param id what identifies it in its file
 * @param title what is to be reached
 * @param owner the id of the person or team that answers for it
 * @param kpi the KPI it is measured by
 * @param target the number asked for
 * @param scope the part of the business it speaks of
 * @param period the fiscal period by name, such as {@code FY2017-Q4}
 * @param contributesTo the id of the goal above it, null at the top
 * @param worth what one is worth for the goal above, null where both have the same metric
 * @param rationale why this goal and this amount, null where nothing is written
 * @param details what may be said besides
 * @param entry where it stands in its file
 */
public record WrittenGoal(
    String id,
    Text title,
    String owner,
    Kpi kpi,
    Target target,
    Scope scope,
    String period,
    @Nullable String contributesTo,
    @Nullable Money worth,
    @Nullable Text rationale,
    Details details,
    YamlNode entry) {

  /**
   * What may be said of a goal besides.
   *
   * @param tiers amounts beside the target, in its steps
   * @param milestones how far it is to be on the way; null for the end of every month by working
   *     days
   * @param baseline where it starts from, null where that is not written
   * @param weight hundredths of a percent of the owner's attention
   * @param daysBetweenReviews how often it is looked at
   * @param replanning when and how it is changed, null where that is not written
   * @param requiredTrainings what its owner must be trained in
   * @param plannedTrainings when planned trainings end
   */
  public record Details(
      ImmutableSortedMap<Tier, Long> tiers,
      @Nullable ImmutableList<Milestone> milestones,
      @Nullable Start baseline,
      OptionalInt weight,
      OptionalInt daysBetweenReviews,
      @Nullable Text replanning,
      ImmutableSortedSet<String> requiredTrainings,
      ImmutableSortedMap<String, LocalDate> plannedTrainings) {}

  /**
   * Where a goal starts from.
   *
   * @param period the fiscal period by name
   * @param amount what its metric was, in the steps of its target
   */
  public record Start(String period, long amount) {}
}
