package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.review.PeerMetric.Kind;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What diagnosis rules know about one person.
 *
 * @param facts the organization and its book
 * @param person the person's id
 * @param name what people call them
 * @param period the period under review
 * @param comparisons the person beside peers, in the order of metrics
 */
public record PersonFacts(
    SalesFacts facts,
    String person,
    String name,
    Period period,
    ImmutableList<PeerComparison> comparisons) {

  /**
   * Finds a comparison.
   *
   * @param kind any kind but a stage conversion
   * @return the comparison; empty when the metric is not recorded
   */
  public Optional<PeerComparison> on(Kind kind) {
    return comparisons.stream()
        .filter(comparison -> comparison.metric().kind() == kind)
        .findFirst();
  }

  /**
   * Returns the stage conversions.
   *
   * @return the comparisons in the order of stages; empty when stages have no history
   */
  public ImmutableList<PeerComparison> stages() {
    return comparisons.stream()
        .filter(comparison -> comparison.metric().kind() == Kind.STAGE_CONVERSION)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the person's part of the business.
   *
   * @return the scope
   */
  public Scope scope() {
    return Scope.person(person);
  }

  /**
   * Returns the currency of money.
   *
   * @return the currency, empty when no fact names money
   */
  public Optional<CurrencyUnit> currency() {
    return facts.book().currency();
  }
}
