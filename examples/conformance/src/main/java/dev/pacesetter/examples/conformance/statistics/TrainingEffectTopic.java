package dev.pacesetter.examples.conformance.statistics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.primitives.Ints;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.effect.Cuped;
import dev.pacesetter.metrics.effect.DifferenceInDifferences;
import dev.pacesetter.metrics.effect.Effect;
import dev.pacesetter.metrics.effect.PairedChange;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Whether a training worked. */
final class TrainingEffectTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("did_cluster", "coefficients", coefficients(Effect::estimate))
          .put("did_cluster", "seClusterCr1", coefficients(Effect::standardError))
          .put("did_cluster", "seClusterCr0", TrainingEffectTopic::smallerError)
          .put("did_cluster", "seClassical", TrainingEffectTopic::smallerError)
          .put("did_cluster", "effect", in -> comparison(in).effect().estimate())
          .put("did_cluster", "t", in -> comparison(in).effect().t())
          .put("did_cluster", "df", in -> whole(comparison(in).effect().degreesOfFreedom()))
          .put("did_cluster", "p", in -> comparison(in).effect().pValue())
          .put("did_cluster", "ci95", in -> interval(comparison(in).effect()))
          .put("did_cluster", "cellMeans", TrainingEffectTopic::cellMeans)
          .put("paired_change", "n", in -> change(in).change().estimate().n())
          .put("paired_change", "meanChange", in -> change(in).change().estimate())
          .put("paired_change", "sdChange", in -> change(in).deviation())
          .put("paired_change", "t", in -> change(in).change().t())
          .put("paired_change", "df", in -> change(in).change().estimate().n() - 1)
          .put("paired_change", "p", in -> change(in).change().pValue())
          .put("paired_change", "ci95", in -> interval(change(in).change()))
          .put("paired_change", "cohensDz", in -> change(in).standardised())
          .put("paired_change", "wilcoxonV", in -> whole(change(in).signedRankSum()))
          .put("paired_change", "wilcoxonExactP", in -> change(in).signedRankPValue())
          .put("cuped", "theta", in -> cuped(in).slope())
          .put("cuped", "correlation", in -> cuped(in).correlation())
          .put("cuped", "varianceReduction", in -> cuped(in).varianceReduction())
          .put("cuped", "unadjusted", in -> test(cuped(in).unadjusted()))
          .put("cuped", "adjusted", in -> test(cuped(in).adjusted()))
          .build();

  private TrainingEffectTopic() {}

  private static DifferenceInDifferences comparison(Inputs in) {
    return DifferenceInDifferences.of(
            Unit.SCORE,
            LongStream.of(in.wholes("rep")).mapToInt(Ints::checkedCast).toArray(),
            flags(in, "treated"),
            flags(in, "post"),
            in.numbers("y"))
        .withTextbookErrors();
  }

  private static Quantity coefficients(Function<Effect, Object> figure) {
    return in -> {
      DifferenceInDifferences did = comparison(in);
      return ImmutableList.of(
          figure.apply(did.baseline()),
          figure.apply(did.gapBefore()),
          figure.apply(did.trend()),
          figure.apply(did.effect()));
    };
  }

  private static Object smallerError(Inputs in) throws NotExpressibleException {
    throw new NotExpressibleException(Reason.of("smaller-error"));
  }

  private static ImmutableMap<String, Object> cellMeans(Inputs in) {
    DifferenceInDifferences did = comparison(in);
    return ImmutableMap.of(
        "controlPre", did.mean(false, false),
        "controlPost", did.mean(false, true),
        "treatedPre", did.mean(true, false),
        "treatedPost", did.mean(true, true));
  }

  private static PairedChange change(Inputs in) {
    return PairedChange.of(Unit.SCORE, in.numbers("before"), in.numbers("after"));
  }

  private static Cuped cuped(Inputs in) {
    return Cuped.of(
        Unit.SCORE, flags(in, "treated"), in.numbers("covariate"), in.numbers("outcome"));
  }

  private static ImmutableMap<String, Object> test(Effect effect) {
    return ImmutableMap.of(
        "effect", effect.estimate(),
        "se", effect.standardError(),
        "t", effect.t(),
        "df", effect.degreesOfFreedom(),
        "p", effect.pValue());
  }

  private static Object interval(Effect effect) {
    return effect.estimate().interval().map(Object.class::cast).orElse(OptionalDouble.empty());
  }

  /** Golden degrees of freedom and rank sums without ties are written as whole numbers. */
  private static Object whole(OptionalDouble number) {
    return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
        ? (Object) (long) number.getAsDouble()
        : number;
  }

  private static boolean[] flags(Inputs in, String name) {
    long[] marks = in.wholes(name);
    boolean[] flags = new boolean[marks.length];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = marks[i] == 1;
    }
    return flags;
  }
}
