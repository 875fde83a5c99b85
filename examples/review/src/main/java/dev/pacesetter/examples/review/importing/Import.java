package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.text.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/**
 * A CRM export, read: what it says, and what could not be used of it.
 *
 * <p>Reading the same files again gives the same facts under the same ids, in the same order.
 *
 * @param source the short name of the export; every fact's id starts with it
 * @param title what people call the export
 * @param exportedOn the day of the export
 * @param currency the currency of amounts that do not name one
 * @param calendar the fiscal calendar
 * @param organization who sells what to whom
 * @param events the facts, in the order of the files
 * @param quotas what is to be sold, in the order of the files
 * @param recorded what the export records; nothing can be said about the rest
 * @param files how many rows of each file could be used, in the order of the files
 * @param aliases the spellings read as others, in the order in which they were first met
 * @param notes what was read with a decision the reader should know of
 * @param rejections the rows that could not be used
 */
public record Import(
    String source,
    Text title,
    LocalDate exportedOn,
    CurrencyUnit currency,
    FiscalCalendar calendar,
    Organization organization,
    ImmutableList<SalesEvent> events,
    ImmutableList<Quota> quotas,
    ImmutableSet<Fact> recorded,
    ImmutableList<FileCount> files,
    ImmutableList<AppliedAlias> aliases,
    ImmutableList<Note> notes,
    Rejections rejections) {

  /**
   * Reads an export.
   *
   * <p>A row that cannot be used is rejected as a whole and counted; the others go on. A file that
   * cannot be trusted (not CSV, not in its encoding, without a column it needs, with an endless
   * line) ends the import, because half a file would give wrong numbers.
   *
   * @param mapping what the files mean
   * @param folder where the files are
   * @param progress is told how far the import has come
   * @return the import
   * @throws ImportException if a file cannot be used, or no row could be
   */
  public static Import read(ImportMapping mapping, Path folder, ImportProgress progress) {
    return new Importer(mapping, folder, progress).read();
  }

  /**
   * Returns the facts as a journal.
   *
   * @return the journal
   */
  public Journal journal() {
    return Journal.of(events);
  }

  /**
   * Returns what the export does not record.
   *
   * @return the facts nothing can be said about, in the order in which they are declared
   */
  public ImmutableSet<Fact> notRecorded() {
    return Sets.immutableEnumSet(Sets.difference(EnumSet.allOf(Fact.class), recorded));
  }

  /**
   * Returns what was read and what was not, in words.
   *
   * @param locale the reader's language
   * @return one statement a line: files, aliases, notes, what is not recorded, rejections
   */
  public ImmutableList<String> summary(Locale locale) {
    return ImportSummary.of(this, locale);
  }
}
