package dev.pacesetter.examples.conformance.check;

/** Thrown where a case asks what the library has no switch or no quantity for. */
public final class NotExpressibleException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  /**
   * Creates the exception.
   *
   * @param reason why it cannot be asked
   */
  public NotExpressibleException(Reason reason) {
    super(reason.key());
    this.reason = reason;
  }

  /**
   * Returns why it cannot be asked.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
