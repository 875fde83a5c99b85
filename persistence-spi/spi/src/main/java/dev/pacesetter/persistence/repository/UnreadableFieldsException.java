package dev.pacesetter.persistence.repository;

/**
 * What is stored is not what this version writes; the message names path, value and what is
 * allowed.
 */
public final class UnreadableFieldsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;

  UnreadableFieldsException(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
  }

  UnreadableFieldsException(String path, String problem, Throwable cause) {
    super(path + " " + problem, cause);
    this.path = path;
  }

  /**
   * Returns where the problem is.
   *
   * @return such as {@code SalesGoal.target.amount}
   */
  public String path() {
    return path;
  }
}
