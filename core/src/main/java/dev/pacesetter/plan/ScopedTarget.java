package dev.pacesetter.plan;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import java.time.LocalDate;
import java.util.OptionalLong;

/** What a part of the business is to sell by a plan. */
final class ScopedTarget {
  private final SalesPlan plan;
  private final Scope scope;
  private final Organization organization;

  ScopedTarget(SalesPlan plan, Scope scope, Organization organization) {
    this.plan = plan;
    this.scope = scope;
    this.organization = organization;
  }

  /** The sum of the cells meant; empty where the plan does not know. */
  OptionalLong in(Period part) {
    if (!isComputable(part)) {
      return OptionalLong.empty();
    }
    boolean[] products = products();
    boolean[] inner = inner();
    long sum = 0;
    for (int month = 0; month < plan.months().size(); month++) {
      Period at = plan.months().get(month);
      for (int person = 0; part.encloses(at) && person < plan.people().size(); person++) {
        if (isMeant(plan.people().get(person), at)) {
          sum += sum(person, products, month, inner);
        }
      }
    }
    return OptionalLong.of(sum);
  }

  private boolean isComputable(Period part) {
    return isDividedBy(Dimension.TERRITORY)
        && isDividedBy(Dimension.SEGMENT)
        && isDividedBy(Dimension.CHANNEL)
        && plan.period().encloses(part)
        && plan.months().stream().anyMatch(month -> month.start().equals(part.start()))
        && plan.months().stream().anyMatch(month -> month.end().equals(part.end()));
  }

  private boolean isDividedBy(Dimension dimension) {
    return isGoals(dimension)
        || plan.further().stream().anyMatch(axis -> axis.dimension() == dimension);
  }

  /** Whether the scope says nothing of a dimension that the goal's scope does not say. */
  private boolean isGoals(Dimension dimension) {
    return scope.on(dimension).isEmpty() || scope.on(dimension).equals(plan.scope().on(dimension));
  }

  /** Which cells on the further axes the scope speaks of. */
  private boolean[] inner() {
    boolean[] meant = new boolean[plan.inner()];
    for (int at = 0; at < meant.length; at++) {
      meant[at] = true;
      int rest = at;
      for (FurtherAxis axis : plan.further().reverse()) {
        String place = axis.places().get(rest % axis.places().size());
        rest /= axis.places().size();
        meant[at] &=
            isGoals(axis.dimension()) || scope.on(axis.dimension()).map(place::equals).orElse(true);
      }
    }
    return meant;
  }

  /** Which products the scope speaks of. */
  private boolean[] products() {
    boolean[] wanted = new boolean[plan.products().size()];
    for (int product = 0; product < wanted.length; product++) {
      String id = plan.products().get(product);
      wanted[product] =
          scope.product().map(id::equals).orElse(true)
              && (isGoals(Dimension.LINE)
                  || organization.linesOf(id).contains(scope.on(Dimension.LINE).orElseThrow()));
    }
    return wanted;
  }

  /**
   * Whether the scope speaks of a person in a month: who moves within it counts where they were on
   * their first day of it, so that what teams are to sell adds up.
   */
  private boolean isMeant(String person, Period month) {
    if (!scope.person().map(person::equals).orElse(true)) {
      return false;
    }
    if (isGoals(Dimension.TEAM)) {
      return true;
    }
    LocalDate day =
        organization
            .person(person)
            .flatMap(Person::since)
            .filter(month::contains)
            .orElse(month.start());
    return organization.teamsOf(person, day).contains(scope.team().orElseThrow());
  }

  private long sum(int person, boolean[] products, int month, boolean[] inner) {
    long sum = 0;
    for (int product = 0; product < products.length; product++) {
      int from = plan.cellAt(person, product, month);
      for (int at = 0; products[product] && at < inner.length; at++) {
        sum += inner[at] ? plan.amounts().get(from + at) : 0;
      }
    }
    return sum;
  }
}
