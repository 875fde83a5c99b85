package dev.pacesetter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Multimap;
import com.google.common.collect.RangeMap;
import com.google.common.collect.RangeSet;
import com.google.common.collect.Table;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.charset.Charset;
import java.text.Format;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** The same input gives the same output: on any machine, at any hour, in any thread. */
final class Purity {

  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .accessTargetWhere(theClockIsRead())
          .because("the as-of instant is an argument, never now()");

  static final ArchRule NO_UNSEEDED_RANDOMNESS =
      noClasses()
          .should()
          .accessTargetWhere(chanceIsUnseeded())
          .because("randomness takes the caller's seed, and the seed is in the result");

  static final ArchRule NO_DEFAULTS_OF_THE_MACHINE =
      noClasses()
          .should()
          .accessTargetWhere(theMachineDecides())
          .because("zone, language and encoding come from the caller, not from the machine");

  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and(areWritten())
          .should(notChange())
          .because(
              "two callers in one process must not meet; a constant collection says so by its"
                  + " Immutable type, and an array, which has no such type, at least stays private");

  static final ArchRule NO_STANDARD_STREAMS =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
          "a library speaks through its results, and logs through SLF4J");

  static final ArchRule NO_JAVA_UTIL_LOGGING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("the host chooses where SLF4J writes");

  static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .dependOnClassesThat(startThreads())
          .orShould()
          .accessTargetWhere(streamsGoParallel())
          .because("the host owns the threads; everything here runs in the caller's");

  private Purity() {}

  private static DescribedPredicate<JavaAccess<?>> theClockIsRead() {
    return DescribedPredicate.describe(
        "the clock is read",
        access -> {
          AccessTarget target = access.getTarget();
          String owner = target.getOwner().getName();
          String name = target.getName();
          return (owner.startsWith("java.time.") && name.equals("now"))
              || (owner.equals("java.time.Clock")
                  && (name.startsWith("system") || name.startsWith("tick")))
              || (isCall(access, System.class)
                  && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
              || isCall(access, Calendar.class, "getInstance")
              || owner.startsWith("com.google.common.base.Stopwatch")
              || owner.startsWith("com.google.common.base.Ticker");
        });
  }

  private static DescribedPredicate<JavaAccess<?>> chanceIsUnseeded() {
    return DescribedPredicate.describe(
        "chance has no seed",
        access ->
            isCreatedFromNothing(access, Random.class)
                || isCreatedFromNothing(access, SplittableRandom.class)
                || isCall(access, Math.class, "random")
                || isCall(access, UUID.class, "randomUUID")
                || isCall(access, RandomGenerator.class, "getDefault")
                || isCall(access, RandomGenerator.class, "of")
                || (isCall(access, Collections.class, "shuffle")
                    && !access.getDescription().contains("java.util.Random"))
                || access.getTargetOwner().isAssignableTo(ThreadLocalRandom.class)
                || access.getTargetOwner().getName().equals("java.security.SecureRandom"));
  }

  private static DescribedPredicate<JavaAccess<?>> theMachineDecides() {
    return DescribedPredicate.describe(
        "the machine's own zone, language or encoding is asked for",
        access ->
            isCall(access, Locale.class, "getDefault")
                || isCall(access, TimeZone.class, "getDefault")
                || isCall(access, java.time.ZoneId.class, "systemDefault")
                || isCall(access, Charset.class, "defaultCharset"));
  }

  private static DescribedPredicate<JavaClass> startThreads() {
    return DescribedPredicate.describe(
        "start threads",
        type ->
            type.isAssignableTo(Thread.class)
                || isPool(type)
                || type.isEquivalentTo(Executors.class)
                || type.isAssignableTo(ForkJoinTask.class)
                || type.isAssignableTo(CompletableFuture.class)
                || type.isAssignableTo(Timer.class));
  }

  /** Not the bare interface: an executor that a caller hands in is the caller's way to run work. */
  private static boolean isPool(JavaClass type) {
    return type.isAssignableTo(Executor.class) && !type.isEquivalentTo(Executor.class);
  }

  private static DescribedPredicate<JavaAccess<?>> streamsGoParallel() {
    return DescribedPredicate.describe(
        "a stream goes parallel",
        access ->
            access.getName().equals("parallelStream")
                || (access.getName().equals("parallel")
                    && access.getTargetOwner().isAssignableTo(BaseStream.class)));
  }

  /** What is in the source: not the tables that the compiler keeps for enums and switches. */
  private static DescribedPredicate<JavaField> areWritten() {
    return DescribedPredicate.describe(
        "are written in the source",
        field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static ArchCondition<JavaField> notChange() {
    return new ArchCondition<>("not change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
          events.add(
              SimpleConditionEvent.violated(field, field.getDescription() + " is not final"));
        } else if (field.getRawType().isArray()
            && !field.getModifiers().contains(JavaModifier.PRIVATE)) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getDescription() + " is an array that others can write"));
        } else if (canChange(field.getRawType())) {
          events.add(
              SimpleConditionEvent.violated(
                  field,
                  field.getDescription() + " is a " + field.getRawType().getName() + ", mutable"));
        }
      }
    };
  }

  private static boolean canChange(JavaClass type) {
    boolean holdsSeveral =
        Stream.of(
                Collection.class,
                Map.class,
                Multimap.class,
                Table.class,
                RangeMap.class,
                RangeSet.class)
            .anyMatch(type::isAssignableTo);
    boolean keepsThem =
        Stream.of(
                ImmutableCollection.class,
                ImmutableMap.class,
                ImmutableMultimap.class,
                ImmutableTable.class,
                ImmutableRangeMap.class,
                ImmutableRangeSet.class)
            .anyMatch(type::isAssignableTo);
    return (holdsSeveral && !keepsThem)
        || Stream.of(
                Appendable.class,
                Calendar.class,
                Date.class,
                Format.class,
                Iterator.class,
                RandomGenerator.class,
                ThreadLocal.class)
            .anyMatch(type::isAssignableTo)
        || type.getPackageName().startsWith("java.util.concurrent")
        || type.getName().startsWith("com.google.common.cache.");
  }

  private static boolean isCall(JavaAccess<?> access, Class<?> owner, String name) {
    return isCall(access, owner) && access.getName().equals(name);
  }

  private static boolean isCall(JavaAccess<?> access, Class<?> owner) {
    return access.getTargetOwner().isEquivalentTo(owner);
  }

  private static boolean isCreatedFromNothing(JavaAccess<?> access, Class<?> owner) {
    return access.getTarget() instanceof AccessTarget.ConstructorCallTarget constructor
        && constructor.getOwner().isEquivalentTo(owner)
        && constructor.getRawParameterTypes().isEmpty();
  }
}
