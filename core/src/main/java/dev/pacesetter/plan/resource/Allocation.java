package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.Part;
import dev.pacesetter.plan.PlanComparison;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How hours or a budget are put into alternatives, what comes back, and how far that is from the
 * best at most.
 *
 * @param budget what there is, in units of the resource
 * @param lines what each alternative is given, in the order of the alternatives
 * @param best no allocation of the budget within the limits returns more than this, not even in
 *     fractions of a unit: proven, not estimated
 */
public record Allocation(long budget, ImmutableList<AllocationLine> lines, double best) {
  static final String PHRASES = "dev.pacesetter.plan.resource.resource";

  /**
   * Checks that no more is given than there is.
   *
   * @throws IllegalArgumentException if it is more, or less than nothing
   */
  public Allocation {
    long given = lines.stream().mapToLong(AllocationLine::amount).reduce(0, Math::addExact);
    checkArgument(
        given <= budget && lines.stream().allMatch(line -> line.amount() >= 0),
        "the lines are given %s of a budget of %s; at most the budget can be given, and nothing"
            + " below 0",
        given,
        budget);
  }

  /**
   * Returns what is not given to any alternative.
   *
   * @return the budget without all lines, at least 0: where limits leave no room, more would return
   *     nothing, or what is left is less than a lot
   */
  public long unspent() {
    return budget - lines.stream().mapToLong(AllocationLine::amount).sum();
  }

  /**
   * Returns what comes back in all.
   *
   * @return the sum over the lines
   */
  public double response() {
    return lines.stream().mapToDouble(AllocationLine::response).sum();
  }

  /**
   * Returns what one lot more of the budget would return for each unit of it.
   *
   * @return the largest marginal return of a line; 0 where no line has room
   */
  public double marginalReturn() {
    return lines.stream().mapToDouble(AllocationLine::marginal).max().orElse(0);
  }

  /**
   * Returns how far below the best the return is at most.
   *
   * @return {@code 1 - response/best}, from 0 to 1; 0.003 says "at most 0.3 % below the best"
   */
  public double shortfall() {
    return best > 0 ? Math.max(0, 1 - response() / best) : 0;
  }

  /**
   * Returns a line.
   *
   * @param id the alternative
   * @return what it is given
   * @throws IllegalArgumentException if there is no such alternative
   */
  public AllocationLine line(String id) {
    return lines.stream()
        .filter(line -> line.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no alternative '%s'; known are %s"
                        .formatted(id, lines.stream().map(AllocationLine::id).toList())));
  }

  /**
   * Compares what alternatives are given with another allocation, line by line.
   *
   * @param other what to compare with, as the plan that would come instead
   * @return the comparison, in units of the resource; its lines are the alternatives of both
   */
  public PlanComparison comparedWith(Allocation other) {
    return PlanComparison.of(Optional.empty(), amounts(), other.amounts());
  }

  private ImmutableMap<Part, Long> amounts() {
    return lines.stream()
        .collect(
            ImmutableMap.toImmutableMap(
                line -> Part.of("alternative", line.id()), AllocationLine::amount));
  }

  /**
   * Says what is given, what comes back, and how good that is.
   *
   * @param locale Chinese, or English for every other language
   * @return a line for each alternative, then for the whole
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named(PHRASES, locale);
    return Stream.concat(
            lines.stream()
                .map(
                    line ->
                        phrases.fill(
                            "line",
                            ImmutableMap.of(
                                "id", line.id(),
                                "amount", Numbers.decimal((double) line.amount(), 0),
                                "response", Numbers.decimal(line.response(), 2),
                                "marginal", Numbers.decimal(line.marginal(), 4)))),
            Stream.of(
                phrases.fill(
                    unspent() > 0 ? "whole.unspent" : "whole",
                    ImmutableMap.of(
                        "budget", Numbers.decimal((double) budget, 0),
                        "unspent", Numbers.decimal((double) unspent(), 0),
                        "response", Numbers.decimal(response(), 2),
                        "marginal", Numbers.decimal(marginalReturn(), 4),
                        "shortfall", percentAbove(shortfall())))))
        .collect(Collectors.joining("\n"));
  }

  /** Rounds up, so that "at most" stays true. */
  private static String percentAbove(double share) {
    return Numbers.decimal(Math.ceil(share * 1000 - 1e-6) / 10, 1) + "%";
  }
}
