package dev.pacesetter.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never refuses anything would look like a clean library. */
class PurityRulesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importClasses(PurityRulesTest.class.getDeclaredClasses());

  static Stream<Arguments> offences() {
    return Stream.of(
        arguments(Purity.NO_CLOCK, ReadsTheInstant.class),
        arguments(Purity.NO_CLOCK, ReadsTheDayByReference.class),
        arguments(Purity.NO_CLOCK, TakesTheSystemClock.class),
        arguments(Purity.NO_CLOCK, CountsNanoseconds.class),
        arguments(Purity.NO_CLOCK, TakesACalendar.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, CreatesRandom.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, AsksMath.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, AsksTheThread.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, MakesAnId.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, Shuffles.class),
        arguments(Purity.NO_DEFAULTS_OF_THE_MACHINE, TakesTheMachinesZone.class),
        arguments(Purity.NO_DEFAULTS_OF_THE_MACHINE, TakesTheMachinesLanguage.class),
        arguments(Purity.NO_STATIC_STATE, Counts.class),
        arguments(Purity.NO_STATIC_STATE, Remembers.class),
        arguments(Purity.NO_STATIC_STATE, HidesMutabilityBehindAnInterface.class),
        arguments(Purity.NO_STATIC_STATE, CountsAtomically.class),
        arguments(Purity.NO_STATIC_STATE, OffersAnArray.class),
        arguments(Purity.NO_STANDARD_STREAMS, Prints.class),
        arguments(Purity.NO_STANDARD_STREAMS, PrintsATrace.class),
        arguments(Purity.NO_JAVA_UTIL_LOGGING, LogsElsewhere.class),
        arguments(Purity.NO_THREADS, StartsAThread.class),
        arguments(Purity.NO_THREADS, KeepsAPool.class),
        arguments(Purity.NO_THREADS, GoesParallel.class));
  }

  static Stream<Arguments> permitted() {
    return Stream.of(
        arguments(Purity.NO_CLOCK, TakesInstant.class),
        arguments(Purity.NO_UNSEEDED_RANDOMNESS, TakesASeed.class),
        arguments(Purity.NO_STATIC_STATE, KeepsConstants.class),
        arguments(Purity.NO_THREADS, TakesInstant.class),
        arguments(Purity.NO_THREADS, TakesTheCallersExecutor.class));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void refuses(ArchRule rule, Class<?> offender) {
    assertThat(rule.evaluate(only(offender)).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("permitted")
  void lets(ArchRule rule, Class<?> citizen) {
    assertThat(rule.evaluate(only(citizen)).getFailureReport().getDetails()).isEmpty();
  }

  private static JavaClasses only(Class<?> type) {
    return CLASSES.that(JavaClass.Predicates.equivalentTo(type));
  }

  static final class ReadsTheInstant {
    Instant at() {
      return Instant.now();
    }
  }

  static final class ReadsTheDayByReference {
    Supplier<LocalDate> day() {
      return LocalDate::now;
    }
  }

  static final class TakesTheSystemClock {
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  static final class CountsNanoseconds {
    long at() {
      return System.nanoTime();
    }
  }

  static final class TakesACalendar {
    Calendar at() {
      return Calendar.getInstance();
    }
  }

  static final class CreatesRandom {
    Random random() {
      return new Random();
    }
  }

  static final class AsksMath {
    double draw() {
      return Math.random();
    }
  }

  static final class AsksTheThread {
    int draw() {
      return ThreadLocalRandom.current().nextInt();
    }
  }

  static final class MakesAnId {
    UUID id() {
      return UUID.randomUUID();
    }
  }

  static final class Shuffles {
    void shuffle(List<String> names) {
      Collections.shuffle(names);
    }
  }

  static final class TakesTheMachinesZone {
    ZoneId zone() {
      return ZoneId.systemDefault();
    }
  }

  static final class TakesTheMachinesLanguage {
    Locale language() {
      return Locale.getDefault();
    }
  }

  static final class Counts {
    static int count;
  }

  static final class Remembers {
    static final ArrayList<String> NAMES = new ArrayList<>();
  }

  static final class HidesMutabilityBehindAnInterface {
    static final Map<String, String> NAMES = ImmutableMap.of();
  }

  static final class CountsAtomically {
    static final AtomicLong COUNT = new AtomicLong();
  }

  static final class OffersAnArray {
    static final double[] FACTORS = {1.0, 2.0};
  }

  static final class Prints {
    void print() {
      System.out.println("won");
    }
  }

  static final class PrintsATrace {
    void print(Exception problem) {
      problem.printStackTrace();
    }
  }

  static final class LogsElsewhere {
    java.util.logging.@Nullable Logger logger;
  }

  static final class StartsAThread {
    void start(Runnable work) {
      new Thread(work).start();
    }
  }

  static final class KeepsAPool {
    void run(ExecutorService pool, Runnable work) {
      pool.execute(work);
    }
  }

  static final class TakesTheCallersExecutor {
    void run(Executor callers, Runnable work) {
      callers.execute(work);
    }
  }

  static final class GoesParallel {
    long count(List<String> names) {
      return names.parallelStream().count();
    }
  }

  static final class TakesInstant {
    Instant later(Instant asOf) {
      return asOf.plusSeconds(1);
    }
  }

  static final class TakesASeed {
    int draw(long seed, List<String> names) {
      Collections.shuffle(names, new Random(seed));
      return new Random(seed).nextInt();
    }
  }

  static final class KeepsConstants {
    static final int MONTHS = 12;
    static final ImmutableList<String> LETTERS = ImmutableList.of("S", "M", "A", "R", "T");
    private static final double[] FACTORS = {1.0, 2.0};

    double factor(int index) {
      return FACTORS[index];
    }
  }
}
