package dev.pacesetter.examples.conformance.check;

/** Thrown where a case is not written as the format says. */
public final class MalformedCaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String value;
  private final String allowed;

  /**
   * Creates the exception.
   *
   * @param path which field it is, from the case on; empty for the case itself
   * @param value its value as JSON; empty where it is missing
   * @param allowed what it must be: the name of a text, {@code allowed.NAME} in the messages
   */
  public MalformedCaseException(String path, String value, String allowed) {
    super(path + " is " + (value.isEmpty() ? "missing" : value) + ", not " + allowed);
    this.path = path;
    this.value = value;
    this.allowed = allowed;
  }

  /**
   * Returns which field it is.
   *
   * @return the path from the case on; empty for the case itself
   */
  public String path() {
    return path;
  }

  /**
   * Returns its value.
   *
   * @return the value as JSON; empty where it is missing
   */
  public String value() {
    return value;
  }

  /**
   * Returns what it must be.
   *
   * @return the name of a text
   */
  public String allowed() {
    return allowed;
  }
}
