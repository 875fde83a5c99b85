package dev.pacesetter.rule;

/**
 * The value a parameter had when a rule judged.
 *
 * @param name the parameter
 * @param value the value that was in force
 * @param standard the value unless somebody sets another
 */
public record Setting(String name, double value, double standard) {

  /**
   * Returns whether somebody set another value than the standard.
   *
   * @return whether value and standard differ
   */
  public boolean isChanged() {
    return Double.compare(value, standard) != 0;
  }
}
