package dev.pacesetter.examples.conformance.statistics;

import static com.google.common.base.Preconditions.checkState;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import dev.pacesetter.division.Apportionment;
import dev.pacesetter.division.Apportionment.Method;
import dev.pacesetter.division.ControlledRounding;
import dev.pacesetter.division.ProportionalFitting;
import dev.pacesetter.division.ProportionalFitting.Fitted;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whole parts of a whole. */
final class ApportionmentTopic {
  static final ImmutableTable<String, String, Quantity> FUNCTIONS =
      ImmutableTable.<String, String, Quantity>builder()
          .put("split_integer", "hamilton", in -> split(in, Method.LARGEST_REMAINDER))
          .put("split_integer", "dhondt", in -> split(in, Method.DHONDT))
          .put("split_integer", "sainteLague", in -> split(in, Method.SAINTE_LAGUE))
          .put("split_integer", "hamiltonTie", in -> isTied(in, Method.LARGEST_REMAINDER))
          .put("split_integer", "dhondtTie", in -> isTied(in, Method.DHONDT))
          .put("split_integer", "sainteLagueTie", in -> isTied(in, Method.SAINTE_LAGUE))
          .put("ipf", "converges", in -> fitted(in).fit().isConverged())
          .put("ipf", "fitted", ApportionmentTopic::cells)
          .put("controlled_rounding_2d", "feasible", ApportionmentTopic::isFeasible)
          .build();

  private ApportionmentTopic() {}

  private static Fitted fitted(Inputs in) {
    int[] sizes = sizes(in.fields().get("seed"));
    ProportionalFitting fitting = ProportionalFitting.of(sizes);
    for (JsonNode margin : in.list("margins")) {
      int[] axes = Arrays.stream(flat(margin.path("axes"))).mapToInt(axis -> (int) axis).toArray();
      fitting.withSums(axes, flat(margin.path("target")));
    }
    return fitting.fit(flat(in.fields().get("seed")));
  }

  /** The fitted table as it is nested; nothing where scaling did not converge. */
  private static @Nullable Object cells(Inputs in) {
    Fitted fitted = fitted(in);
    return fitted.fit().isConverged()
        ? nested(in.fields().get("seed"), fitted.cells().stream().iterator())
        : null;
  }

  private static Object nested(JsonNode shape, Iterator<Double> cells) {
    if (!shape.isArray()) {
      return cells.next();
    }
    ImmutableList.Builder<Object> places = ImmutableList.builder();
    shape.forEach(place -> places.add(nested(place, cells)));
    return places.build();
  }

  /** Whether a rounding was found; one that is none is no answer. The witness is one of many. */
  private static boolean isFeasible(Inputs in) {
    double[] table = flat(in.fields().get("matrix"));
    long[] rows = in.wholes("rowSums");
    long[] columns = in.wholes("colSums");
    return ControlledRounding.round(table, rows, columns)
        .map(
            whole -> {
              long[] missingInRow = rows.clone();
              long[] missingInColumn = columns.clone();
              for (int cell = 0; cell < whole.length; cell++) {
                checkState(
                    whole[cell] >= Math.floor(table[cell]) && whole[cell] <= Math.ceil(table[cell]),
                    "cell %s of %s was rounded to %s",
                    cell,
                    table[cell],
                    whole[cell]);
                missingInRow[cell / columns.length] -= whole[cell];
                missingInColumn[cell % columns.length] -= whole[cell];
              }
              checkState(
                  LongStream.concat(Arrays.stream(missingInRow), Arrays.stream(missingInColumn))
                      .allMatch(missing -> missing == 0),
                  "the rounded table does not add up");
              return true;
            })
        .orElse(false);
  }

  private static int[] sizes(JsonNode array) {
    return array.isArray()
        ? IntStream.concat(IntStream.of(array.size()), Arrays.stream(sizes(array.path(0))))
            .toArray()
        : new int[0];
  }

  private static double[] flat(JsonNode array) {
    return array.isArray()
        ? StreamSupport.stream(array.spliterator(), false)
            .map(ApportionmentTopic::flat)
            .flatMapToDouble(Arrays::stream)
            .toArray()
        : new double[] {array.doubleValue()};
  }

  private static boolean isTied(Inputs in, Method method) {
    return Apportionment.isTied(in.whole("total"), in.numbers("weights"), method);
  }

  private static long[] split(Inputs in, Method method) {
    return Apportionment.divide(in.whole("total"), in.numbers("weights"), method);
  }
}
