package dev.pacesetter.metrics.funnel;

/** In which order the rows of one subject and one instant are taken. */
public enum InstantOrder {
  /**
   * By sequence number where the table has them. Rows alike in time and sequence number have no
   * order of their own: exclusions act before steps, and the steps are taken in whichever order
   * makes the chain longest. {@code meeting} and {@code lead} at noon go through {@code lead >
   * meeting} whichever came in first.
   *
   * <p>Where what lies between rows matters (strict order, {@link Repeats#BREAK}) and with {@link
   * Ties#STRICTLY_LATER} in order they are taken by the lowest step they match: rows of no step
   * first, and of several with the same lowest step those that match fewer and lower ones.
   *
   * <p>The order of arrival changes no count. It decides only which of several rows that match the
   * same steps at one instant is named as evidence, with its value and its group. The default.
   */
  BY_STEP,
  /**
   * By sequence number where the table has them, otherwise as they were given to the table. {@code
   * meeting} before {@code lead} at noon reaches one step of {@code lead > meeting}.
   */
  AS_GIVEN
}
