package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One record for every kind of component. */
final class Zoo {

  private Zoo() {}

  enum Mood {
    GOOD,
    BAD {
      @Override
      public String toString() {
        return "not the name";
      }
    }
  }

  record Plain(String text, boolean flag, int small, long whole, double real, Mood mood) {}

  record Scalar(Instant at, LocalDate day, Money money, BigDecimal decimal) {}

  record Pair<A, B>(A first, B second) {}

  record Collected(
      ImmutableList<String> texts,
      List<ImmutableList<Long>> nested,
      ImmutableSet<Mood> moods,
      ImmutableMap<String, Money> byName,
      Map<LocalDate, Plain> byDay,
      ImmutableSortedMap<Mood, String> byMood) {}

  record Empty(
      Optional<Plain> plain,
      OptionalLong count,
      OptionalDouble share,
      @Nullable String note,
      @Nullable Integer boxed) {}

  record Tree(String name, ImmutableList<Tree> children) {}

  sealed interface Animal {}

  record Cat(String name) implements Animal {}

  sealed interface Bird extends Animal {}

  record Duck(int eggs, Optional<Animal> friend) implements Bird {}

  record Penguin() implements Bird {}

  record All(
      Plain plain,
      Scalar scalar,
      Pair<String, Pair<Mood, Long>> pair,
      Collected collected,
      Empty empty,
      Tree tree,
      Animal animal) {}
}
