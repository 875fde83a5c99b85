package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.Itemised.Item;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.joda.money.CurrencyUnit;

/**
 * Why two metrics give different numbers: the difference deal by deal, adding up exactly.
 *
 * <p>Of two sums, a deal explains what the first counts of it less what the second does. Of two
 * shares {@code a/b} and {@code c/d}, a deal with {@code a', b'} and {@code c', d'} explains {@code
 * (d(a'-c') - c(b'-d')) / bd}: how far what is counted differently pulls the first share away from
 * the second. These add up to {@code a/b - c/d}, and a deal that both count alike explains nothing.
 *
 * <p>What is not about a deal, such as an order line, explains itself by its own id.
 */
public final class Reconciliation {

  /** Why a deal is not counted alike. */
  public enum Reason {
    /** Open at the as-of instant, so that one of the two does not count it at all. */
    STILL_OPEN,
    /** Lost, so that one of the two does not count it at all. */
    LOST,
    /** The other one dates it before the period. */
    EARLIER,
    /** The other one dates it after the period. */
    LATER,
    /** The other one credits somebody else for it. */
    OTHER_PERSON,
    /** Both count it, with other amounts or another result. */
    OTHER_AMOUNT,
    /** One of the two never counts it: the event it needs is not recorded. */
    NOT_COUNTED
  }

  /** Which of the two counts a deal. */
  public enum Side {
    /** Only the first. */
    FIRST,
    /** Only the second. */
    SECOND,
    /** Both, not alike. */
    BOTH
  }

  /**
   * What one deal explains.
   *
   * @param subject the deal's id, or the id of what is not about a deal
   * @param side which of the two counts it
   * @param reason why it is not counted alike
   * @param parts how much of the difference it explains, in parts of {@link #denominator()}
   */
  public record Line(String subject, Side side, Reason reason, BigInteger parts) {}

  private final Kpi first;
  private final Kpi second;
  private final Measure firstMeasure;
  private final Measure secondMeasure;
  private final BigInteger denominator;
  private final ImmutableList<Line> lines;
  private final Optional<CurrencyUnit> currency;

  private Reconciliation(
      Kpi first,
      Kpi second,
      Measure firstMeasure,
      Measure secondMeasure,
      BigInteger denominator,
      ImmutableList<Line> lines,
      Optional<CurrencyUnit> currency) {
    this.first = first;
    this.second = second;
    this.firstMeasure = firstMeasure;
    this.secondMeasure = secondMeasure;
    this.denominator = denominator;
    this.lines = lines;
    this.currency = currency;
  }

  /**
   * Returns whether two metrics can be reconciled: two sums in the same unit, or two shares of
   * deals.
   *
   * @param first the one
   * @param second the other
   * @return whether {@link #between} explains their difference
   */
  public static boolean isPossible(Kpi first, Kpi second) {
    return first.unit() == second.unit()
        && ((first instanceof AdditiveKpi && second instanceof AdditiveKpi)
            || (isShare(first) && isShare(second)));
  }

  private static boolean isShare(Kpi kpi) {
    return kpi instanceof Itemised items && items.isShare();
  }

  /**
   * Explains why two metrics differ.
   *
   * @param first the one
   * @param second the other
   * @param facts what is known
   * @param scope which part of the business
   * @param period when
   * @return the difference, deal by deal
   * @throws IllegalArgumentException if the two {@linkplain #isPossible cannot be reconciled}, or
   *     one of them has no data
   */
  public static Reconciliation between(
      Kpi first, Kpi second, SalesFacts facts, Scope scope, Period period) {
    checkArgument(
        isPossible(first, second),
        "%s and %s cannot be reconciled; two sums in one unit or two shares of deals can",
        first,
        second);
    Measure one = present(first, first.measure(facts, scope, period), scope, period);
    Measure two = present(second, second.measure(facts, scope, period), scope, period);
    Counted left = new Counted(first, facts, scope, period);
    Counted right = new Counted(second, facts, scope, period);
    BigInteger b = BigInteger.ONE;
    BigInteger c = BigInteger.ZERO;
    BigInteger d = BigInteger.ONE;
    if (isShare(first)) {
      b = left.total(Item::denominator);
      c = right.total(Item::numerator);
      d = right.total(Item::denominator);
    }
    Set<String> subjects = new TreeSet<>(left.here.keySet());
    subjects.addAll(right.here.keySet());
    List<Line> lines = new ArrayList<>();
    for (String subject : subjects) {
      Item of = left.here.getOrDefault(subject, Item.NONE);
      Item other = right.here.getOrDefault(subject, Item.NONE);
      BigInteger parts =
          d.multiply(BigInteger.valueOf(of.numerator() - other.numerator()))
              .subtract(c.multiply(BigInteger.valueOf(of.denominator() - other.denominator())));
      if (parts.signum() != 0) {
        lines.add(line(subject, left, right, parts));
      }
    }
    return new Reconciliation(
        first, second, one, two, b.multiply(d), sorted(lines), facts.book().currency());
  }

  private static Measure present(Kpi kpi, Measure measure, Scope scope, Period period) {
    checkArgument(
        measure.isPresent(),
        "%s has no data for %s in %s; only two numbers can be reconciled",
        kpi,
        scope,
        period);
    return measure;
  }

  private static Line line(String subject, Counted left, Counted right, BigInteger parts) {
    boolean inLeft = left.here.containsKey(subject);
    boolean inRight = right.here.containsKey(subject);
    if (inLeft && inRight) {
      Reason reason =
          left.everybody(subject).equals(right.everybody(subject))
              ? Reason.OTHER_PERSON
              : Reason.OTHER_AMOUNT;
      return new Line(subject, Side.BOTH, reason, parts);
    }
    return inLeft
        ? new Line(subject, Side.FIRST, right.whyNot(subject), parts)
        : new Line(subject, Side.SECOND, left.whyNot(subject), parts);
  }

  /** Reasons by how much they explain, then what explains most, then ids. */
  private static ImmutableList<Line> sorted(List<Line> lines) {
    Map<Reason, BigInteger> totals = new EnumMap<>(Reason.class);
    lines.forEach(line -> totals.merge(line.reason(), line.parts(), BigInteger::add));
    return ImmutableList.sortedCopyOf(
        Comparator.<Line, BigInteger>comparing(
                line -> totals.getOrDefault(line.reason(), BigInteger.ZERO).abs().negate())
            .thenComparing(Line::reason)
            .thenComparing(line -> line.parts().abs().negate())
            .thenComparing(Line::subject),
        lines);
  }

  /**
   * Returns what the first metric says.
   *
   * @return its measure
   */
  public Measure first() {
    return firstMeasure;
  }

  /**
   * Returns what the second metric says.
   *
   * @return its measure
   */
  public Measure second() {
    return secondMeasure;
  }

  /**
   * Returns what explains the difference.
   *
   * @return the lines, grouped by reason: first the reason, then the deal that explains most
   */
  public ImmutableList<Line> lines() {
    return lines;
  }

  /**
   * Returns in which parts the lines are: 1 where they are minor units or counts.
   *
   * @return the common denominator, at least 1
   */
  public BigInteger denominator() {
    return denominator;
  }

  /**
   * Returns the exact difference, in parts of {@link #denominator()}.
   *
   * @return the first less the second: the sum of all lines
   */
  public BigInteger difference() {
    return lines.stream().map(Line::parts).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * Tells the difference.
   *
   * @param locale Chinese, or English for every other language
   * @return the two numbers, each reason with what it explains, and its deals
   */
  public String text(Locale locale) {
    return ReconciliationText.of(this, first, second, currency, locale);
  }

  /** In the unit of the metrics. */
  double inUnits(BigInteger parts) {
    return parts.doubleValue() / denominator.doubleValue();
  }

  Unit unit() {
    return first.unit();
  }

  /** One of the two metrics: what it counts here, everywhere, and at all times. */
  private static final class Counted {
    private final SalesFacts facts;
    private final Period period;
    private final Map<String, Item> here;
    private final Map<String, Item> company;
    private final Map<String, Item> always;

    Counted(Kpi kpi, SalesFacts facts, Scope scope, Period period) {
      this.facts = facts;
      this.period = period;
      here = items(kpi, facts, scope, period.start(), period.end());
      company = items(kpi, facts, Scope.company(), period.start(), period.end());
      always = items(kpi, facts, Scope.company(), LocalDate.MIN, LocalDate.MAX);
    }

    private static Map<String, Item> items(
        Kpi kpi, SalesFacts facts, Scope scope, LocalDate start, LocalDate end) {
      return kpi instanceof Itemised itemised
          ? itemised.items(facts, scope, start, end)
          : Itemised.of(((AdditiveKpi) kpi).credits(facts), facts, scope, start, end);
    }

    BigInteger total(ToLongFunction<Item> part) {
      return here.values().stream()
          .map(item -> BigInteger.valueOf(part.applyAsLong(item)))
          .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What it counts of a subject, whoever is credited. */
    List<Long> everybody(String subject) {
      Item item = company.getOrDefault(subject, Item.NONE);
      return ImmutableList.of(item.numerator(), item.denominator());
    }

    Reason whyNot(String subject) {
      if (company.containsKey(subject)) {
        return Reason.OTHER_PERSON;
      }
      Item dated = always.get(subject);
      if (dated != null) {
        return dated.day() < period.start().toEpochDay() ? Reason.EARLIER : Reason.LATER;
      }
      Optional<Outcome> outcome = facts.book().opportunity(subject).map(Opportunity::outcome);
      if (outcome.equals(Optional.of(Outcome.OPEN))) {
        return Reason.STILL_OPEN;
      }
      return outcome.equals(Optional.of(Outcome.LOST)) ? Reason.LOST : Reason.NOT_COUNTED;
    }
  }
}
