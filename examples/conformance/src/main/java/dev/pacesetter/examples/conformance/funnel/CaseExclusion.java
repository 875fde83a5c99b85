package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.examples.conformance.check.Fields;

/**
 * An exclusion of a case.
 *
 * @param pattern which events it is
 * @param from the step after which it is active, from 0
 * @param to the step until which it is active
 */
record CaseExclusion(EventPattern pattern, int from, int to) {
  static CaseExclusion parse(JsonNode json, String path, int steps) {
    Fields fields = Fields.of(json, path);
    return new CaseExclusion(
        EventPattern.parse(json, path), step(fields, "from", steps), step(fields, "to", steps));
  }

  static int step(Fields fields, String field, int steps) {
    long step = fields.whole(field);
    if (step < 0 || step >= steps) {
      throw fields.wrong(field, "step");
    }
    return (int) step;
  }
}
