package dev.pacesetter.plan.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.division.Apportionment;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.plan.capacity.Workforce.Absence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** Adds up days of people, then rounds all of it once. */
final class CapacityCount {
  private final Organization organization;
  private final MonthShares months;
  private final List<CapacityCell> cells = new ArrayList<>();

  private double employed;
  private double present;
  private double worked;
  private double ramped;
  private long quotas;

  CapacityCount(Organization organization, MonthShares months) {
    this.organization = organization;
    this.months = months;
  }

  /** What somebody is there for in one month, as a member of one team. */
  private static final class Stay {
    int days;
    double carried;
  }

  void add(Person person, long quota, ImmutableList<Absence> absences) {
    quotas = Math.addExact(quotas, quota);
    for (int month = 0; month < months.size(); month++) {
      Map<ImmutableList<String>, Stay> stays = new LinkedHashMap<>();
      double value = quota * months.perDay(month);
      for (LocalDate day : months.days(month)) {
        if (!person.isActiveOn(day)) {
          continue;
        }
        employed += value;
        if (absences.stream().anyMatch(absence -> absence.holdsOn(day))) {
          continue;
        }
        present += value;
        worked += value * person.workingShareOn(day);
        ramped += value * person.quotaShareOn(day);
        Stay stay =
            stays.computeIfAbsent(organization.teamsOf(person.id(), day), unseen -> new Stay());
        stay.days++;
        stay.carried += person.quotaShareOn(day);
      }
      for (Map.Entry<ImmutableList<String>, Stay> entry : stays.entrySet()) {
        cells.add(
            new CapacityCell(
                person.id(),
                entry.getKey(),
                months.months().get(month),
                entry.getValue().days,
                quota,
                entry.getValue().carried * months.perDay(month),
                0));
      }
    }
  }

  Capacity capacity(Period period, CurrencyUnit currency, Measure attainment, double headQuota) {
    double[] real =
        cells.stream()
            .mapToDouble(cell -> cell.quota() * cell.heads() * attainment.value())
            .toArray();
    double sum = 0;
    for (double amount : real) {
      sum += amount;
    }
    long total = Math.round(sum);
    long[] amounts = sum > 0 ? Apportionment.largestRemainder(total, real) : new long[real.length];
    ImmutableList.Builder<CapacityCell> rounded = ImmutableList.builder();
    for (int cell = 0; cell < amounts.length; cell++) {
      CapacityCell raw = cells.get(cell);
      rounded.add(
          new CapacityCell(
              raw.person(),
              raw.teams(),
              raw.month(),
              raw.daysPresent(),
              raw.quota(),
              raw.heads(),
              amounts[cell]));
    }
    return Capacity.builder()
        .period(period)
        .months(months.months())
        .currency(currency)
        .attainment(attainment)
        .headQuota(headQuota)
        .cells(rounded.build())
        .steps(steps(total))
        .build();
  }

  /** Each step is the difference of two whole numbers, so that all of them add up to the total. */
  private ImmutableMap<CapacityStep, Long> steps(long total) {
    ImmutableMap.Builder<CapacityStep, Long> steps = ImmutableMap.builder();
    long before = 0;
    for (CapacityStep step : CapacityStep.values()) {
      long after =
          switch (step) {
            case QUOTA -> quotas;
            case ATTAINMENT -> total;
            case EMPLOYMENT -> Math.round(employed);
            case ABSENCE -> Math.round(present);
            case WORKING_TIME -> Math.round(worked);
            case RAMP -> Math.round(ramped);
          };
      steps.put(step, after - before);
      before = after;
    }
    return steps.buildOrThrow();
  }
}
