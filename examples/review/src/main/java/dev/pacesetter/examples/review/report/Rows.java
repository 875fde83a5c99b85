package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** The shapes of tables on the page; the template names their parts. */
final class Rows {
  private Rows() {}

  /** A number with what stands below it, and a class for its colour. */
  record Cell(String value, String detail, String status) {
    static Cell of(String value, String detail) {
      return new Cell(value, detail, "");
    }
  }

  /** A line of a table of numbers. */
  record Line(String name, String anchor, ImmutableList<Cell> cells) {}

  /** A line of plain amounts with their sum. */
  record Sums(String name, ImmutableList<String> cells, String sum, boolean total) {}

  /** A finding of a rule, in words, with what it rests on. */
  record Said(
      String rule,
      String title,
      String verdict,
      String verdictName,
      String text,
      @Nullable String repair,
      String why) {}

  /** A figure at the top of the page. */
  record Tile(String label, String value, String note) {}
}
