package dev.pacesetter.examples.conformance;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The languages of the program. */
enum Language {
  EN(Locale.ENGLISH),
  ZH(Locale.CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** Returns the language that is asked for, which help and errors already need. */
  static Locale of(String... arguments) {
    Wanted wanted = new Wanted();
    try {
      new CommandLine(wanted)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setUnmatchedArgumentsAllowed(true)
          .parseArgs(arguments);
    } catch (ParameterException wrong) {
      // Told in English when the command line itself is read.
      return EN.locale;
    }
    return wanted.language.locale;
  }

  Locale locale() {
    return locale;
  }

  @Command
  private static final class Wanted {
    @Option(names = "--lang")
    private Language language = EN;
  }
}
