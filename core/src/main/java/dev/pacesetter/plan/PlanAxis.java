package dev.pacesetter.plan;

/** Along what a goal is divided. */
public enum PlanAxis {
  /** Who sells. */
  PERSON(0, "person", "people"),
  /** What is sold. */
  PRODUCT(1, "product", "products"),
  /** When it is sold. */
  MONTH(2, "month", "months");

  private final int place;
  private final String one;
  private final String many;

  PlanAxis(int place, String one, String many) {
    this.place = place;
    this.one = one;
    this.many = many;
  }

  /** Returns which dimension of a table this is. */
  int place() {
    return place;
  }

  /** Returns the word for an error message. */
  String word(int count) {
    return count == 1 ? one : many;
  }
}
