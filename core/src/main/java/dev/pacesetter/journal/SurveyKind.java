package dev.pacesetter.journal;

/** Which question a customer was asked. */
public enum SurveyKind {
  /** How satisfied are you: 1 to 5. */
  CSAT(1, 5),
  /** How likely are you to recommend us: 0 to 10. */
  NPS(0, 10);

  private final int lowest;
  private final int highest;

  SurveyKind(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * Returns the lowest answer.
   *
   * @return the lower end of the scale
   */
  public int lowest() {
    return lowest;
  }

  /**
   * Returns the highest answer.
   *
   * @return the upper end of the scale
   */
  public int highest() {
    return highest;
  }
}
