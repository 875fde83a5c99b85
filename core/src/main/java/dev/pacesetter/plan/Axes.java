package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import java.time.LocalDate;

/** Who, what and when a goal is divided among. */
record Axes(
    ImmutableList<Person> people,
    ImmutableList<Product> products,
    ImmutableList<Period> months,
    FiscalCalendar calendar) {

  int[] size() {
    return new int[] {people.size(), products.size(), months.size()};
  }

  /** Returns ids or names along an axis. */
  ImmutableList<String> names(PlanAxis axis) {
    return switch (axis) {
      case PERSON -> people.stream().map(Person::id).collect(ImmutableList.toImmutableList());
      case PRODUCT -> products.stream().map(Product::id).collect(ImmutableList.toImmutableList());
      case MONTH -> months.stream().map(Period::name).collect(ImmutableList.toImmutableList());
    };
  }

  /** Returns on how many days of {@code [start, end)} somebody is there to sell. */
  int presence(Person person, LocalDate start, LocalDate end) {
    LocalDate from = person.since().filter(start::isBefore).orElse(start);
    LocalDate to = person.until().filter(end::isAfter).orElse(end);
    return calendar.workingDays(from, to);
  }

  /**
   * Returns working days present in every month, person by person. A month without a working day
   * counts as one day for everybody, so that it can have a target at all.
   */
  double[][] presence() {
    double[][] days = new double[people.size()][months.size()];
    for (int month = 0; month < months.size(); month++) {
      Period period = months.get(month);
      boolean idle = calendar.workingDays(period.start(), period.end()) == 0;
      for (int person = 0; person < people.size(); person++) {
        days[person][month] =
            idle
                ? (people.get(person).isActiveOn(period.start()) ? 1 : 0)
                : presence(people.get(person), period.start(), period.end());
      }
    }
    return days;
  }

  /** Returns a weight for every cell, from what people sell and when things are sold. */
  double[] cells(double[][] personProduct, double[] month) {
    double[][] presence = presence();
    double[] cells = new double[people.size() * products.size() * months.size()];
    for (int cell = 0; cell < cells.length; cell++) {
      int at = cell % months.size();
      int product = cell / months.size() % products.size();
      int person = cell / months.size() / products.size();
      cells[cell] = personProduct[person][product] * month[at] * presence[person][at];
    }
    return cells;
  }
}
