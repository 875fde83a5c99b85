package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field comes from.
 *
 * <p>The value is taken from the column, or is the constant. White space around it is dropped, then
 * {@code drop}; what is then empty or one of {@code empty} is no value. Otherwise aliases are read
 * as what they stand for, lookups follow one another, and {@code drop} is dropped of what they
 * gave.
 *
 * @param column the column, null for a constant
 * @param constant the constant, null for a column
 * @param drop what is dropped at the start of the value, often nothing
 * @param empty spellings of no value, beside the empty text
 * @param aliases what is read in place of what
 * @param lookups files through which the value is exchanged, in order
 * @param dates how dates are written
 */
public record FieldMapping(
    @Nullable String column,
    @Nullable String constant,
    String drop,
    ImmutableSet<String> empty,
    ImmutableMap<String, String> aliases,
    ImmutableList<Lookup> lookups,
    DatePattern dates) {}
