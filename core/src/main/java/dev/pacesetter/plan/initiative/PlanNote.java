package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import java.time.LocalDate;

/**
 * What somebody knows that no number tells, written down when they knew it.
 *
 * @param id stable and unique among notes
 * @param kind of what it speaks
 * @param author the id of the person who wrote it
 * @param day when it was written
 * @param subject which part of the business it is about
 * @param text what was written, in the languages somebody worded it in
 */
public record PlanNote(
    String id, Kind kind, String author, LocalDate day, Scope subject, Text text) {

  /** Of what a note speaks. */
  public enum Kind {
    /** The market: competitors, prices, regulation, demand. */
    MARKET,
    /** What customers need. */
    CUSTOMER_NEED,
    /** How products fit what customers need. */
    PRODUCT_FIT
  }

  /**
   * Checks that nothing is blank.
   *
   * @throws IllegalArgumentException if the id, the author or the text is
   */
  public PlanNote {
    checkArgument(!id.isBlank(), "a note id is '%s'; it must not be blank", id);
    checkArgument(!author.isBlank(), "note %s is by '%s'; it must not be blank", id, author);
    checkArgument(
        text.wordings().stream().noneMatch(String::isBlank),
        "note %s says '%s'; it must not be blank",
        id,
        text);
  }
}
