package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pacesetter.division.Part;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Two plans side by side: what if the second came instead of the first.
 *
 * <p>Amounts are whole, so the differences of the lines add up exactly to the difference of the
 * totals.
 *
 * @param currency the currency of money; empty for anything else, such as deals or hours
 * @param lines the lines of both plans, in the order of the first, then what only the second has
 */
public record PlanComparison(Optional<CurrencyUnit> currency, ImmutableList<Line> lines) {

  /**
   * What one part of the plans comes to in each.
   *
   * @param part the part
   * @param before in the first plan, 0 where it has no such part
   * @param after in the second plan, 0 where it has no such part
   */
  public record Line(Part part, long before, long after) {
    /**
     * Returns what changes.
     *
     * @return {@code after - before}
     */
    public long difference() {
      return after - before;
    }
  }

  /**
   * Compares whole amounts of any kind.
   *
   * @param currency the currency, if they are minor units of money
   * @param before the first plan, part by part; no part may contain another
   * @param after the second plan, part by part
   * @return the comparison
   */
  public static PlanComparison of(
      Optional<CurrencyUnit> currency, Map<Part, Long> before, Map<Part, Long> after) {
    return new PlanComparison(
        currency,
        Sets.union(before.keySet(), after.keySet()).stream()
            .map(
                part -> new Line(part, before.getOrDefault(part, 0L), after.getOrDefault(part, 0L)))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Compares two plans, such as of the same goal by other weights or with other targets.
   *
   * @param before the first plan
   * @param after the second plan
   * @param axes along what lines are told apart: with one axis a line is a total of it, with all
   *     three each is a cell; at least one
   * @return the comparison
   * @throws IllegalArgumentException if the plans are about different metrics or currencies, or no
   *     axis is given
   */
  public static PlanComparison of(SalesPlan before, SalesPlan after, PlanAxis... axes) {
    checkArgument(
        before.kpi().id().equals(after.kpi().id()) && before.currency().equals(after.currency()),
        "the plan of goal %s is in %s%s, that of goal %s in %s%s; both must be the same",
        before.goalId(),
        before.kpi().id(),
        before.currency().map(code -> ", " + code).orElse(""),
        after.goalId(),
        after.kpi().id(),
        after.currency().map(code -> ", " + code).orElse(""));
    ImmutableSet<PlanAxis> along = ImmutableSet.copyOf(axes);
    checkArgument(
        !along.isEmpty(),
        "the plans of goals %s and %s are compared along no axis; at least one is needed",
        before.goalId(),
        after.goalId());
    return of(before.currency(), parts(before, along), parts(after, along));
  }

  private static Map<Part, Long> parts(SalesPlan plan, ImmutableSet<PlanAxis> along) {
    Map<Part, Long> parts = new LinkedHashMap<>();
    for (int person = 0; person < plan.people().size(); person++) {
      for (int product = 0; product < plan.products().size(); product++) {
        for (int month = 0; month < plan.months().size(); month++) {
          Part part = Part.all();
          for (PlanAxis axis : along) {
            part =
                part.and(
                    axis.key(),
                    switch (axis) {
                      case PERSON -> plan.people().get(person);
                      case PRODUCT -> plan.products().get(product);
                      case MONTH -> plan.months().get(month).name();
                    });
          }
          parts.merge(part, plan.amount(person, product, month), Long::sum);
        }
      }
    }
    return parts;
  }

  /**
   * Returns the total of the first plan.
   *
   * @return the sum of what its lines come to
   */
  public long before() {
    return lines.stream().mapToLong(Line::before).sum();
  }

  /**
   * Returns the total of the second plan.
   *
   * @return the sum of what its lines come to
   */
  public long after() {
    return lines.stream().mapToLong(Line::after).sum();
  }

  /**
   * Returns what changes in all.
   *
   * @return {@code after - before}, which is the sum of the differences of the lines
   */
  public long difference() {
    return after() - before();
  }

  /**
   * Returns a line.
   *
   * @param part the part
   * @return what it comes to in both plans; 0 and 0 where neither has it
   */
  public Line line(Part part) {
    return lines.stream()
        .filter(line -> line.part().equals(part))
        .findFirst()
        .orElse(new Line(part, 0, 0));
  }

  /**
   * Says what changes.
   *
   * @param locale Chinese, or English for every other language
   * @return a line for each part that changes, then one for the whole
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named(PlanReason.PHRASES, locale);
    return Stream.concat(
            lines.stream()
                .filter(line -> line.difference() != 0)
                .map(
                    line ->
                        said(
                            phrases,
                            "compare.line",
                            String.join(phrases.say("list"), line.part().places().values()),
                            line.before(),
                            line.after())),
            Stream.of(said(phrases, "compare.all", "", before(), after())))
        .collect(Collectors.joining("\n"));
  }

  private String said(Phrases phrases, String key, String part, long before, long after) {
    return phrases.fill(
        key,
        ImmutableMap.of(
            "part", part,
            "before", said(before),
            "after", said(after),
            "difference",
                Numbers.difference(
                    (double) (after - before),
                    currency.isPresent() ? Unit.MONEY : Unit.COUNT,
                    currency),
            "same", lines.stream().filter(line -> line.difference() == 0).count()));
  }

  private String said(long amount) {
    return currency
        .map(code -> Numbers.money(Money.ofMinor(code, amount)))
        .orElseGet(() -> Numbers.decimal((double) amount, 0));
  }
}
