package dev.pacesetter.plan.need;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is known of the steps to a deal won, then goes back from a goal to what it takes.
 *
 * <pre>{@code
 * Need need = ReverseFunnel.of(leads, visits, proposals)
 *     .withLeadTimes("proposal", fromProposal)
 *     .withValues(values)
 *     .within(calendar.period("FY2026-Q3"), calendar, today)
 *     .sharedBy(capacity.heads())
 *     .needFor(Money.of(EUR, 1_200_000), 0.8);
 * }</pre>
 *
 * <p>The model: each case of a step leads to the next with the same true rate, independently of the
 * others and of the rates of other steps. A true rate is not known; it has the beta distribution
 * with the mean and the variance that {@link dev.pacesetter.metrics.conversion.PeerEstimates}
 * gives, which is one's own record shrunk to that of peers. The deals won of n cases of the last
 * step are then beta-binomial, of earlier steps a binomial of the product of the rates; the chance
 * of enough deals is exact for the last step, and to about one thousandth for earlier ones. How
 * money follows from deals is said in {@link DealValues}. The number needed is the least for which
 * the chance reaches the confidence; it never falls when the confidence or the goal rises.
 */
public final class ReverseFunnel {
  /** With fewer cases of a step in all, own and peers', nothing is said of it. */
  public static final int LEAST_CASES = 10;

  /** More deals than these are not asked for. */
  private static final long MOST_DEALS = 100_000;

  private static final double CERTAIN = 1 - 1e-12;
  private static final int DAYS_A_WEEK = 7;

  private final ImmutableList<StepRecord> records;
  private final Map<String, LeadTimes> leadTimes = new HashMap<>();
  private @Nullable DealValues values;
  private @Nullable Period period;
  private @Nullable FiscalCalendar calendar;
  private @Nullable LocalDate today;
  private double heads = 1;

  private ReverseFunnel(ImmutableList<StepRecord> records) {
    this.records = records;
  }

  /**
   * Begins with the records of the steps.
   *
   * @param records from the first step to the last, which leads to deals won; at least one, each
   *     step once
   * @return what collects the rest
   * @throws IllegalArgumentException if there is no step, or one is there twice
   */
  public static ReverseFunnel of(StepRecord... records) {
    return of(ImmutableList.copyOf(records));
  }

  /**
   * Begins with the records of the steps.
   *
   * @param records from the first step to the last, which leads to deals won; at least one, each
   *     step once
   * @return what collects the rest
   * @throws IllegalArgumentException if there is no step, or one is there twice
   */
  public static ReverseFunnel of(Iterable<StepRecord> records) {
    ImmutableList<StepRecord> steps = ImmutableList.copyOf(records);
    ImmutableList<String> names =
        steps.stream().map(StepRecord::step).collect(ImmutableList.toImmutableList());
    checkArgument(
        !names.isEmpty() && ImmutableSet.copyOf(names).size() == names.size(),
        "a reverse funnel has the steps %s; at least one is needed, and each may be there once",
        names);
    return new ReverseFunnel(steps);
  }

  /**
   * Sets how long it takes from a step to a deal won.
   *
   * @param step one of the steps
   * @param times the lead times
   * @return this
   * @throws IllegalArgumentException if there is no such step
   */
  public ReverseFunnel withLeadTimes(String step, LeadTimes times) {
    checkArgument(
        records.stream().anyMatch(record -> record.step().equals(step)),
        "lead times are given for step '%s'; the steps are %s",
        step,
        records.stream().map(StepRecord::step).toList());
    leadTimes.put(step, times);
    return this;
  }

  /**
   * Sets what deals won are worth, which a goal in money needs.
   *
   * @param values the values
   * @return this
   */
  public ReverseFunnel withValues(DealValues values) {
    this.values = Objects.requireNonNull(values);
    return this;
  }

  /**
   * Sets when the deals are to be won.
   *
   * @param period the period
   * @param calendar its calendar, with its working days
   * @param today the first day on which there is time to work for them, before the period ends
   * @return this
   * @throws IllegalArgumentException if the period is over
   */
  public ReverseFunnel within(Period period, FiscalCalendar calendar, LocalDate today) {
    checkArgument(
        today.isBefore(period.end()), "today is %s; %s is over by then", today, period.name());
    this.period = period;
    this.calendar = Objects.requireNonNull(calendar);
    this.today = today;
    return this;
  }

  /**
   * Sets who shares the work.
   *
   * @param heads how many people, as many as {@link dev.pacesetter.plan.capacity.Capacity#heads}
   *     says where some work part time; above 0
   * @return this
   * @throws IllegalArgumentException if it is not finite or not above 0
   */
  public ReverseFunnel sharedBy(double heads) {
    checkArgument(
        heads > 0 && Double.isFinite(heads),
        "the work is shared by %s people; it must be finite and above 0",
        heads);
    this.heads = heads;
    return this;
  }

  /**
   * Goes back from a number of deals.
   *
   * @param deals how many are to be won, at least 1
   * @param confidence how likely they are to be reached, such as 0.8; strictly between 0 and 1
   * @return what it takes
   * @throws IllegalStateException if the period is not set
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Need needFor(long deals, double confidence) {
    checkArgument(
        deals >= 1 && deals <= MOST_DEALS,
        "the goal is %s deals; from 1 to %s can be asked for",
        deals,
        MOST_DEALS);
    return need(Optional.empty(), (double) deals, confidence, won -> won >= deals ? 1 : 0);
  }

  /**
   * Goes back from an amount of money.
   *
   * @param target what is to be won, above 0
   * @param confidence how likely it is to be reached, such as 0.8; strictly between 0 and 1
   * @return what it takes; without values of deals, that they are missing
   * @throws IllegalStateException if the period is not set
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Need needFor(Money target, double confidence) {
    checkArgument(target.isPositive(), "the goal is %s; it must be above 0", target);
    if (values == null) {
      return need(Optional.of(target), Double.NaN, confidence, won -> 0);
    }
    double deals = target.getAmountMinorLong() / values.average();
    checkArgument(
        deals <= MOST_DEALS,
        "the goal is %s, or %s deals; at most %s can be asked for",
        target,
        deals,
        MOST_DEALS);
    double[] chances = chances(values, target.getAmountMinorLong(), deals);
    return need(
        Optional.of(target), deals, confidence, won -> chances[Math.min(won, chances.length - 1)]);
  }

  /** How likely 0, 1, 2… deals are worth a target, up to where it is certain or nearly so. */
  private static double[] chances(DealValues values, long target, double deals) {
    double[] chances = new double[(int) Math.ceil(20 * deals) + 200];
    int size = 0;
    while (size < chances.length) {
      chances[size] = values.chance(size, target);
      if (chances[size++] > CERTAIN) {
        break;
      }
    }
    return Arrays.copyOf(chances, size);
  }

  private Need need(Optional<Money> target, double deals, double confidence, Chance.Enough enough) {
    checkArgument(
        confidence > 0 && confidence < 1,
        "the confidence of a need is %s; it must be strictly between 0 and 1",
        confidence);
    checkState(
        period != null && calendar != null && today != null,
        "it is not said when the deals are to be won; within(period, calendar, today) does");
    ImmutableList<MissingEvidence> missing = missing(target.isPresent());
    return new Need(
        target,
        target.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(deals),
        values == null ? OptionalDouble.empty() : OptionalDouble.of(values.average()),
        period,
        confidence,
        heads,
        missing.isEmpty()
            ? steps(new Schedule(period, calendar, today), deals, confidence, enough)
            : ImmutableList.of(),
        missing);
  }

  private ImmutableList<MissingEvidence> missing(boolean money) {
    ImmutableList.Builder<MissingEvidence> missing = ImmutableList.builder();
    for (StepRecord record : records) {
      if (record.allEntered() < LEAST_CASES) {
        missing.add(
            new MissingEvidence(
                record.step(), MissingEvidence.Lacking.CASES, LEAST_CASES - record.allEntered()));
      } else if (record.allPassed() == 0) {
        missing.add(new MissingEvidence(record.step(), MissingEvidence.Lacking.SUCCESSES, 1));
      }
    }
    if (money && values == null) {
      missing.add(new MissingEvidence(MissingEvidence.VALUE, MissingEvidence.Lacking.CASES, 2));
    }
    return missing.build();
  }

  private ImmutableList<StepNeed> steps(
      Schedule schedule, double deals, double confidence, Chance.Enough enough) {
    ImmutableList<StepRate> rates =
        records.stream().map(StepRecord::rate).collect(ImmutableList.toImmutableList());
    ImmutableList.Builder<StepNeed> steps = ImmutableList.builder();
    for (int step = 0; step < rates.size(); step++) {
      ImmutableList<StepRate> onwards = rates.subList(step, rates.size());
      double average = deals;
      for (StepRate rate : onwards) {
        average /= rate.estimate().value();
      }
      steps.add(
          schedule.plan(
              records.get(step).step(),
              rates.get(step).estimate(),
              new Chance(onwards, enough).least(confidence),
              average,
              Optional.ofNullable(leadTimes.get(records.get(step).step())),
              confidence,
              heads));
    }
    return steps.build();
  }

  /** When there is time to work. */
  private record Schedule(Period period, FiscalCalendar calendar, LocalDate today) {

    StepNeed plan(
        String step,
        Measure rate,
        OptionalLong number,
        double onAverage,
        Optional<LeadTimes> times,
        double confidence,
        double heads) {
      Optional<LocalDate> latest =
          times.map(
              known -> period.lastDay().minusDays((long) Math.ceil(known.daysFor(confidence))));
      LocalDate start = today.isAfter(period.start()) ? today : period.start();
      OptionalDouble existing =
          times.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  times
                      .get()
                      .shareBegunBefore(
                          (int) ChronoUnit.DAYS.between(today, start),
                          (int) ChronoUnit.DAYS.between(start, period.end())));
      StepNeed need =
          new StepNeed(step, rate, number, onAverage, latest, existing, OptionalDouble.empty());
      double weeks =
          (double)
                  calendar.workingDays(
                      today, latest.map(day -> day.plusDays(1)).orElse(period.end()))
              / (DAYS_A_WEEK - calendar.weekend().size());
      return weeks == 0 || number.isEmpty()
          ? need
          : new StepNeed(
              step,
              rate,
              number,
              onAverage,
              latest,
              existing,
              OptionalDouble.of(need.toCome().orElseThrow() / (heads * weeks)));
    }
  }
}
