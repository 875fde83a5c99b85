package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.text.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what should be known and keeps the first examples. */
final class Notes {
  private static final class Entry {
    private long count;
    private final List<Message> examples = new ArrayList<>();
  }

  private final Map<NoteKind, Entry> entries = new EnumMap<>(NoteKind.class);

  void add(NoteKind kind, String example, Object... arguments) {
    Entry entry = entries.computeIfAbsent(kind, key -> new Entry());
    entry.count++;
    if (entry.examples.size() < Note.LISTED_AT_MOST) {
      entry.examples.add(Message.of("note.example." + example, arguments));
    }
  }

  ImmutableList<Note> done() {
    return entries.entrySet().stream()
        .map(
            entry ->
                new Note(
                    entry.getKey(),
                    entry.getValue().count,
                    ImmutableList.copyOf(entry.getValue().examples)))
        .collect(ImmutableList.toImmutableList());
  }
}
