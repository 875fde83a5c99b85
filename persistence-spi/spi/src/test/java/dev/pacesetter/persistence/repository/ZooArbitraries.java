package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.persistence.repository.Zoo.All;
import dev.pacesetter.persistence.repository.Zoo.Animal;
import dev.pacesetter.persistence.repository.Zoo.Cat;
import dev.pacesetter.persistence.repository.Zoo.Collected;
import dev.pacesetter.persistence.repository.Zoo.Duck;
import dev.pacesetter.persistence.repository.Zoo.Empty;
import dev.pacesetter.persistence.repository.Zoo.Mood;
import dev.pacesetter.persistence.repository.Zoo.Pair;
import dev.pacesetter.persistence.repository.Zoo.Penguin;
import dev.pacesetter.persistence.repository.Zoo.Plain;
import dev.pacesetter.persistence.repository.Zoo.Scalar;
import dev.pacesetter.persistence.repository.Zoo.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Every value a zoo can have. */
final class ZooArbitraries {

  private ZooArbitraries() {}

  static Arbitrary<All> all() {
    return Combinators.combine(plain(), scalar(), pair(), collected(), empty(), tree(3), animal(3))
        .as(All::new);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8).filter(ZooArbitraries::isUnicode),
        Arbitraries.of("", "销售", "👩🏽‍💼", "\u0000", "@type", "a.b"));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private static Arbitrary<Double> real() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.longs().map(Double::longBitsToDouble).filter(d -> !Double.isNaN(d)),
        Arbitraries.of(
            -0.0,
            0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0x1p62,
            0x1p63,
            1e22));
  }

  static Arbitrary<Plain> plain() {
    return Combinators.combine(
            text(),
            Arbitraries.of(true, false),
            Arbitraries.integers(),
            Arbitraries.longs(),
            real(),
            Arbitraries.of(Mood.class))
        .as(Plain::new);
  }

  private static Arbitrary<LocalDate> day() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-800_000, 800_000).map(LocalDate::ofEpochDay),
        Arbitraries.of(LocalDate.MIN, LocalDate.MAX));
  }

  private static Arbitrary<Instant> instant() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<Money> money() {
    return Combinators.combine(Arbitraries.of("EUR", "JPY", "KWD", "USD"), Arbitraries.longs())
        .as((currency, minor) -> Money.ofMinor(CurrencyUnit.of(currency), minor));
  }

  private static Arbitrary<Scalar> scalar() {
    return Combinators.combine(instant(), day(), money(), Arbitraries.bigDecimals())
        .as(Scalar::new);
  }

  private static Arbitrary<Pair<String, Pair<Mood, Long>>> pair() {
    return Combinators.combine(text(), Arbitraries.of(Mood.class), Arbitraries.longs())
        .as((text, mood, whole) -> new Pair<>(text, new Pair<>(mood, whole)));
  }

  private static Arbitrary<Collected> collected() {
    return Combinators.combine(
            text().list().ofMaxSize(3),
            Arbitraries.longs().list().ofMaxSize(2).map(ImmutableList::copyOf).list().ofMaxSize(2),
            Arbitraries.of(Mood.class).set(),
            Arbitraries.maps(text(), money()).ofMaxSize(2),
            Arbitraries.maps(day(), plain()).ofMaxSize(2),
            Arbitraries.maps(Arbitraries.of(Mood.class), text()))
        .as(
            (texts, nested, moods, byName, byDay, byMood) ->
                new Collected(
                    ImmutableList.copyOf(texts),
                    nested,
                    ImmutableSet.copyOf(moods),
                    ImmutableMap.copyOf(byName),
                    byDay,
                    ImmutableSortedMap.copyOf(byMood)));
  }

  private static Arbitrary<Empty> empty() {
    return Combinators.combine(
            plain().optional(),
            Arbitraries.longs().optional(),
            real().optional(),
            text().injectNull(0.5),
            Arbitraries.integers().injectNull(0.5))
        .as(
            (plain, count, share, note, boxed) ->
                new Empty(
                    plain,
                    count.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    share.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    note,
                    boxed));
  }

  private static Arbitrary<Tree> tree(int depth) {
    Arbitrary<List<Tree>> children =
        depth == 0 ? Arbitraries.just(List.of()) : tree(depth - 1).list().ofMaxSize(2);
    return Combinators.combine(text(), children)
        .as((name, trees) -> new Tree(name, ImmutableList.copyOf(trees)));
  }

  private static Arbitrary<Animal> animal(int depth) {
    Arbitrary<Animal> small =
        Arbitraries.oneOf(text().map(Cat::new), Arbitraries.just(new Penguin()));
    return depth == 0
        ? small
        : Arbitraries.oneOf(
            small,
            Combinators.combine(Arbitraries.integers(), animal(depth - 1).optional())
                .as(Duck::new));
  }
}
