package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What an initiative brought, beside what it was expected to bring: the difference in differences
 * of its slice against the rest, before and after.
 *
 * <p>The slice and the rest are made of parts that are followed over both periods, such as people.
 * {@code lift = (slice after - slice before) - (rest after - rest before)} of the means over parts,
 * positive when the metric moved as it should. A metric that adds up is scaled from the working
 * days of the period before to those of the period after, and its lift is that of all parts of the
 * slice together, since that is what is expected of it.
 *
 * <p>It assumes that without the initiative both would have changed by the same amount, which
 * nobody can see: a rest that resembles the slice makes it likely.
 *
 * @see dev.pacesetter.metrics.effect.DifferenceInDifferences
 */
@Value.Immutable
@HouseStyle
public abstract class MeasuredLift {
  MeasuredLift() {}

  /**
   * Measures an initiative whose slice is made of people: a person or the members of a team. Those
   * count who are there throughout both periods, beside everybody else who is.
   *
   * @param initiative the initiative
   * @param facts what is known
   * @param before a period that ends before the initiative begins
   * @param after a period that begins with the initiative or later
   * @return the lift; no data where there is nobody on one of both sides
   * @throws IllegalArgumentException if the slice is not made of people, or a period is not on its
   *     side of the initiative's start
   */
  public static MeasuredLift ofPeople(
      Initiative initiative, SalesFacts facts, Period before, Period after) {
    Scope slice = initiative.slice();
    boolean isOfPeople =
        slice.conditions().keySet().stream()
            .allMatch(
                dimension ->
                    dimension == Scope.Dimension.TEAM || dimension == Scope.Dimension.PERSON);
    checkArgument(
        isOfPeople && !slice.conditions().isEmpty(),
        "initiative %s aims at %s; only a team or a person is measured by its people, name the parts"
            + " of any other slice",
        initiative.id(),
        slice);
    LiftPeople people = new LiftPeople(facts.organization(), slice, before, after);
    return between(initiative, facts, before, after, people.within(), people.beside());
  }

  /**
   * Measures an initiative by parts of its slice and parts of the rest that are named.
   *
   * @param initiative the initiative
   * @param facts what is known
   * @param before a period that ends before the initiative begins
   * @param after a period that begins with the initiative or later
   * @param within parts of the slice that do not overlap, such as the product with each of its
   *     sellers
   * @param beside parts of the rest that resemble them
   * @return the lift; no data where a side has no part with data before or after
   * @throws IllegalArgumentException if a period is not on its side of the initiative's start, or a
   *     part is named twice
   */
  public static MeasuredLift between(
      Initiative initiative,
      SalesFacts facts,
      Period before,
      Period after,
      Iterable<Scope> within,
      Iterable<Scope> beside) {
    checkArgument(
        !before.end().isAfter(initiative.start()) && !after.start().isBefore(initiative.start()),
        "initiative %s begins on %s and is measured over %s [%s, %s) and %s [%s, %s); the first must"
            + " end by then, the second must not begin earlier",
        initiative.id(),
        initiative.start(),
        before,
        before.start(),
        before.end(),
        after,
        after.start(),
        after.end());
    LiftRows rows = new LiftRows(initiative, facts, before, after);
    within.forEach(part -> rows.add(part, true));
    beside.forEach(part -> rows.add(part, false));
    return new Builder()
        .initiative(initiative.id())
        .title(initiative.title())
        .expected(initiative.expected())
        .before(before)
        .after(after)
        .isOver(!after.lastDay().isAfter(facts.today()))
        .parts(rows.within())
        .partsBeside(rows.beside())
        .measured(rows.lift())
        .pValue(rows.pValue())
        .currency(
            initiative.kpi().unit() == Unit.MONEY
                ? Optional.of(initiative.budget().getCurrencyUnit())
                : Optional.empty())
        .build();
  }

  /**
   * Returns a builder for a lift that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns which initiative was measured.
   *
   * @return the initiative's id
   */
  public abstract String initiative();

  /**
   * Returns what the initiative is called.
   *
   * @return its title
   */
  public abstract Text title();

  /**
   * Returns what was expected.
   *
   * @return the range
   */
  public abstract ExpectedLift expected();

  /**
   * Returns with when it was compared.
   *
   * @return the period before the initiative
   */
  public abstract Period before();

  /**
   * Returns when it was measured.
   *
   * @return the period since the initiative began
   */
  public abstract Period after();

  /**
   * Returns whether the time measured was over.
   *
   * @return whether all of {@link #after} was known
   */
  public abstract boolean isOver();

  /**
   * Returns of how many parts of the slice there was data.
   *
   * @return the count, at least 0
   */
  public abstract int parts();

  /**
   * Returns of how many parts of the rest there was data.
   *
   * @return the count, at least 0
   */
  public abstract int partsBeside();

  /**
   * Returns what the slice gained, in the sense of {@link ExpectedLift}.
   *
   * @return the lift with its 95 % interval where one can be given, which takes two parts on either
   *     side; n counts parts
   */
  public abstract Measure measured();

  /**
   * Returns the two-sided p-value against no lift.
   *
   * @return from 0 to 1; empty where the uncertainty cannot be judged
   */
  public abstract OptionalDouble pValue();

  /**
   * Returns the currency of money.
   *
   * @return the currency, empty for other units
   */
  public abstract Optional<CurrencyUnit> currency();

  /**
   * Returns how the measured lift stands to the expected one.
   *
   * @return what the interval allows to say
   */
  public final LiftVerdict verdict() {
    Optional<Interval> interval = measured().interval();
    if (!isOver() || interval.isEmpty()) {
      return LiftVerdict.TOO_EARLY;
    }
    double lower = interval.get().lower();
    double upper = interval.get().upper();
    if (upper < expected().low()) {
      return LiftVerdict.BELOW;
    }
    if (lower > expected().high()) {
      return LiftVerdict.ABOVE;
    }
    return lower >= expected().low() && upper <= expected().high()
        ? LiftVerdict.WITHIN
        : LiftVerdict.TOO_EARLY;
  }

  /**
   * Says what was expected and what was measured.
   *
   * @param locale Chinese, or English for every other language
   * @return one or two sentences
   */
  public final String explain(Locale locale) {
    Unit unit = measured().unit();
    DoubleFunction<String> number = value -> Numbers.value(value, unit, currency());
    ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
    words.put("title", title().in(locale));
    words.put("low", number.apply(expected().low()));
    words.put("high", number.apply(expected().high()));
    words.put("before", before().name());
    words.put("after", after().name());
    words.put("measured", Numbers.value(measured(), currency()));
    words.put("lower", end(measured().interval().map(Interval::lower), number));
    words.put("upper", end(measured().interval().map(Interval::upper), number));
    String key =
        measured().interval().isEmpty()
            ? "lift.unmeasured"
            : isOver() ? "lift." + verdict().name() : "lift.running";
    return Phrases.named(Initiative.PHRASES, locale).fill(key, words.buildOrThrow());
  }

  private static String end(Optional<Double> end, DoubleFunction<String> number) {
    return end.map(number::apply).orElse("–");
  }

  /** Collects a lift that was stored. */
  public static final class Builder extends ImmutableMeasuredLift.Builder {
    Builder() {}
  }
}
