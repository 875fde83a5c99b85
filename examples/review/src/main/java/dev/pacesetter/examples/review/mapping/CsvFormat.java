package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param separator what stands between two values, one character or more
 * @param columns the names of the columns; none where the first row is a header with the names
 * @param rowEnd what stands at the end of a row before the line ends, often nothing
 * @param charset the encoding of a file that is neither UTF-8 nor UTF-16; null where there must be
 *     no such file
 * @param quote what stands around a value that contains the separator; null where nothing does
 * @param decimal what stands before the decimals of a number
 * @param grouping what stands between the thousands of a number; null where nothing does
 */
public record CsvFormat(
    String separator,
    ImmutableList<String> columns,
    String rowEnd,
    @Nullable String charset,
    @Nullable Character quote,
    char decimal,
    @Nullable Character grouping) {

  /** Comma, header row, double quotes, decimal point. */
  public static final CsvFormat STANDARD =
      new CsvFormat(",", ImmutableList.of(), "", null, '"', '.', null);

  /**
   * Returns whether the first row is a header.
   *
   * @return whether the file names its columns
   */
  public boolean hasHeader() {
    return columns.isEmpty();
  }
}
