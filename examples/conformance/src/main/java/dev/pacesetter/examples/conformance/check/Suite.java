package dev.pacesetter.examples.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;

/** Checks the cases of one format. */
public interface Suite {
  /**
   * Returns whether a case is in this suite's format.
   *
   * @param json the case
   * @return whether to give it to {@link #check}
   */
  boolean accepts(JsonNode json);

  /**
   * Asks the library what a case asks.
   *
   * @param json the case
   * @return the checks in the order of the case
   * @throws MalformedCaseException if the case is not written as the format says
   */
  ImmutableList<Check> check(JsonNode json);
}
