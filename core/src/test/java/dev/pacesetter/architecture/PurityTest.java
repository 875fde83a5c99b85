package dev.pacesetter.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Looks at {@code metrics} too, which stands below and is held to the same. */
@AnalyzeClasses(packages = "dev.pacesetter", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

  @ArchTest static final ArchRule noClock = Purity.NO_CLOCK;

  @ArchTest static final ArchRule noUnseededRandomness = Purity.NO_UNSEEDED_RANDOMNESS;

  @ArchTest static final ArchRule noDefaultsOfTheMachine = Purity.NO_DEFAULTS_OF_THE_MACHINE;

  @ArchTest static final ArchRule noStaticState = Purity.NO_STATIC_STATE;

  @ArchTest static final ArchRule noStandardStreams = Purity.NO_STANDARD_STREAMS;

  @ArchTest static final ArchRule noJavaUtilLogging = Purity.NO_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule noThreads = Purity.NO_THREADS;
}
