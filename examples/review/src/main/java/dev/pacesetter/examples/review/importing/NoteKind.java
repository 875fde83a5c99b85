package dev.pacesetter.examples.review.importing;

/** What was read with a decision the reader should know of. */
public enum NoteKind {
  /** A file the mapping calls optional is not there. */
  FILE_ABSENT,
  /** Teams, people, products or customers are known only from the rows that name them. */
  TAKEN_FROM_ROWS,
  /** A team names a parent that is not there or lies below it; it stands at the top. */
  TEAM_WITHOUT_PARENT,
  /** Deals without any date take effect on the day of the export. */
  UNDATED,
  /** Won or lost deals without a date of closing are closed on the day of the export. */
  UNDATED_CLOSE,
  /** The current stage has no date of its own and is entered on the day of the export. */
  UNDATED_STAGE,
  /** Deals without a date of creation are created with their first dated fact. */
  CREATED_WITH_FIRST_FACT,
  /** Deals are closed before they were created; they are created when they close. */
  CLOSED_BEFORE_CREATED,
  /** Deals entered a stage after they closed; they entered it when they closed. */
  ENTERED_AFTER_CLOSED,
  /**
   * The current value differs from what the last recorded change left; it holds from the closing or
   * the day of the export.
   */
  DIFFERS_FROM_CHANGES,
  /** Something happened after the day of the export. */
  AFTER_EXPORT,
  /** Amounts with more decimals than the currency has are rounded, half to even. */
  ROUNDED
}
