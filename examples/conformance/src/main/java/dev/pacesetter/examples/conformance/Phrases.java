package dev.pacesetter.examples.conformance;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.conformance.check.Reason;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The program's texts in one language: Chinese, or English for every other. */
final class Phrases {
  private static final String BUNDLE = "dev.pacesetter.examples.conformance.Messages";

  private final ResourceBundle messages;

  private Phrases(ResourceBundle messages) {
    this.messages = messages;
  }

  static Phrases in(Locale locale) {
    return new Phrases(
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The texts as picocli reads them. */
  ResourceBundle bundle() {
    return messages;
  }

  String text(String key, Object... details) {
    return new MessageFormat(messages.getString(key), messages.getLocale()).format(details);
  }

  String text(Reason reason) {
    return text("reason." + reason.key(), reason.details().toArray());
  }

  /** Names file and line, and what is wrong there. */
  String text(Unreadable line) {
    return text("unreadable", line.file(), line.line(), problem(line));
  }

  String problem(Unreadable line) {
    ImmutableList<String> details = line.details();
    return switch (line.problem()) {
      case "missing", "wrong" ->
          text(
              line.problem(),
              details.get(0).isEmpty() ? text("the-case") : details.get(0),
              details.get(1),
              text("allowed." + details.get(2)));
      default -> text(line.problem(), details.toArray());
    };
  }
}
