package dev.pacesetter.examples.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;

/** The fields of a JSON object, or an error that names field, value and what is allowed. */
public final class Fields {
  private static final int LONGEST = 60;

  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Returns the fields of an object.
   *
   * @param node the object
   * @param path what it is called in errors; empty for the case itself
   * @return its fields
   * @throws MalformedCaseException if it is not an object
   */
  public static Fields of(JsonNode node, String path) {
    if (!node.isObject()) {
      throw malformed(path, node, "object");
    }
    return new Fields(node, path);
  }

  /**
   * Returns the name of a field in errors.
   *
   * @param field the field
   * @return its path from the case
   */
  public String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /**
   * Returns whether a field is there and not null.
   *
   * @param field the field
   * @return whether it has a value
   */
  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /**
   * Returns a field of any kind.
   *
   * @param field the field
   * @return its value; a missing node where there is none
   */
  public JsonNode get(String field) {
    return object.path(field);
  }

  /**
   * Returns a text.
   *
   * @param field the field
   * @return the text
   * @throws MalformedCaseException if it is missing or no text
   */
  public String text(String field) {
    JsonNode value = get(field);
    if (!value.isTextual()) {
      throw wrong(field, "text");
    }
    return value.textValue();
  }

  /**
   * Returns a text that may be missing or null.
   *
   * @param field the field
   * @param otherwise what to return then
   * @return the text
   * @throws MalformedCaseException if it is no text
   */
  public String text(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /**
   * Returns a whole number.
   *
   * @param field the field
   * @return the number
   * @throws MalformedCaseException if it is missing or no whole number
   */
  public long whole(String field) {
    JsonNode value = get(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "whole");
    }
    return value.longValue();
  }

  /**
   * Returns a number.
   *
   * @param field the field
   * @return the number
   * @throws MalformedCaseException if it is missing or no number
   */
  public double number(String field) {
    JsonNode value = get(field);
    if (!value.isNumber()) {
      throw wrong(field, "number");
    }
    return value.doubleValue();
  }

  /**
   * Returns an object.
   *
   * @param field the field
   * @return its fields
   * @throws MalformedCaseException if it is missing or no object
   */
  public Fields object(String field) {
    return of(get(field), path(field));
  }

  /**
   * Returns a list.
   *
   * @param field the field
   * @return its elements
   * @throws MalformedCaseException if it is missing or no list
   */
  public ImmutableList<JsonNode> list(String field) {
    JsonNode value = get(field);
    if (!value.isArray()) {
      throw wrong(field, "list");
    }
    return ImmutableList.copyOf(value);
  }

  /**
   * Returns a list of objects.
   *
   * @param field the field
   * @return the fields of each
   * @throws MalformedCaseException if it is missing or no list of objects
   */
  public ImmutableList<Fields> objects(String field) {
    ImmutableList.Builder<Fields> objects = ImmutableList.builder();
    int number = 0;
    for (JsonNode element : list(field)) {
      objects.add(of(element, path(field) + "[" + number++ + "]"));
    }
    return objects.build();
  }

  /**
   * Returns a list that may be missing or null.
   *
   * @param field the field
   * @return its elements, none where there is no list
   * @throws MalformedCaseException if it is no list
   */
  public ImmutableList<JsonNode> listOrNone(String field) {
    return has(field) ? list(field) : ImmutableList.of();
  }

  /**
   * Returns the error of a field.
   *
   * @param field the field
   * @param allowed what it must be, the name of a text
   * @return the error, to be thrown
   */
  public MalformedCaseException wrong(String field, String allowed) {
    return malformed(path(field), get(field), allowed);
  }

  private static MalformedCaseException malformed(String path, JsonNode value, String allowed) {
    String text = value.isMissingNode() ? "" : value.toString();
    return new MalformedCaseException(
        path, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...", allowed);
  }
}
