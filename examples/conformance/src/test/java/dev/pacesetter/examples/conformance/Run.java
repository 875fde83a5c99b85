package dev.pacesetter.examples.conformance;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A run of the program: how it ended and what it said. */
record Run(int exitCode, String out, String err) {
  static Run of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int exitCode =
        ConformanceProgram.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
