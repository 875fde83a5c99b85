package dev.pacesetter.examples.cel;

/**
 * Something in a file of rules that is not as it must be.
 *
 * @param file what the file is called
 * @param line in which line it stands, from 1
 * @param column at which character of the line it begins, from 1
 * @param key the key it is about, such as {@code smart.A9.cases[1].when}
 * @param expression the expression, empty where it is about something else
 * @param expressionLine the line within the expression, 0 without one
 * @param expressionColumn the character within that line, 0 without one
 * @param message what is wrong and what is allowed; within an expression, in the words of CEL
 */
public record CelProblem(
    String file,
    int line,
    int column,
    String key,
    String expression,
    int expressionLine,
    int expressionColumn,
    String message) {

  /** Returns everything on one line. */
  @Override
  public String toString() {
    String at = "%s, line %d, column %d: %s: %s".formatted(file, line, column, key, message);
    String whole =
        expression.isEmpty()
            ? at
            : "%s, at %d:%d of “%s”".formatted(at, expressionLine, expressionColumn, expression);
    return whole.replaceAll("\\s*\\R\\s*", " ");
  }
}
