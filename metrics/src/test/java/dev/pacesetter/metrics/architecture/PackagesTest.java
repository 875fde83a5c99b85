package dev.pacesetter.metrics.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.pacesetter.metrics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

  @ArchTest
  static final ArchRule formNoCycle =
      slices()
          .matching("dev.pacesetter.metrics.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package answers one question and can be read alone");

  @ArchTest
  static final ArchRule restOnTheRoot =
      noClasses()
          .that()
          .resideInAPackage("dev.pacesetter.metrics")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.pacesetter.metrics.*..")
                  .and(resideOutsideOfPackage("dev.pacesetter.metrics.confidence")))
          .because("a number with its n and its uncertainty is what every other package speaks in");

  @ArchTest
  static final ArchRule meanTheSameByConfidence =
      noClasses()
          .that()
          .resideInAPackage("dev.pacesetter.metrics.confidence")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.pacesetter.metrics..")
                  .and(resideOutsideOfPackage("dev.pacesetter.metrics.confidence")))
          .because("the root speaks of confidence too, so what it means rests on nothing of ours");
}
