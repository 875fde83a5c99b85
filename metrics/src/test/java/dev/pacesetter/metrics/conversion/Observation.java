package dev.pacesetter.metrics.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.metrics.Golden;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Observations as the tests write them: whole days, and how each one ended. */
record Observation(long days, End end) {
  static LifeTable table(List<Observation> observations) {
    return LifeTable.ofTicks(1, days(observations), ends(observations), observations.size());
  }

  static long[] days(List<Observation> observations) {
    return observations.stream().mapToLong(Observation::days).toArray();
  }

  static byte[] ends(List<Observation> observations) {
    byte[] ends = new byte[observations.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = observations.get(i).end().code();
    }
    return ends;
  }

  /** Few distinct days, so that ties are the rule. */
  static Arbitrary<List<Observation>> lists() {
    return Combinators.combine(Arbitraries.longs().between(0, 20), Arbitraries.of(End.class))
        .as(Observation::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(60);
  }

  /** Golden cases write open as 0, won (or the only event) as 1, lost as 2: as the codes do. */
  static byte[] codes(JsonNode array) {
    byte[] codes = new byte[array.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) array.get(i).asInt();
    }
    return codes;
  }

  static LifeTable table(JsonNode time, JsonNode end) {
    return LifeTable.ofDays(Golden.doubles(time), codes(end));
  }

  static LifeTable[] tablesByGroup(JsonNode time, JsonNode end, JsonNode group) {
    double[] days = Golden.doubles(time);
    byte[] codes = codes(end);
    long[] groups = Golden.longs(group);
    LifeTable[] tables = new LifeTable[1 + (int) Arrays.stream(groups).max().orElseThrow()];
    for (int g = 0; g < tables.length; g++) {
      double[] some = new double[days.length];
      byte[] someCodes = new byte[days.length];
      int n = 0;
      for (int i = 0; i < days.length; i++) {
        if (groups[i] == g) {
          some[n] = days[i];
          someCodes[n++] = codes[i];
        }
      }
      tables[g] = LifeTable.ofDays(Arrays.copyOf(some, n), Arrays.copyOf(someCodes, n));
    }
    return tables;
  }
}
