package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.pacesetter.examples.review.text.Message;
import java.util.Locale;

/** What was read and what was not, in words. */
final class ImportSummary {
  private ImportSummary() {}

  static ImmutableList<String> of(Import read, Locale locale) {
    ImmutableList.Builder<Message> lines = ImmutableList.builder();
    lines.add(
        Message.of(
            "summary.head",
            read.title(),
            read.exportedOn(),
            read.events().size(),
            read.organization().people().size(),
            read.quotas().size()));
    read.files().forEach(file -> lines.add(file.message()));
    ImmutableListMultimap<Message, AppliedAlias> byColumn =
        Multimaps.index(
            read.aliases(), alias -> Message.of("summary.aliases", alias.file(), alias.column()));
    byColumn
        .asMap()
        .forEach(
            (column, aliases) ->
                lines.add(
                    Message.of(
                        "summary.of",
                        column,
                        aliases.stream().map(AppliedAlias::message).toList())));
    read.notes().forEach(note -> lines.add(note.message()));
    if (!read.notRecorded().isEmpty()) {
      lines.add(
          Message.of(
              "summary.not-recorded",
              read.notRecorded().stream().map(fact -> Message.of("fact." + fact)).toList()));
    }
    lines.addAll(of(read.rejections()));
    return lines.build().stream()
        .map(line -> line.in(locale))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the counts by reason and the listed rejections. */
  static ImmutableList<Message> of(Rejections rejections) {
    ImmutableList.Builder<Message> lines = ImmutableList.builder();
    if (rejections.total() > 0) {
      lines.add(Message.of("summary.rejected", rejections.total(), rejections.listed().size()));
      rejections
          .counts()
          .forEach(
              (reason, count) ->
                  lines.add(Message.of("summary.reason", Message.of("reason." + reason), count)));
      rejections.listed().forEach(rejection -> lines.add(rejection.message()));
    }
    return lines.build();
  }
}
