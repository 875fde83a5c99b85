package dev.pacesetter.examples.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares an answer with what is expected.
 *
 * <p>Real numbers agree within {@code |got - expected| <= tol·|expected| + atol}; whole numbers,
 * truth values and texts must be equal, lists as long and objects with the same names. The texts
 * {@code Infinity}, {@code -Infinity} and {@code NaN} stand for those numbers.
 *
 * @param tol relative tolerance
 * @param atol absolute tolerance
 * @param nullSaysNothing whether null agrees with everything; otherwise only with null
 */
public record Comparison(double tol, double atol, boolean nullSaysNothing) {
  /**
   * Returns where an answer first differs.
   *
   * @param path what the answer is called
   * @param expected what is expected
   * @param got what was answered
   * @return the difference, if there is one
   */
  public Optional<Difference> compare(String path, JsonNode expected, JsonNode got) {
    if (expected.isNull() && (nullSaysNothing || got.isNull())) {
      return Optional.empty();
    }
    if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
      return compareElements(path, expected, got);
    }
    if (expected.isObject() && got.isObject()) {
      return compareFields(path, expected, got);
    }
    return agree(expected, got)
        ? Optional.empty()
        : Optional.of(new Difference(path, expected.toString(), got.toString()));
  }

  private Optional<Difference> compareElements(String path, JsonNode expected, JsonNode got) {
    for (int i = 0; i < expected.size(); i++) {
      Optional<Difference> difference = compare(path + "[" + i + "]", expected.get(i), got.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> compareFields(String path, JsonNode expected, JsonNode got) {
    TreeSet<String> names = new TreeSet<>();
    for (Iterator<String> it = expected.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    for (Iterator<String> it = got.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    for (String name : names) {
      String field = path + "." + name;
      if (!expected.has(name) || !got.has(name)) {
        return Optional.of(
            new Difference(
                field,
                expected.has(name) ? expected.get(name).toString() : "nothing",
                got.has(name) ? got.get(name).toString() : "nothing"));
      }
      Optional<Difference> difference = compare(field, expected.get(name), got.get(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private boolean agree(JsonNode expected, JsonNode got) {
    if (!got.isNumber()) {
      return expected.equals(got);
    }
    if (expected.isTextual()) {
      return expected.textValue().equals(Double.toString(got.doubleValue()));
    }
    if (!expected.isNumber()) {
      return false;
    }
    if (expected.isIntegralNumber() && got.isIntegralNumber()) {
      return expected.bigIntegerValue().equals(got.bigIntegerValue());
    }
    double wanted = expected.doubleValue();
    double allowed = tol * Math.abs(wanted) + atol;
    return Math.abs(got.doubleValue() - wanted) <= allowed;
  }
}
