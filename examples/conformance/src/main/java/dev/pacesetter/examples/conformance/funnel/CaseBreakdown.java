package dev.pacesetter.examples.conformance.funnel;

import dev.pacesetter.examples.conformance.check.Fields;

/**
 * The groups a case asks for.
 *
 * @param prop the property whose values are the groups
 * @param attribution which event says the group
 * @param step the step for {@code step}, otherwise 0
 */
record CaseBreakdown(String prop, String attribution, int step) {
  static CaseBreakdown parse(Fields fields, int steps) {
    return new CaseBreakdown(
        fields.text("prop"),
        fields.text("attribution", "first_touch"),
        fields.has("step") ? CaseExclusion.step(fields, "step", steps) : 0);
  }
}
