package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.OrganizationProblem.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** What follows each other in one place. */
final class Tenures {
  private static final Comparator<Tenure> ORDER =
      Comparator.comparing(Tenure::from)
          .thenComparing((Tenure tenure) -> tenure.until())
          .thenComparing(tenure -> tenure.holder().orElse(""));

  private Tenures() {}

  static ImmutableList<Tenure> sorted(Iterable<Tenure> tenures) {
    return ImmutableList.sortedCopyOf(ORDER, tenures);
  }

  /** The last is cut off on a day, and another follows. */
  static ImmutableList<Tenure> followedBy(
      ImmutableList<Tenure> tenures, Tenure next, String subject) {
    ImmutableList.Builder<Tenure> all = ImmutableList.builder();
    for (int i = 0; i < tenures.size(); i++) {
      Tenure tenure = tenures.get(i);
      boolean last = i == tenures.size() - 1;
      checkArgument(
          !last || tenure.from().isBefore(next.from()),
          "%s cannot change on %s; what holds now does so from %s, and changes come in their order",
          subject,
          next.from(),
          tenure.from());
      all.add(last && tenure.until().isAfter(next.from()) ? tenure.until(next.from()) : tenure);
    }
    return all.add(next).build();
  }

  static Optional<String> on(ImmutableList<Tenure> tenures, LocalDate day) {
    for (Tenure tenure : tenures) {
      if (tenure.holdsOn(day)) {
        return tenure.holder();
      }
    }
    return Optional.empty();
  }

  static Optional<String> last(ImmutableList<Tenure> tenures) {
    return tenures.isEmpty() ? Optional.empty() : tenures.get(tenures.size() - 1).holder();
  }

  /** Reports days on which two hold, and days between them on which none does. */
  static void check(
      String subject, ImmutableList<Tenure> tenures, Consumer<OrganizationProblem> problems) {
    for (int i = 1; i < tenures.size(); i++) {
      Tenure before = tenures.get(i - 1);
      Tenure after = tenures.get(i);
      if (after.from().isBefore(before.until())) {
        LocalDate end = before.until().isBefore(after.until()) ? before.until() : after.until();
        problems.accept(
            new OrganizationProblem(
                Kind.OVERLAP,
                subject,
                "%s has '%s' and '%s' both, on the days %s; one at a time is allowed"
                    .formatted(subject, before, after, days(after.from(), end))));
      } else if (before.until().isBefore(after.from())) {
        problems.accept(gap(subject, /* from= */ before.until(), /* until= */ after.from()));
      }
    }
  }

  static OrganizationProblem gap(String subject, LocalDate from, LocalDate until) {
    return new OrganizationProblem(
        Kind.GAP,
        subject,
        "%s has nothing on the days %s; say that it is vacant, or close the gap"
            .formatted(subject, days(from, until)));
  }

  private static String days(LocalDate from, LocalDate until) {
    return "[%s, %s)"
        .formatted(
            from.equals(LocalDate.MIN) ? "ever" : from, until.equals(LocalDate.MAX) ? "on" : until);
  }
}
