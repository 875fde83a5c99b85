package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.style.HouseStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What a period brought, as known at an instant: results, comparisons and findings.
 *
 * <p>A plain value. It holds no ranking: people inside the limits are not shown to differ.
 */
@Value.Immutable
@HouseStyle
public abstract class Review {
  Review() {}

  /**
   * Returns a builder, for a review that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns up to when facts are known.
   *
   * @return the instant
   */
  public abstract Instant asOf();

  /**
   * Returns the day of {@link #asOf()} in the calendar's zone.
   *
   * @return the day of the review
   */
  public abstract LocalDate day();

  /**
   * Returns what is reviewed.
   *
   * @return the period
   */
  public abstract Period period();

  /**
   * Returns when people work, which due dates are counted on.
   *
   * @return the calendar
   */
  public abstract FiscalCalendar calendar();

  /**
   * Returns how careful the review was.
   *
   * @return the settings
   */
  public abstract ReviewSettings settings();

  /**
   * Returns the currency of all money in this review.
   *
   * @return the currency, empty when no fact names money
   */
  public abstract Optional<CurrencyUnit> currency();

  /**
   * Returns how many deals the whole book holds.
   *
   * @return the totals
   */
  public abstract BookTotals totals();

  /**
   * Returns what was reached.
   *
   * @return a card for the company, then for every team, then for every person, in the order of ids
   */
  public abstract ImmutableList<Scorecard> scorecards();

  /**
   * Returns which metrics are left out of all cards because nobody records them.
   *
   * @return the metrics in the order of the settings
   */
  public abstract ImmutableList<Kpi> notRecorded();

  /**
   * Returns how far deals came.
   *
   * @return funnels of the company and of every team, each over all deals and over those created in
   *     the period; empty where no sales process is known
   */
  public abstract ImmutableList<FunnelView> funnels();

  /**
   * Returns how the open pipeline moved.
   *
   * @return the movement; empty where no deals are known
   */
  public abstract Optional<PeriodMovement> movement();

  /**
   * Returns how much of the goals is reached.
   *
   * @return one entry a goal, in the order in which they were given
   */
  public abstract ImmutableList<GoalAttainment> attainments();

  /**
   * Returns every person beside peers, in every metric that is recorded.
   *
   * @return the comparisons in the order of people's ids, then of metrics
   */
  public abstract ImmutableList<PeerComparison> comparisons();

  /**
   * Returns what was found. A finding explained by another is not to be held against its subject.
   *
   * @return findings about the data, then about people in the order of ids, each in the order of
   *     the rules
   */
  public abstract ImmutableList<Finding> findings();

  /**
   * Finds a scorecard.
   *
   * @param scope the company, a team or a person
   * @return the card; empty when the review has none of that scope
   */
  public Optional<Scorecard> scorecard(Scope scope) {
    return scorecards().stream().filter(card -> card.scope().equals(scope)).findFirst();
  }

  /**
   * Returns the comparisons in one metric, such as the points of a chart.
   *
   * @param metric the metric
   * @return the comparisons in the order of people's ids
   */
  public ImmutableList<PeerComparison> comparisons(PeerMetric metric) {
    return comparisons().stream()
        .filter(comparison -> comparison.metric().equals(metric))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the comparisons of one person.
   *
   * @param person the person's id
   * @return the comparisons in the order of metrics; empty for somebody unknown
   */
  public ImmutableList<PeerComparison> comparisonsOf(String person) {
    return comparisons().stream()
        .filter(comparison -> comparison.person().equals(person))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the findings about a part of the business.
   *
   * @param scope the company or a person
   * @return the findings in the order of the rules
   */
  public ImmutableList<Finding> findingsAbout(Scope scope) {
    return findings().stream()
        .filter(finding -> finding.subject().equals(scope))
        .collect(ImmutableList.toImmutableList());
  }

  /** Collects a review. */
  public static final class Builder extends ImmutableReview.Builder {
    Builder() {}
  }
}
