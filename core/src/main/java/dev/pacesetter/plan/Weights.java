package dev.pacesetter.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.plan.capacity.Capacity;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * In which proportions a goal is divided where no target is given.
 *
 * <p>Whatever the rule, somebody who is not there on any working day of a month has the weight 0 in
 * it.
 */
public abstract class Weights {
  /** The prior of {@link #history(AdditiveKpi, SalesFacts, Period)}: about a month's work. */
  public static final int PRIOR_DAYS = 21;

  Weights() {}

  /** Weighs one cell of a plan. */
  @FunctionalInterface
  public interface Weighing {
    /**
     * Returns the weight of a cell.
     *
     * @param person who sells
     * @param product what is sold
     * @param month when
     * @return finite, at least 0; only proportions matter
     */
    double weight(Person person, Product product, Period month);
  }

  /**
   * Weighs all people and products alike, and months by the working days somebody is there.
   *
   * @return the weights
   */
  public static Weights even() {
    return new Even();
  }

  /**
   * Weighs by what was credited in a base period, with a prior of {@value #PRIOR_DAYS} working
   * days.
   *
   * @param kpi what was credited
   * @param facts what is known
   * @param base when
   * @return the weights
   * @see #history(AdditiveKpi, SalesFacts, Period, int)
   */
  public static Weights history(AdditiveKpi kpi, SalesFacts facts, Period base) {
    return history(kpi, facts, base, PRIOR_DAYS);
  }

  /**
   * Weighs by what was credited in a base period, smoothed so that a short history neither counts
   * for nothing nor for too much.
   *
   * <p>With k prior days, H the credits of the base period among the people and products of the
   * plan, d(p) the working days p was there in it, {@code R = H / Σd} the rate of an average day:
   *
   * <pre>
   * G(q)      = (H(q) + k·R/Q) / (H + k·R)                what an average seller's mix is, Q products
   * w(p,q)    = (H(p,q) + k·R·G(q)) / (d(p) + k)          as if k average days came on top
   * s(m)      = (H(M) + k·C) / (D(M) + k)                 C = H / D, D working days of the base period
   * w(p,q,m)  = w(p,q) · s(m) · working days p is there in m
   * </pre>
   *
   * <p>where M stands for the base period's months of the same name as m. Somebody new gets the
   * average rate; nobody and nothing gets 0. Days before the first month with any credit at all,
   * and days after the facts' own, are no part of the base period: they are unrecorded, not empty.
   * Negative credits count as 0. Without any credit the weights are {@link #even()}.
   *
   * @param kpi what was credited
   * @param facts what is known
   * @param base when
   * @param priorDays k, at least 1; more days make people, products and months more alike
   * @return the weights
   * @throws IllegalArgumentException if {@code priorDays} is below 1
   */
  public static Weights history(AdditiveKpi kpi, SalesFacts facts, Period base, int priorDays) {
    checkArgument(priorDays >= 1, "a history has %s prior days; at least 1 is needed", priorDays);
    return new HistoryWeights(kpi.credits(facts), facts.today(), base, priorDays);
  }

  /**
   * Weighs by what is possible: the potential of each person's customers for each product, and the
   * working days somebody is there.
   *
   * @param potential gives the potential; finite, at least 0, only proportions matter
   * @return the weights
   */
  public static Weights potential(ToDoubleBiFunction<Person, Product> potential) {
    return new PotentialWeights(Objects.requireNonNull(potential));
  }

  /**
   * Weighs by what each person can be expected to sell in each month: quota, ramp, presence and
   * working time. Products are alike.
   *
   * @param capacity the capacity of the plan's period, or of a longer one
   * @return the weights; asked for a month that the capacity does not know, they refuse it with an
   *     {@link IllegalArgumentException}
   */
  public static Weights capacity(Capacity capacity) {
    return new CapacityWeights(Objects.requireNonNull(capacity));
  }

  /**
   * Weighs as the caller says. A weight of 0 is kept: such a cell gets nothing. Few zeros do no
   * harm; with many, targets may contradict each other in ways that only the division itself finds.
   *
   * @param weighing gives the weight of each cell
   * @return the weights
   */
  public static Weights given(Weighing weighing) {
    return new Given(Objects.requireNonNull(weighing));
  }

  /**
   * Returns where the weights come from.
   *
   * @return the rule
   */
  public abstract WeightRule rule();

  /**
   * Returns the base period.
   *
   * @return the period whose credits are weighed; empty for other rules
   */
  public Optional<Period> base() {
    return Optional.empty();
  }

  /**
   * Returns these weights times a factor for every month, on top of what they say of months.
   *
   * @param factor gives the factor of a month, such as 1.3 for one a third busier; finite, at least
   *     0
   * @return the weights
   */
  public Weights withSeason(ToDoubleFunction<Period> factor) {
    return new SeasonalWeights(this, Objects.requireNonNull(factor));
  }

  /** Returns a weight for every cell, people first, then products, then months. */
  abstract double[] weigh(Axes axes);

  /** Returns the history behind the weights. */
  Optional<HistoryBasis> basis(Axes axes) {
    return Optional.empty();
  }

  private static final class Even extends Weights {
    @Override
    public WeightRule rule() {
      return WeightRule.EVEN;
    }

    @Override
    double[] weigh(Axes axes) {
      double[][] alike = new double[axes.people().size()][axes.products().size()];
      Arrays.stream(alike).forEach(row -> Arrays.fill(row, 1));
      double[] months = new double[axes.months().size()];
      Arrays.fill(months, 1);
      return axes.cells(alike, months);
    }
  }

  private static final class Given extends Weights {
    private final Weighing weighing;

    Given(Weighing weighing) {
      this.weighing = weighing;
    }

    @Override
    public WeightRule rule() {
      return WeightRule.GIVEN;
    }

    @Override
    double[] weigh(Axes axes) {
      double[][] presence = axes.presence();
      double[] cells =
          new double[axes.people().size() * axes.products().size() * axes.months().size()];
      int cell = 0;
      for (int person = 0; person < axes.people().size(); person++) {
        for (Product product : axes.products()) {
          for (int month = 0; month < axes.months().size(); month++) {
            double weight =
                weighing.weight(axes.people().get(person), product, axes.months().get(month));
            checkArgument(
                Double.isFinite(weight) && weight >= 0,
                "the weight of %s, %s in %s is %s; it must be finite and at least 0",
                axes.people().get(person).id(),
                product.id(),
                axes.months().get(month),
                weight);
            cells[cell++] = presence[person][month] > 0 ? weight : 0;
          }
        }
      }
      return cells;
    }
  }
}
