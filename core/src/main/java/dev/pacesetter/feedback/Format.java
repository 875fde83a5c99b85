package dev.pacesetter.feedback;

/** How a note is written down. */
public enum Format {
  /** Markdown, in which names cannot become markup. */
  MARKDOWN,
  /** Plain text, one statement a line. */
  PLAIN
}
