package dev.pacesetter.division;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Turns requirements into whole units: floors up, caps down, exact amounts only if they are. */
final class Units {
  private final long unit;

  private Units(long unit) {
    this.unit = unit;
  }

  static Units of(long unit) {
    return new Units(unit);
  }

  ImmutableList<Requirement> whole(List<Requirement> requirements, long total) {
    return requirements.stream()
        .map(required -> whole(required, total))
        .collect(ImmutableList.toImmutableList());
  }

  private Requirement whole(Requirement required, long total) {
    return switch (required.bound()) {
      case EXACTLY -> {
        checkArgument(
            required.amount() % unit == 0,
            "%s must come to %s of %s, which is no multiple of the unit %s",
            required.part(),
            required.amount(),
            total,
            unit);
        yield new Requirement(required.part(), Requirement.Bound.EXACTLY, required.amount() / unit);
      }
      case AT_LEAST ->
          new Requirement(
              required.part(),
              Requirement.Bound.AT_LEAST,
              required.amount() / unit + (required.amount() % unit == 0 ? 0 : 1));
      case AT_MOST ->
          new Requirement(required.part(), Requirement.Bound.AT_MOST, required.amount() / unit);
    };
  }
}
