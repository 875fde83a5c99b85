package dev.pacesetter.examples.review.yaml;

import dev.pacesetter.examples.review.text.Message;
import java.util.Locale;

/** Something in a YAML file is not as it must be. */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message problem;

  YamlException(String file, int line, int column, Message what) {
    this(Message.of("yaml.at", file, line, column, what));
  }

  YamlException(Message problem) {
    super(problem.in(Locale.ENGLISH));
    this.problem = problem;
  }

  /**
   * Returns what is wrong, where, and what is allowed.
   *
   * @return the problem; its English text is the message of this exception
   */
  public Message problem() {
    return problem;
  }
}
