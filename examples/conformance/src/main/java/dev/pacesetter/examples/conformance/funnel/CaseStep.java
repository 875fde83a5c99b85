package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A step of a case.
 *
 * @param pattern which events match
 * @param isOptional whether it may be skipped
 * @param isFirstTime whether only the subject's first ever matching event counts
 */
record CaseStep(EventPattern pattern, boolean isOptional, boolean isFirstTime) {
  static CaseStep parse(JsonNode json, String path) {
    return new CaseStep(
        EventPattern.parse(json, path),
        json.path("optional").asBoolean(),
        json.path("first_time").asBoolean());
  }
}
