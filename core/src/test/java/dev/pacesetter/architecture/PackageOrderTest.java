package dev.pacesetter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(
    packages = "dev.pacesetter",
    importOptions = {ImportOption.DoNotIncludeTests.class, OnlyCore.class})
class PackageOrderTest {

  private static final String ROOT = "dev.pacesetter";

  /** From the ground up: a package uses those before it, never one after it. */
  private static final ImmutableList<String> ORDER =
      ImmutableList.of(
          "style",
          "text",
          "division",
          "calendar",
          "organization",
          "journal",
          "kpi",
          "rule",
          "goal",
          "plan.capacity",
          "plan",
          "plan.need",
          "plan.resource",
          "plan.task",
          "plan.initiative",
          "plan.check",
          "monitor",
          "review",
          "feedback",
          "coaching",
          "adjust",
          "");

  @ArchTest
  static final ArchRule everyPackageHasItsPlace =
      classes()
          .should(havePlace())
          .because("a new package says in PackageOrderTest what it stands on");

  @ArchTest
  static final ArchRule aPackageStandsOnThoseBelowIt =
      classes()
          .should(useNothingAbove())
          .because(
              "a goal can exist before anybody has planned for it, and a fact before anybody"
                  + " measures it");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices()
          .matching("dev.pacesetter.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package");

  @ArchTest
  static void theGroundIsThere(JavaClasses classes) {
    assertThat(classes.stream().map(PackageOrderTest::place).distinct())
        .contains("style", "calendar", "organization", "journal");
  }

  private static ArchCondition<JavaClass> havePlace() {
    return new ArchCondition<>("have a place in the order of packages") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!ORDER.contains(place(type))) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " is in no package of " + ORDER));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> useNothingAbove() {
    return new ArchCondition<>("use nothing above their package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (OnlyCore.contains(target)
              && ORDER.indexOf(place(target)) > ORDER.indexOf(place(type))) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Returns the name of the package below the root, empty for the root itself. */
  private static String place(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
