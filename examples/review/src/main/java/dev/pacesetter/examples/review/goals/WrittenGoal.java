package dev.pacesetter.examples.review.goals;

import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A goal as somebody wrote it.
 *
 * @param id what identifies it in its file
 * @param title what is to be reached
 * @param owner the id of the person or team that answers for it
 * @param kpi the KPI it is measured by, in money
 * @param atLeast what is to be reached, greater than zero
 * @param scope the part of the business it speaks of
 * @param period the fiscal period by name, such as {@code FY2017-Q4}
 * @param contributesTo the id of the goal above it, null at the top
 * @param rationale why this goal and this amount, null where nothing is written
 * @param entry where it stands in its file
 */
public record WrittenGoal(
    String id,
    Text title,
    String owner,
    Kpi kpi,
    Money atLeast,
    Scope scope,
    String period,
    @Nullable String contributesTo,
    @Nullable Text rationale,
    YamlNode entry) {}
