package dev.pacesetter.plan;

import dev.pacesetter.division.Part;

/** Along what a goal is divided. */
public enum PlanAxis {
  /** Who sells. */
  PERSON("person", "people"),
  /** What is sold. */
  PRODUCT("product", "products"),
  /** When it is sold. */
  MONTH("month", "months");

  private final String one;
  private final String many;

  PlanAxis(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /**
   * Returns how a part of a plan names this axis.
   *
   * @return {@code person}, {@code product} or {@code month}
   */
  public String key() {
    return one;
  }

  /**
   * Returns everything at one place of this axis.
   *
   * @param name the id of a person or product, or the name of a month such as {@code FY2026-07}
   * @return the part, which {@link Part#and} narrows further
   */
  public Part at(String name) {
    return Part.of(one, name);
  }

  /** Returns the word for an error message. */
  String word(int count) {
    return count == 1 ? one : many;
  }
}
