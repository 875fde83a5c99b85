package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;

/**
 * A file of the export.
 *
 * @param path where it is, from the folder of the export
 * @param format how it is written
 * @param optional whether the export may come without it
 * @param rows what its rows become; nothing for a file that only serves lookups
 */
public record SourceFile(
    String path, CsvFormat format, boolean optional, ImmutableList<RowMapping> rows) {}
