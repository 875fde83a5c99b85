package dev.pacesetter.metrics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is asked of the public types of a package, in whatever order: no number that comes back
 * is NaN or infinite, and what is refused is refused in words. The seed is fixed, so that a build
 * does not fail by chance; without it, other conversations are held.
 */
class EveryNumberProperties {
  private static final String ROOT = "dev.pacesetter.metrics";
  private static final int CALLS = 60;
  private static final int MOST_KEPT = 12;
  private static final String[] SAYS_WHAT_IS_ALLOWED = {
    "must", "allowed", "there are", "ask for", "none above"
  };

  @Property(tries = 200, seed = "1")
  void ofTheRoot(@ForAll long seed) {
    new Conversation(seed, ROOT).hold();
  }

  @Property(tries = 200, seed = "1")
  void ofConversion(@ForAll long seed) {
    new Conversation(seed, ROOT + ".conversion").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofCompare(@ForAll long seed) {
    new Conversation(seed, ROOT + ".compare").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofSignal(@ForAll long seed) {
    new Conversation(seed, ROOT + ".signal").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofForecast(@ForAll long seed) {
    new Conversation(seed, ROOT + ".forecast").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofGap(@ForAll long seed) {
    new Conversation(seed, ROOT + ".gap").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofEffect(@ForAll long seed) {
    new Conversation(seed, ROOT + ".effect").hold();
  }

  @Property(tries = 200, seed = "1")
  void ofSatisfaction(@ForAll long seed) {
    new Conversation(seed, ROOT + ".satisfaction").hold();
  }

  /** Public types of one package, and calls of them with what earlier calls have given. */
  private static final class Conversation {
    private static final Map<String, ImmutableList<Class<?>>> TYPES = new HashMap<>();

    private final SplittableRandom random;
    private final String home;
    private final Map<Class<?>, List<Object>> known = new HashMap<>();

    Conversation(long seed, String home) {
      this.random = new SplittableRandom(seed);
      this.home = home;
    }

    void hold() {
      List<Executable> openings = new ArrayList<>();
      for (Class<?> type : types(ROOT)) {
        learn(type, home.equals(ROOT) ? openings : new ArrayList<>());
      }
      if (!home.equals(ROOT)) {
        for (Class<?> type : types(home)) {
          learn(type, openings);
        }
      }
      for (int call = 0; call < CALLS; call++) {
        Object subject = random.nextInt(3) == 0 ? null : anyKnown();
        List<Executable> possible = subject == null ? openings : questions(subject);
        if (!possible.isEmpty()) {
          ask(subject, possible.get(random.nextInt(possible.size())));
        }
      }
    }

    private void learn(Class<?> type, List<Executable> openings) {
      if (type.isEnum()) {
        Arrays.stream(type.getEnumConstants()).forEach(this::keep);
      }
      for (Method method : type.getMethods()) {
        if (Modifier.isStatic(method.getModifiers())
            && !(type.isEnum() && method.getDeclaringClass() == Enum.class)
            && !method.getName().equals("valueOf")) {
          openings.add(method);
        }
      }
      if (!Modifier.isAbstract(type.getModifiers())) {
        openings.addAll(Arrays.asList(type.getConstructors()));
      }
      openings.sort(Comparator.comparing(Executable::toGenericString));
    }

    private @Nullable Object anyKnown() {
      List<Class<?>> types = new ArrayList<>(known.keySet());
      types.removeIf(type -> !type.getPackageName().equals(home));
      types.sort(Comparator.comparing(Class::getName));
      if (types.isEmpty()) {
        return null;
      }
      List<Object> some =
          Objects.requireNonNull(known.get(types.get(random.nextInt(types.size()))));
      return some.get(random.nextInt(some.size()));
    }

    private static List<Executable> questions(Object subject) {
      List<Executable> questions = new ArrayList<>();
      for (Method method : publicType(subject).getMethods()) {
        if (!Modifier.isStatic(method.getModifiers())
            && method.getDeclaringClass().getName().startsWith(ROOT)) {
          questions.add(method);
        }
      }
      questions.sort(Comparator.comparing(Executable::toGenericString));
      return questions;
    }

    /** Constants of an enum with a body are of a class of their own, which is not public. */
    private static Class<?> publicType(Object subject) {
      return subject instanceof Enum<?> constant
          ? constant.getDeclaringClass()
          : subject.getClass();
    }

    private void ask(@Nullable Object subject, Executable question) {
      Class<?>[] wanted = question.getParameterTypes();
      @Nullable Object[] words = new Object[wanted.length];
      Columns columns = new Columns(random);
      for (int i = 0; i < wanted.length; i++) {
        words[i] =
            wanted[i].isArray() || wanted[i].isPrimitive()
                ? columns.of(wanted[i])
                : known(wanted[i]);
        if (words[i] == null) {
          return;
        }
      }
      String asked = subject + " " + question.toGenericString() + " " + Arrays.deepToString(words);
      try {
        Object answer =
            question instanceof Constructor<?> constructor
                ? constructor.newInstance(words)
                : ((Method) question).invoke(subject, words);
        check(asked, answer);
      } catch (InvocationTargetException e) {
        checkRefusal(asked, question, Objects.requireNonNull(e.getCause()));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(asked, e);
      }
    }

    private @Nullable Object known(Class<?> type) {
      List<Object> some = known.get(type);
      return some == null ? null : some.get(random.nextInt(some.size()));
    }

    private void keep(Object answer) {
      List<Object> kept = known.computeIfAbsent(publicType(answer), type -> new ArrayList<>());
      if (kept.size() < MOST_KEPT) {
        kept.add(answer);
      } else {
        kept.set(random.nextInt(MOST_KEPT), answer);
      }
    }

    private void check(String asked, @Nullable Object answer) {
      if (answer instanceof Double number) {
        assertThat(number).as(asked).isFinite();
      } else if (answer instanceof double[] numbers) {
        for (double number : numbers) {
          assertThat(number).as(asked).isFinite();
        }
      } else if (answer instanceof OptionalDouble number) {
        number.ifPresent(it -> check(asked, it));
      } else if (answer instanceof Optional<?> something) {
        something.ifPresent(it -> check(asked, it));
      } else if (answer instanceof Iterable<?> list) {
        Iterables.limit(list, 5).forEach(it -> check(asked, it));
      } else if (answer instanceof Measure || answer instanceof Interval) {
        keep(answer); // finite by construction
      } else if (answer != null && publicType(answer).getPackageName().startsWith(ROOT)) {
        keep(answer);
      }
    }

    private static void checkRefusal(String asked, Executable question, Throwable refusal) {
      List<Class<?>> wanted = Arrays.asList(question.getParameterTypes());
      boolean isRow = question instanceof Method && wanted.contains(int.class);
      boolean isNoSuchRow = refusal instanceof IndexOutOfBoundsException && isRow;
      boolean isTooLarge = refusal instanceof ArithmeticException && isOverflow(refusal);
      boolean isAbsent =
          refusal instanceof NoSuchElementException
              && question.getDeclaringClass() == Measure.class;
      if (isNoSuchRow || isTooLarge || isAbsent || refusal instanceof IllegalStateException) {
        return; // there is no such row or no value, or a sum of counts is too large, as documented
      }
      assertThat(refusal)
          .as(asked)
          .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
      assertThat(refusal.getMessage()).as(asked).isNotNull().containsAnyOf(SAYS_WHAT_IS_ALLOWED);
      if (question.getDeclaringClass() != Measure.class) {
        assertThat(refusal.getMessage()).as(asked).doesNotStartWith("Measure value is");
      }
      if (question.getDeclaringClass() != Interval.class) {
        assertThat(refusal.getMessage()).as(asked).doesNotStartWith("Interval is");
      }
    }

    private static boolean isOverflow(Throwable refusal) {
      return "long overflow".equals(refusal.getMessage());
    }

    private static ImmutableList<Class<?>> types(String home) {
      return TYPES.computeIfAbsent(home, Conversation::readTypes);
    }

    private static ImmutableList<Class<?>> readTypes(String home) {
      ImmutableList.Builder<Class<?>> types = ImmutableList.builder();
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(home).stream()
              .filter(type -> type.getPackageName().equals(home))
              .map(JavaClass::reflect)
              .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass())
              .sorted(Comparator.comparing(Class::getName))
              .forEach(types::add);
      return types.build();
    }
  }

  /** Columns of one length as a rule, of one kind of content each; at times out of bounds. */
  private static final class Columns {
    private static final double[] SCALES = {1, 1, 10, 1_000, 1e9, 1e15, 1e100, 1e-9, 1e-300, 1e300};
    private static final double[] ODD = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      -0.0,
      -1,
      1e17
    };

    private final SplittableRandom random;
    private final int length;

    Columns(SplittableRandom random) {
      this.random = random;
      this.length = new int[] {0, 1, 2, 3, 5, 8, 13, 30}[random.nextInt(8)];
    }

    @Nullable Object of(Class<?> type) {
      if (type == boolean.class) {
        return random.nextBoolean();
      }
      if (type == int.class) {
        return random.nextInt(20) == 0 ? -random.nextInt(1, 1_000) : random.nextInt(-1, 14);
      }
      if (type == byte.class) {
        return (byte) random.nextInt(0, 3);
      }
      if (type == long.class) {
        return longs(1)[0];
      }
      if (type == double.class) {
        return doubles(1)[0];
      }
      int n = random.nextInt(12) == 0 ? random.nextInt(6) : length;
      if (type == double[].class) {
        return doubles(n);
      }
      if (type == long[].class) {
        return longs(n);
      }
      if (type == int[].class) {
        int most = random.nextInt(1, 14);
        return random.ints(n, 0, most).toArray();
      }
      if (type == byte[].class) {
        byte[] bytes = new byte[n];
        for (int i = 0; i < n; i++) {
          bytes[i] = (byte) random.nextInt(3);
        }
        return bytes;
      }
      if (type == boolean[].class) {
        boolean[] flags = new boolean[n];
        for (int i = 0; i < n; i++) {
          flags[i] = random.nextBoolean();
        }
        return flags;
      }
      if (type == double[][].class) {
        double[][] rows = new double[n][];
        int across = random.nextInt(6);
        Arrays.setAll(rows, i -> doubles(across));
        return rows;
      }
      if (type == long[][].class) {
        long[][] rows = new long[n][];
        int across = random.nextInt(6);
        Arrays.setAll(rows, i -> longs(across));
        return rows;
      }
      return null;
    }

    private double[] doubles(int n) {
      double scale = random.nextInt(2) == 0 ? 1 : SCALES[random.nextInt(SCALES.length)];
      int kind = random.nextInt(6);
      double constant = random.nextDouble() * scale;
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] =
            switch (kind) {
              case 0 -> constant;
              case 1 -> 0;
              case 2 -> random.nextInt(3) * scale;
              case 3 -> (random.nextDouble() - 0.5) * scale;
              default -> random.nextDouble() * scale;
            };
        if (random.nextInt(60) == 0) {
          values[i] = ODD[random.nextInt(ODD.length)];
        }
      }
      return values;
    }

    private long[] longs(int n) {
      long most =
          new long[] {1, 3, 20, 1_000, 1_000_000_000, Long.MAX_VALUE / 2}[random.nextInt(6)];
      int kind = random.nextInt(4);
      long constant = random.nextLong(most + 1);
      long[] values = new long[n];
      for (int i = 0; i < n; i++) {
        values[i] = kind == 0 ? constant : kind == 1 ? 0 : random.nextLong(most + 1);
        if (random.nextInt(60) == 0) {
          values[i] = random.nextInt(2) == 0 ? -1 : Long.MAX_VALUE;
        }
      }
      return values;
    }
  }
}
