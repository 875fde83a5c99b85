package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.organization.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Weights by what was credited; the formula stands at {@link Weights#history}. */
final class HistoryWeights extends Weights {
  private final Credits credits;
  private final LocalDate today;
  private final Period base;
  private final int priorDays;

  HistoryWeights(Credits credits, LocalDate today, Period base, int priorDays) {
    this.credits = credits;
    this.today = today;
    this.base = base;
    this.priorDays = priorDays;
  }

  @Override
  public WeightRule rule() {
    return WeightRule.HISTORY;
  }

  @Override
  public Optional<Period> base() {
    return Optional.of(base);
  }

  @Override
  Optional<HistoryBasis> basis(Axes axes) {
    History history = new History(axes);
    return history.isEmpty() ? Optional.empty() : Optional.of(history.basis());
  }

  @Override
  double[] weigh(Axes axes) {
    History history = new History(axes);
    return history.isEmpty()
        ? Weights.even().weigh(axes)
        : axes.cells(history.personProduct(), history.months());
  }

  /** The credits of the base period among the people and products of a plan. */
  private final class History {
    private final Axes axes;
    private final LocalDate start;
    private final LocalDate end;
    private final double[][] byPersonAndProduct;
    private final double[] byProduct;
    private final ImmutableList<Period> past;
    private final double[] byMonthOfYear;
    private final double[] present;
    private double sum;
    private int counted;

    History(Axes axes) {
      this.axes = axes;
      start = recordedFrom();
      end = base.end().isAfter(today) ? today.plusDays(1) : base.end();
      past = recorded();
      byMonthOfYear = new double[axes.calendar().monthsAYear()];
      byPersonAndProduct = new double[axes.people().size()][axes.products().size()];
      byProduct = new double[axes.products().size()];
      present =
          axes.people().stream()
              .mapToDouble(person -> start.isBefore(end) ? days(person) : 0)
              .toArray();
      addUp();
    }

    private int days(Person person) {
      return axes.presence(person, start, end);
    }

    /** Nothing is known of the time before the first month in which anything was credited. */
    private LocalDate recordedFrom() {
      int first = Integer.MAX_VALUE;
      for (int row = 0; row < credits.size(); row++) {
        first = Math.min(first, credits.day(row));
      }
      LocalDate recorded =
          credits.size() == 0 ? base.start() : month(LocalDate.ofEpochDay(first)).start();
      return recorded.isAfter(base.start()) ? recorded : base.start();
    }

    private Period month(LocalDate day) {
      return axes.calendar().periodOf(PeriodKind.MONTH, day);
    }

    /** The months of which something is known, the first and the last perhaps only in part. */
    private ImmutableList<Period> recorded() {
      ImmutableList.Builder<Period> months = ImmutableList.builder();
      for (LocalDate day = start; day.isBefore(end); ) {
        Period month = month(day);
        months.add(month);
        day = month.end();
      }
      return months.build();
    }

    /** Which month of the year a recorded or planned month is, from 0. */
    private int place(Period month) {
      return axes.calendar().monthOfYear(month.start()) - 1;
    }

    private void addUp() {
      long[] starts = past.stream().mapToLong(month -> month.start().toEpochDay()).toArray();
      int[] monthPlaces = past.stream().mapToInt(this::place).toArray();
      int[] person = places(credits.people(), axes.names(PlanAxis.PERSON));
      int[] product = places(credits.products(), axes.names(PlanAxis.PRODUCT));
      for (int row = 0; row < credits.size(); row++) {
        int day = credits.day(row);
        int who = credits.person(row) < 0 ? -1 : person[credits.person(row)];
        int what = credits.product(row) < 0 ? -1 : product[credits.product(row)];
        if (who >= 0 && what >= 0 && day >= start.toEpochDay() && day < end.toEpochDay()) {
          double value = Math.max(0, credits.value(row));
          byPersonAndProduct[who][what] += value;
          byProduct[what] += value;
          int found = Arrays.binarySearch(starts, day);
          byMonthOfYear[monthPlaces[found >= 0 ? found : -found - 2]] += value;
          sum += value;
          counted += value > 0 ? 1 : 0;
        }
      }
    }

    private int[] places(ImmutableList<String> known, ImmutableList<String> planned) {
      Map<String, Integer> places = new HashMap<>();
      planned.forEach(id -> places.put(id, places.size()));
      return known.stream().mapToInt(id -> places.getOrDefault(id, -1)).toArray();
    }

    boolean isEmpty() {
      return sum <= 0 || totalPresence() <= 0;
    }

    private double totalPresence() {
      double total = 0;
      for (double days : present) {
        total += days;
      }
      return total;
    }

    double[][] personProduct() {
      double prior = priorDays * sum / totalPresence();
      int products = byProduct.length;
      double[][] weights = new double[present.length][products];
      for (int person = 0; person < present.length; person++) {
        for (int product = 0; product < products; product++) {
          double usual = (byProduct[product] + prior / products) / (sum + prior);
          weights[person][product] =
              (byPersonAndProduct[person][product] + prior * usual) / (present[person] + priorDays);
        }
      }
      return weights;
    }

    HistoryBasis basis() {
      double[] weights = Arrays.stream(personProduct()).flatMapToDouble(Arrays::stream).toArray();
      double[] months = months();
      double usual = Arrays.stream(months).average().orElse(1);
      return new HistoryBasis(
          start,
          end.minusDays(1),
          priorDays,
          counted,
          ImmutableDoubleArray.copyOf(
              Arrays.stream(byPersonAndProduct).flatMapToDouble(Arrays::stream).toArray()),
          ImmutableDoubleArray.copyOf(present),
          ImmutableDoubleArray.copyOf(weights),
          ImmutableDoubleArray.copyOf(Arrays.stream(months).map(month -> month / usual).toArray()),
          ImmutableDoubleArray.copyOf(
              Arrays.stream(axes.presence()).flatMapToDouble(Arrays::stream).toArray()));
    }

    double[] months() {
      double rate = sum / Math.max(1, axes.calendar().workingDays(start, end));
      double[] days = new double[byMonthOfYear.length];
      for (Period month : past) {
        LocalDate from = month.start().isAfter(start) ? month.start() : start;
        LocalDate to = month.end().isBefore(end) ? month.end() : end;
        days[place(month)] += axes.calendar().workingDays(from, to);
      }
      return axes.months().stream()
          .mapToInt(this::place)
          .mapToDouble(
              month -> (byMonthOfYear[month] + priorDays * rate) / (days[month] + priorDays))
          .toArray();
    }
  }
}
