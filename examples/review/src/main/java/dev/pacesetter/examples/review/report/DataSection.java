package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.pacesetter.examples.review.importing.AppliedAlias;
import dev.pacesetter.examples.review.importing.FileCount;
import dev.pacesetter.examples.review.importing.Import;
import dev.pacesetter.examples.review.importing.Note;
import dev.pacesetter.examples.review.importing.Rejection;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.review.BookTotals;
import dev.pacesetter.review.Scorecard;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                        wording.say(
                            "data.file", Map.of("file", file.file(), "charset", file.charset())),
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
      notes.addAll(book());
    }
    notes.add(wording.say("data.events", Map.of("events", result.facts())));
    notes.add(
        wording.say(
            "data.rows",
            Map.of(
                "read", sum(FileCount::rows),
                "used", sum(FileCount::used),
                "rejected", sum(FileCount::rejected))));
    if (!result.conflicts().isEmpty()) {
      notes.add(
          wording.say(
              "data.conflicts",
              Map.of(
                  "count", result.conflicts().size(),
                  "ids",
                      result.conflicts().stream()
                          .limit(CONFLICTS_LISTED)
                          .collect(Collectors.joining(wording.say("list"))))));
    }
    Multimaps.index(
            imported.aliases(),
            alias -> Message.of("summary.aliases", alias.file(), alias.column()))
        .asMap()
        .forEach(
            (column, aliases) ->
                notes.add(
                    Message.of(
                            "summary.of",
                            column,
                            aliases.stream().map(AppliedAlias::message).toList())
                        .in(locale)));
    for (Note note : imported.notes()) {
      notes.add(note.message().in(locale));
    }
    return notes.build();
  }

  private long sum(ToLongFunction<FileCount> count) {
    return result.imported().files().stream().mapToLong(count).sum();
  }

  /** How many deals there are, and what the won ones are worth where that is recorded. */
  private ImmutableList<String> book() {
    BookTotals totals = result.review().totals();
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    parts.add(wording.say("data.won", Map.of("count", totals.won())));
    parts.add(wording.say("data.lost", Map.of("count", totals.lost())));
    for (BookTotals.StageCount stage : totals.openByStage()) {
      parts.add(
          stage.stage().isEmpty()
              ? wording.say("data.open", Map.of("count", stage.count()))
              : wording.say("data.stage", Map.of("count", stage.count(), "stage", stage.stage())));
    }
    ImmutableList.Builder<String> sentences = ImmutableList.builder();
    sentences.add(
        wording.say(
            "data.book",
            Map.of(
                "asOf",
                result.review().day().toString(),
                "parts",
                String.join(wording.say("list"), parts.build()))));
    if (!result.review().notRecorded().contains(Kpis.WON_VALUE)) {
      sentences.add(wording.say("data.value", Map.of("value", wording.money(totals.wonValue()))));
    }
    return sentences.build();
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

  /** Of what is on the cards, then of what only goals are about. */
  private ImmutableList<DefinitionRow> definitions() {
    Stream<Kpi> onCards =
        result.review().scorecards().stream()
            .limit(1)
            .flatMap(card -> card.figures().stream())
            .map(Scorecard.Figure::kpi);
    Stream<Kpi> ofGoals = result.assessments().stream().map(assessment -> assessment.goal().kpi());
    return Stream.concat(onCards, ofGoals)
        .distinct()
        .map(
            kpi ->
                new DefinitionRow(
                    kpi.name(wording.language()),
                    kpi.id() + " v" + kpi.version(),
                    kpi.definition(wording.language())))
        .collect(ImmutableList.toImmutableList());
  }
}
