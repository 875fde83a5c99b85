package dev.pacesetter.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out {@code metrics}, which has the same root package and is a module of its own. */
final class OnlyCore implements ImportOption {

  @Override
  public boolean includes(Location location) {
    return !location.contains("/dev/pacesetter/metrics/");
  }

  static boolean contains(JavaClass type) {
    String name = type.getPackageName();
    return (name + ".").startsWith("dev.pacesetter.")
        && !(name + ".").startsWith("dev.pacesetter.metrics.");
  }
}
