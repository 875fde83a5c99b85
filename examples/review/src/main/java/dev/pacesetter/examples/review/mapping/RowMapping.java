package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What each row of a file becomes.
 *
 * @param kind what it becomes
 * @param fields where the values come from; of several, the first that has a value
 * @param entered of an opportunity, when it entered a stage, by the name of the stage
 * @param repeated whether several rows may tell the same of the same id, as when people are taken
 *     from the deals that name them
 */
public record RowMapping(
    RowKind kind,
    ImmutableMap<Field, ImmutableList<FieldMapping>> fields,
    ImmutableMap<String, ImmutableList<FieldMapping>> entered,
    boolean repeated) {

  /**
   * Returns whether rows tell a field.
   *
   * @param field the field
   * @return whether the mapping says where its value comes from
   */
  public boolean tells(Field field) {
    return fields.containsKey(field);
  }
}
