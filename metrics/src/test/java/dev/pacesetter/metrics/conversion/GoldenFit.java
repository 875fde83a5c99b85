package dev.pacesetter.metrics.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import dev.pacesetter.metrics.Golden;
import java.util.OptionalDouble;

/** Fits beside the golden ones. */
final class GoldenFit {
  private GoldenFit() {}

  static String status(PriorFit<?> fit) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, fit.outcome().name());
  }

  static void assertClose(Golden golden, String what, OptionalDouble actual) {
    if (golden.out(what).isNull()) {
      assertThat(actual).as("%s: %s", golden, what).isEmpty();
    } else {
      golden.assertClose(what, actual.orElseThrow(), golden.out(what));
    }
  }
}
