package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much more is assigned below a target than it asks for: known from targets alone. */
final class OverAssignment {
  static final String FAMILY = "assignment.over";

  private static final String AMOUNT = "(?:0|[1-9][0-9]{0,14})";
  private static final Pattern PARAMETER =
      Pattern.compile("(" + AMOUNT + "(?:\\+" + AMOUNT + ")*)/([1-9][0-9]{0,11})");

  private OverAssignment() {}

  static Kpi of(long target, ImmutableLongArray assigned) {
    checkArgument(
        !assigned.isEmpty() && assigned.stream().allMatch(amount -> amount >= 0),
        "over-assignment is asked for the targets %s below one of %s; at least one, each at least 0",
        assigned,
        target);
    String parameter =
        assigned.stream().mapToObj(Long::toString).collect(Collectors.joining("+")) + "/" + target;
    checkArgument(
        PARAMETER.matcher(parameter).matches(),
        "over-assignment is asked for %s; a target below has up to 15 digits, the one above up to"
            + " 12",
        parameter);
    double sum = assigned.stream().reduce(0, Math::addExact);
    Measure over = Measure.of(sum / target - 1, Unit.RATIO, assigned.length());
    return new Definition(
        FAMILY,
        parameter,
        Unit.RATIO,
        Direction.NEUTRAL,
        TimeBasis.AS_OF,
        (facts, scope, period) -> over);
  }

  /** The metric of a parameter such as {@code 60000+55000/100000}; empty when it is none. */
  static Optional<Kpi> parse(String parameter) {
    Matcher matcher = PARAMETER.matcher(parameter);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    ImmutableLongArray.Builder assigned = ImmutableLongArray.builder();
    for (String amount : matcher.group(1).split("\\+", -1)) {
      assigned.add(Long.parseLong(amount));
    }
    return Optional.of(of(Long.parseLong(matcher.group(2)), assigned.build()));
  }
}
