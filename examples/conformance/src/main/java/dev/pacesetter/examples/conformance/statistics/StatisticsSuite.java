package dev.pacesetter.examples.conformance.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.examples.conformance.check.Check;
import dev.pacesetter.examples.conformance.check.Comparison;
import dev.pacesetter.examples.conformance.check.Difference;
import dev.pacesetter.examples.conformance.check.Fields;
import dev.pacesetter.examples.conformance.check.Group;
import dev.pacesetter.examples.conformance.check.MalformedCaseException;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.examples.conformance.check.Suite;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Checks the cases of statistical software; one check a quantity of a case, and one a case of a
 * function of which the library has nothing.
 */
public final class StatisticsSuite implements Suite {
  /** Shows that there is an answer; "feasible" checks whether the library's is one. */
  private static final String EXAMPLE = "witness";

  private static final Reason NOT_IN_LIBRARY = Reason.of("not-in-library");

  @Override
  public boolean accepts(JsonNode json) {
    return json.has("fn");
  }

  @Override
  public ImmutableList<Check> check(JsonNode json) {
    Fields fields = Fields.of(json, "");
    String id = fields.text("id");
    String function = fields.text("fn");
    List<String> parts = Splitter.on('/').splitToList(id);
    if (parts.size() != 3) {
      throw fields.wrong("id", "statistics-id");
    }
    Inputs in = new Inputs(fields.object("in"));
    fields.object("out");
    Comparison comparison = new Comparison(fields.number("tol"), fields.number("atol"), false);
    ImmutableMap<String, Quantity> known = Registry.quantities(parts.get(0), function);
    if (known.isEmpty()) {
      Group whole = new Group(parts.get(0), function, "", "");
      return ImmutableList.of(Check.notExpressible(id, whole, NOT_IN_LIBRARY));
    }
    ImmutableList.Builder<Check> checks = ImmutableList.builder();
    for (Iterator<String> it = json.get("out").fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (json.get("out").get(name).equals(json.get("in").get(name)) || name.equals(EXAMPLE)) {
        continue; // repeats an input, or is one answer of many, which another quantity stands for
      }
      Group group = new Group(parts.get(0), function, name, "");
      Quantity quantity = known.get(name);
      checks.add(
          quantity == null
              ? Check.notExpressible(id, group, NOT_IN_LIBRARY)
              : check(id, group, quantity, in, comparison, json.get("out").get(name)));
    }
    return checks.build();
  }

  private static Check check(
      String id, Group group, Quantity quantity, Inputs in, Comparison comparison, JsonNode out) {
    try {
      return Check.of(id, group, difference(group.aspect(), quantity, in, comparison, out), false);
    } catch (NotExpressibleException e) {
      return Check.notExpressible(id, group, e.reason());
    }
  }

  /** An argument that the library refuses has no answer: right where none is expected. */
  private static Optional<Difference> difference(
      String name, Quantity quantity, Inputs in, Comparison comparison, JsonNode out)
      throws NotExpressibleException {
    try {
      return comparison.compare(name, out, Answers.toJson(quantity.of(in)));
    } catch (MalformedCaseException malformed) {
      throw malformed;
    } catch (RuntimeException refused) {
      boolean saysNo =
          refused instanceof IllegalArgumentException || refused instanceof IllegalStateException;
      return saysNo && out.isNull()
          ? Optional.empty()
          : Optional.of(new Difference(name, out.toString(), refused.toString()));
    }
  }
}
