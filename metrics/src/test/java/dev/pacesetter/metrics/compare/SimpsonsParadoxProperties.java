package dev.pacesetter.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.compare.SimpsonsParadox.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SimpsonsParadoxProperties {
  record Stratum(Ratio first, Ratio second) {}

  /** Few trials, so that every kind of verdict turns up. */
  @Provide
  Arbitrary<List<Stratum>> strata() {
    Arbitrary<Ratio> counts =
        Arbitraries.integers()
            .between(0, 6)
            .flatMap(n -> Arbitraries.integers().between(0, n).map(x -> Ratio.of(x, n)));
    return Combinators.combine(counts, counts).as(Stratum::new).list().ofMaxSize(4);
  }

  private static SimpsonsParadox of(List<Stratum> strata) {
    return SimpsonsParadox.of(
        strata.stream().map(Stratum::first).toList(),
        strata.stream().map(Stratum::second).toList());
  }

  @Property(tries = 5_000)
  void agreesWithEveryPartLookedAtByItself(@ForAll("strata") List<Stratum> strata) {
    Ratio first = Ratio.NONE;
    Ratio second = Ratio.NONE;
    List<Integer> signs = new ArrayList<>();
    for (Stratum stratum : strata) {
      first = first.plus(stratum.first());
      second = second.plus(stratum.second());
      sign(stratum.first(), stratum.second()).ifPresent(signs::add);
    }
    OptionalInt whole = sign(first, second);

    assertThat(of(strata).verdict()).isEqualTo(verdict(signs, whole));
  }

  /** By the words of the verdicts. */
  private static Optional<Verdict> verdict(List<Integer> signs, OptionalInt whole) {
    if (signs.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> pointing = new HashSet<>(signs);
    pointing.remove(0);
    int overall = whole.getAsInt();
    if (pointing.size() == 2) {
      return Optional.of(Verdict.MIXED);
    }
    if (pointing.contains(overall) || (pointing.isEmpty() && overall == 0)) {
      return Optional.of(Verdict.CONSISTENT);
    }
    if (pointing.isEmpty()) {
      return Optional.of(Verdict.MIX_ONLY);
    }
    return Optional.of(overall == 0 ? Verdict.HIDDEN : Verdict.REVERSED);
  }

  private static OptionalInt sign(Ratio first, Ratio second) {
    if (first.denominator() == 0 || second.denominator() == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        BigInteger.valueOf(first.numerator())
            .multiply(BigInteger.valueOf(second.denominator()))
            .compareTo(
                BigInteger.valueOf(second.numerator())
                    .multiply(BigInteger.valueOf(first.denominator()))));
  }

  @Property
  void directionsAreExactForAnyNumbers(
      @ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    Ratio first = Ratio.of(a, b & Long.MAX_VALUE);
    Ratio second = Ratio.of(c, d & Long.MAX_VALUE);

    assertThat(new SimpsonsParadox.Comparison(first, second).direction())
        .isEqualTo(sign(first, second));
  }

  @Property
  void theVerdictIsTheSameFromTheOtherSide(@ForAll("strata") List<Stratum> strata) {
    SimpsonsParadox swapped =
        SimpsonsParadox.of(
            strata.stream().map(Stratum::second).toList(),
            strata.stream().map(Stratum::first).toList());

    assertThat(swapped.verdict()).isEqualTo(of(strata).verdict());
  }
}
