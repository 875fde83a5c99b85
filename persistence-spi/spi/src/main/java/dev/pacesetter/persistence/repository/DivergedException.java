package dev.pacesetter.persistence.repository;

/**
 * What is stored has gone on differently from what was to be stored; nothing of that was lost. Read
 * it again, and add to that.
 */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String subject;

  DivergedException(String subject, String problem) {
    super(subject + " " + problem + "; read it again and add to that");
    this.subject = subject;
  }

  DivergedException(String subject, String problem, Throwable cause) {
    super(subject + " " + problem + "; read it again and add to that", cause);
    this.subject = subject;
  }

  /**
   * Returns what is stored differently.
   *
   * @return such as {@code agreement q3-emea}, or {@code the ledger}
   */
  public String subject() {
    return subject;
  }
}
