package dev.pacesetter.feedback;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.review.PeerMetric;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Phrases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.immutables.value.Value;

/**
 * What one person is told after a review.
 *
 * <p>Made by {@link Feedback}. The same note gives the same text, to the byte.
 */
@Value.Immutable
@HouseStyle
public abstract class Note {
  static final String PHRASES = "dev.pacesetter.feedback.note";

  /** How many things somebody can work on at a time. */
  static final int MOST_POINTS = 2;

  Note() {}

  /**
   * Returns a builder, for a note that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns who is spoken to.
   *
   * @return the person's id
   */
  public abstract String person();

  /**
   * Returns what people call them.
   *
   * @return the name
   */
  public abstract String personName();

  /**
   * Returns what was reviewed.
   *
   * @return the period
   */
  public abstract Period period();

  /**
   * Returns up to when facts were known.
   *
   * @return the instant
   */
  public abstract Instant asOf();

  /**
   * Returns the day of the review.
   *
   * @return the day
   */
  public abstract LocalDate day();

  /**
   * Returns which share of false statements the round tolerated.
   *
   * @return the false-discovery rate, between 0 and 1
   */
  public abstract double falseDiscoveryRate();

  /**
   * Returns how much of the person's own goals is reached.
   *
   * @return the goals they own, or that are set for their own deals; in the order of the review
   */
  public abstract ImmutableList<GoalAttainment> goals();

  /**
   * Returns what they do better than could be expected.
   *
   * @return findings, the clearest first
   */
  public abstract ImmutableList<Finding> strengths();

  /**
   * Returns what to work on.
   *
   * @return at most two points, the most important first
   */
  public abstract ImmutableList<DevelopmentPoint> developmentPoints();

  /**
   * Returns differences that product mix or the whole team explains.
   *
   * @return the explaining findings, in the order of the rules
   */
  public abstract ImmutableList<Finding> explained();

  /**
   * Returns what cannot be said, because data are missing or too few.
   *
   * @return findings, in the order of the rules
   */
  public abstract ImmutableList<Finding> undecided();

  /**
   * Returns where there is enough data and no difference.
   *
   * @return the metrics in their order
   */
  public abstract ImmutableList<PeerMetric> inLine();

  /**
   * Returns what stands above the note.
   *
   * @param locale Chinese, or English for every other language
   * @return the title with name and period, plain
   */
  public String title(Locale locale) {
    return new NoteText(this, locale).title();
  }

  /**
   * Says the note section by section.
   *
   * @param locale Chinese, or English for every other language
   * @return the sections that have something to say, in order; the text is plain
   */
  public ImmutableList<NoteSection> sections(Locale locale) {
    return new NoteText(this, locale).sections();
  }

  /**
   * Writes the note down.
   *
   * @param locale Chinese, or English for every other language
   * @param format Markdown or plain text
   * @return the text, with {@code \n} at the end of every line
   */
  public String render(Locale locale, Format format) {
    String colon = Phrases.named(PHRASES, locale).say("colon");
    return NoteWriter.of(format).write(title(locale), sections(locale), colon);
  }

  @Value.Check
  void check() {
    checkArgument(
        developmentPoints().size() <= MOST_POINTS,
        "the note for %s has %s development points; at most %s can be worked on at a time",
        person(),
        developmentPoints().size(),
        MOST_POINTS);
  }

  /** Collects a note. */
  public static final class Builder extends ImmutableNote.Builder {
    Builder() {}
  }
}
