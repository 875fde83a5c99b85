package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.examples.conformance.check.Check;
import dev.pacesetter.examples.conformance.check.Comparison;
import dev.pacesetter.examples.conformance.check.Difference;
import dev.pacesetter.examples.conformance.check.Fields;
import dev.pacesetter.examples.conformance.check.Group;
import dev.pacesetter.examples.conformance.check.MalformedCaseException;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.examples.conformance.check.Suite;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Checks the cases of funnel engines; one check a case. */
public final class FunnelSuite implements Suite {
  /** Times are given in decimals and may have gone through days. */
  static final Comparison COMPARISON = new Comparison(1e-9, 0, true);

  private static final ImmutableSet<String> FUNNELS =
      ImmutableSet.of("ordered", "strict", "unordered");

  @Override
  public boolean accepts(JsonNode json) {
    return json.has("dialect");
  }

  @Override
  public ImmutableList<Check> check(JsonNode json) {
    Fields fields = Fields.of(json, "");
    String id = fields.text("id");
    TreeSet<String> options = new TreeSet<>();
    fields.listOrNone("options").forEach(option -> options.add(option.asText()));
    Group group =
        new Group("funnel", fields.text("dialect"), fields.text("mode"), String.join("+", options));
    if (!FUNNELS.contains(group.aspect())) {
      return ImmutableList.of(Check.notExpressible(id, group, Reason.of("mode", group.aspect())));
    }
    FunnelCase asked = FunnelCase.parse(json);
    try {
      return ImmutableList.of(Check.of(id, group, difference(asked), asked.isDoubtful()));
    } catch (NotExpressibleException e) {
      return ImmutableList.of(Check.notExpressible(id, group, e.reason()));
    }
  }

  private static Optional<Difference> difference(FunnelCase asked) throws NotExpressibleException {
    Profile profile = Profiles.of(asked);
    ImmutableList<Row> rows = profile.preparation().prepare(Matching.rows(asked));
    ImmutableMap<String, JsonNode> answers;
    try {
      answers = Expectations.answers(asked, profile, rows);
    } catch (MalformedCaseException malformed) {
      throw malformed;
    } catch (RuntimeException refused) {
      // Whatever the engine throws is its answer, and not the expected one.
      return Optional.of(
          new Difference("expected", asked.expected().toString(), refused.toString()));
    }
    for (Map.Entry<String, JsonNode> answer : answers.entrySet()) {
      String name = answer.getKey();
      JsonNode expected = asked.expected().get(name);
      Optional<Difference> difference =
          COMPARISON.compare(
              name, name.equals("entered") ? sorted(expected) : expected, answer.getValue());
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static JsonNode sorted(JsonNode names) {
    TreeSet<String> sorted = new TreeSet<>();
    names.forEach(name -> sorted.add(name.asText()));
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    sorted.forEach(result::add);
    return result;
  }
}
