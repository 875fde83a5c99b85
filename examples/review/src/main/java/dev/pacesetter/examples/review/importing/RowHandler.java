package dev.pacesetter.examples.review.importing;

/** Makes something of the current row. */
@FunctionalInterface
interface RowHandler {
  /**
   * Takes the current row.
   *
   * @throws Rejected if it cannot be used; nothing of it is then kept
   */
  void accept();
}
