package dev.pacesetter.feedback;

import com.google.common.collect.ImmutableList;

/**
 * A part of a note in words, for a page to lay out. The text is plain: whoever puts it into markup
 * has to escape it.
 *
 * @param kind what the section is about
 * @param heading the heading in the language of the note
 * @param items what it says, in order; at least one
 */
public record NoteSection(Kind kind, String heading, ImmutableList<Item> items) {

  /** What a section is about, in the order of a note. */
  public enum Kind {
    /** What the note rests on. */
    BASIS,
    /** How much of the own goals is reached. */
    GOALS,
    /** Supported strengths. */
    STRENGTHS,
    /** What to work on. */
    DEVELOPMENT,
    /** Differences that have another cause than the person. */
    EXPLAINED,
    /** What cannot be said yet, and what it takes. */
    UNDECIDED,
    /** Where there is enough data and no difference. */
    IN_LINE
  }

  /**
   * A statement.
   *
   * @param text one or two sentences
   * @param details what belongs to it, in order; may be empty
   */
  public record Item(String text, ImmutableList<Detail> details) {}

  /**
   * A detail of a statement.
   *
   * @param kind what it tells
   * @param label what it is called
   * @param text what it says
   */
  public record Detail(DetailKind kind, String label, String text) {}

  /** What a detail tells. */
  public enum DetailKind {
    /** The numbers behind the statement. */
    EVIDENCE,
    /** What to try. */
    ACTION,
    /** Which training fits. */
    TRAINING,
    /** Who does it. */
    OWNER,
    /** By when. */
    DUE,
    /** Which metric will show it. */
    CHECK
  }
}
