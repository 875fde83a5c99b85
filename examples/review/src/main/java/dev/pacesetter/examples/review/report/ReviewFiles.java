package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.feedback.Format;
import dev.pacesetter.feedback.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what a run found: a page and notes in each language, and the numbers as JSON. */
public final class ReviewFiles {
  private ReviewFiles() {}

  /**
   * Writes the files. The same result gives the same bytes.
   *
   * @param result what the run found
   * @param folder where to write
   * @param languages at least one; the first page is {@code review.html} when it is English
   * @return the files and folders written, in their order
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(ReviewResult result, Path folder, ImmutableList<Locale> languages)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Locale language : languages) {
      Path page = folder.resolve(pageName(language));
      Files.writeString(page, ReviewPage.of(result, language, languages), StandardCharsets.UTF_8);
      written.add(page);
      Path notes = folder.resolve("notes").resolve(language.getLanguage());
      Files.createDirectories(notes);
      clear(notes);
      for (Note note : result.notes()) {
        Files.writeString(
            notes.resolve(Anchors.of(note.person()) + ".md"),
            note.render(language, Format.MARKDOWN),
            StandardCharsets.UTF_8);
      }
      written.add(notes);
      if (result.tasks().isPresent()) {
        Path calendar = folder.resolve(name("plan", language, "ics"));
        Files.writeString(
            calendar, PlanFile.of(result, result.tasks().get(), language), StandardCharsets.UTF_8);
        written.add(calendar);
      }
    }
    Path json = folder.resolve("review.json");
    Files.writeString(json, ReviewJson.of(result), StandardCharsets.UTF_8);
    written.add(json);
    return written;
  }

  /** Removes the notes of an earlier run, which may be of people who have left since. */
  private static void clear(Path notes) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(notes, "person-*.md")) {
      for (Path note : old) {
        Files.delete(note);
      }
    }
  }

  /** The name of the page in a language. */
  static String pageName(Locale language) {
    return name("review", language, "html");
  }

  private static String name(String name, Locale language, String ending) {
    return language.equals(Locale.ENGLISH)
        ? name + "." + ending
        : name + "." + language.getLanguage() + "." + ending;
  }
}
