package dev.pacesetter.architecture;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.metrics.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.util.Objects;

@AnalyzeClasses(packages = "dev.pacesetter", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleBoundaryTest {

  /** Packages whose public types serve the module itself and are no promise to anybody. */
  private static final ImmutableSet<String> INTERNAL =
      ImmutableSet.of(
          "dev.pacesetter.style",
          "dev.pacesetter.metrics.style",
          "dev.pacesetter.metrics.column",
          "dev.pacesetter.metrics.confidence");

  private static final ImmutableSet<String> EXPORTED =
      Sets.union(exportsBeside(Ratio.class), exportsBeside(Period.class)).immutableCopy();

  @ArchTest
  static void aPackageIsExportedOrInternal(JavaClasses classes) {
    ImmutableSet<String> withPublicTypes =
        classes.stream()
            .filter(ModuleBoundaryTest::isReachable)
            .map(JavaClass::getPackageName)
            .collect(toImmutableSet());

    assertThat(EXPORTED)
        .as("exports of both modules: whatever has public types and is not internal")
        .containsExactlyInAnyOrderElementsOf(Sets.difference(withPublicTypes, INTERNAL));
  }

  @ArchTest
  static final ArchRule theApiSpeaksOfItselfAlone =
      classes()
          .that()
          .resideInAnyPackage(EXPORTED.toArray(new String[0]))
          .should(mentionOnlyExportedTypes())
          .because("a caller cannot name a type that the module keeps to itself");

  private static ArchCondition<JavaClass> mentionOnlyExportedTypes() {
    return new ArchCondition<>("mention only exported public types in what a caller can reach") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (isReachable(type)) {
          type.getMembers().stream()
              .filter(ModuleBoundaryTest::isPromised)
              .forEach(member -> checkMember(member, events));
        }
      }
    };
  }

  private static void checkMember(JavaMember member, ConditionEvents events) {
    for (JavaClass involved : member.getAllInvolvedRawTypes()) {
      JavaClass mentioned = involved.getBaseComponentType();
      if (isOurs(mentioned) && !(isReachable(mentioned) && isExported(mentioned))) {
        events.add(
            SimpleConditionEvent.violated(
                member, member.getDescription() + " mentions " + mentioned.getName()));
      }
    }
  }

  private static boolean isPromised(JavaMember member) {
    return (member.getModifiers().contains(JavaModifier.PUBLIC)
            || member.getModifiers().contains(JavaModifier.PROTECTED))
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isReachable(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ModuleBoundaryTest::isReachable).orElse(true);
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith("dev.pacesetter.");
  }

  private static boolean isExported(JavaClass type) {
    return EXPORTED.contains(type.getPackageName());
  }

  /** Returns what the module of a class exports, as its compiled descriptor says. */
  private static ImmutableSet<String> exportsBeside(Class<?> type) {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    URL found = Objects.requireNonNull(type.getResource(path));
    URI descriptor = URI.create(found.toString().replace(path, "/module-info.class"));
    try (InputStream in = descriptor.toURL().openStream()) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(exported -> !exported.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(toImmutableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
