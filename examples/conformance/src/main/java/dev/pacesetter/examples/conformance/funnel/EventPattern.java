package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.conformance.check.Fields;

/**
 * Which events are meant.
 *
 * @param event the name; empty for any
 * @param eventNot a name that is not meant; empty for none
 * @param where conditions that must all hold
 */
record EventPattern(String event, String eventNot, ImmutableList<Condition> where) {
  static EventPattern parse(JsonNode json, String path) {
    if (json.isTextual()) {
      return new EventPattern(json.textValue(), "", ImmutableList.of());
    }
    Fields fields = Fields.of(json, path);
    ImmutableList.Builder<Condition> where = ImmutableList.builder();
    for (JsonNode condition : fields.listOrNone("where")) {
      where.add(Condition.parse(Fields.of(condition, fields.path("where"))));
    }
    return new EventPattern(fields.text("event", ""), fields.text("event_not", ""), where.build());
  }

  boolean matches(CaseEvent candidate) {
    return (event.isEmpty() || event.equals(candidate.event()))
        && (eventNot.isEmpty() || !eventNot.equals(candidate.event()))
        && where.stream().allMatch(condition -> condition.holds(candidate.props()));
  }
}
