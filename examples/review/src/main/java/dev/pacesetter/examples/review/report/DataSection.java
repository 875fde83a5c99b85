package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.importing.AppliedAlias;
import dev.pacesetter.examples.review.importing.FileCount;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.importing.Note;
import dev.pacesetter.examples.review.importing.Rejection;
import dev.pacesetter.review.BookTotals;
import dev.pacesetter.review.Review;
import dev.pacesetter.review.Scorecard;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Where the numbers come from: files, decisions made in reading, rejected rows, definitions. */
final class DataSection {
  private static final int CONFLICTS_LISTED = 20;

  private record FileRow(String name, String read, String used, String rejected) {}

  private record RejectionRow(String place, String text) {}

  private record DefinitionRow(String name, String id, String text) {}

  private final ReviewResult result;
  private final Wording wording;

  DataSection(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new HashMap<>();
    view.put("dataNotes", notes());
    view.put(
        "files",
        result.imported().files().stream()
            .map(
                file ->
                    new FileRow(
                        file.file() + " (" + file.charset() + ")",
                        wording.count(file.rows()),
                        wording.count(file.used()),
                        wording.count(file.rejected())))
            .toList());
    view.put("hasRejections", result.imported().rejections().total() > 0);
    view.put("rejections", rejections());
    view.put("definitions", definitions());
    return view;
  }

  private ImmutableList<String> notes() {
    Locale locale = wording.language();
    Import imported = result.imported();
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    if (result.review().totals().all() > 0) {
      notes.add(book());
    }
    notes.add(wording.say("data.events", Map.of("events", wording.count(result.facts()))));
    notes.add(
        wording.say(
            "data.rows",
            Map.of(
                "read", wording.count(sum(FileCount::rows)),
                "used", wording.count(sum(FileCount::used)),
                "rejected", wording.count(sum(FileCount::rejected)))));
    if (!result.conflicts().isEmpty()) {
      notes.add(
          wording.say(
              "data.conflicts",
              Map.of(
                  "count", wording.count(result.conflicts().size()),
                  "ids",
                      result.conflicts().stream()
                          .limit(CONFLICTS_LISTED)
                          .collect(Collectors.joining(wording.say("list"))))));
    }
    for (AppliedAlias alias : imported.aliases()) {
      notes.add(alias.message().in(locale));
    }
    for (Note note : imported.notes()) {
      notes.add(note.message().in(locale));
    }
    return notes.build();
  }

  private long sum(ToLongFunction<FileCount> count) {
    return result.imported().files().stream().mapToLong(count).sum();
  }

  /** The book in one sentence. */
  private String book() {
    Review review = result.review();
    BookTotals totals = review.totals();
    return wording.say(
        "data.book",
        Map.of(
            "asOf",
            review.day().toString(),
            "won",
            wording.count(totals.won()),
            "lost",
            wording.count(totals.lost()),
            "stages",
            totals.openByStage().stream()
                .map(
                    stage ->
                        wording.say(
                            "data.stage",
                            Map.of(
                                "count",
                                wording.count(stage.count()),
                                "stage",
                                stage.stage().isEmpty()
                                    ? wording.say("tile.open")
                                    : stage.stage())))
                .collect(Collectors.joining(wording.say("list"))),
            "value",
            wording.money(totals.wonValue())));
  }

  private ImmutableList<RejectionRow> rejections() {
    ImmutableList.Builder<RejectionRow> rows = ImmutableList.builder();
    long total = result.imported().rejections().total();
    for (Rejection rejection : result.imported().rejections().listed()) {
      rows.add(
          new RejectionRow(
              rejection.file() + ":" + rejection.line(),
              rejection.message().in(wording.language())));
    }
    long more = total - result.imported().rejections().listed().size();
    if (more > 0) {
      rows.add(
          new RejectionRow(
              "…", wording.say("rejections.more", Map.of("count", wording.count(more)))));
    }
    return rows.build();
  }

  private ImmutableList<DefinitionRow> definitions() {
    return result.review().scorecards().stream()
        .limit(1)
        .flatMap(card -> card.figures().stream())
        .map(Scorecard.Figure::kpi)
        .map(
            kpi ->
                new DefinitionRow(
                    kpi.name(wording.language()),
                    kpi.id() + " v" + kpi.version(),
                    kpi.definition(wording.language())))
        .collect(ImmutableList.toImmutableList());
  }
}
