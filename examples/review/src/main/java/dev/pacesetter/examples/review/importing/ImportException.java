package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An export of which nothing can be used, or of which a whole file cannot. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Message> problems;
  private final transient Rejections rejections;

  ImportException(Message problem) {
    this(ImmutableList.of(problem), Rejections.NONE);
  }

  ImportException(List<Message> problems, Rejections rejections) {
    super(
        problems.stream()
            .map(problem -> problem.in(Locale.ENGLISH))
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = ImmutableList.copyOf(problems);
    this.rejections = rejections;
  }

  /**
   * Returns what is wrong.
   *
   * @return the problems in the order of the files; their English text is the message of this
   *     exception
   */
  public ImmutableList<Message> problems() {
    return problems;
  }

  /**
   * Returns the rows that were rejected before it was clear that nothing can be used.
   *
   * @return the rejections; none where a whole file is at fault
   */
  public Rejections rejections() {
    return rejections;
  }
}
