package dev.pacesetter.feedback;

import dev.pacesetter.feedback.NoteSection.Detail;
import dev.pacesetter.feedback.NoteSection.Item;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes sections down. Names come from outside: no character of theirs becomes markup. */
abstract class NoteWriter {
  /** Line breaks, other controls, and characters that turn the direction of text around. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  static NoteWriter of(Format format) {
    return switch (format) {
      case MARKDOWN -> new Markdown();
      case PLAIN -> new Plain();
    };
  }

  /** Writes a note; the colon stands between a label and its text, with the space it needs. */
  final String write(String title, List<NoteSection> sections, String colon) {
    StringBuilder text = new StringBuilder();
    text.append(title(oneLine(title)));
    for (NoteSection section : sections) {
      text.append('\n').append(heading(oneLine(section.heading())));
      for (Item item : section.items()) {
        text.append("- ").append(escape(oneLine(item.text()))).append('\n');
        for (Detail detail : item.details()) {
          text.append("  - ")
              .append(label(oneLine(detail.label())))
              .append(colon)
              .append(escape(oneLine(detail.text())))
              .append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String oneLine(String text) {
    return INVISIBLE.matcher(text).replaceAll(" ").strip();
  }

  abstract String title(String text);

  abstract String heading(String text);

  abstract String label(String text);

  abstract String escape(String text);

  private static final class Plain extends NoteWriter {
    @Override
    String title(String text) {
      return text + "\n";
    }

    @Override
    String heading(String text) {
      return text + "\n";
    }

    @Override
    String label(String text) {
      return text;
    }

    @Override
    String escape(String text) {
      return text;
    }
  }

  private static final class Markdown extends NoteWriter {
    private static final Pattern ANYWHERE =
        Pattern.compile("[\\\\`*_{}\\[\\]|~$!]|:(?=//)|(?<=[wW]{3})\\.");
    private static final Pattern AT_THE_START = Pattern.compile("^([#+=:-]|\\d+(?=[.)]))");

    @Override
    String title(String text) {
      return "# " + escape(text) + "\n";
    }

    @Override
    String heading(String text) {
      return "## " + escape(text) + "\n\n";
    }

    @Override
    String label(String text) {
      return "**" + escape(text) + "**";
    }

    @Override
    String escape(String text) {
      String marked = ANYWHERE.matcher(text).replaceAll("\\\\$0");
      String entities = marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      return AT_THE_START.matcher(entities).replaceFirst(Markdown::escapeStart);
    }

    private static String escapeStart(MatchResult start) {
      String mark = start.group();
      // A number is a list mark only with what follows it, so that is what must be escaped.
      return Character.isDigit(mark.charAt(0)) ? mark + "\\\\" : "\\\\" + mark;
    }
  }
}
