package dev.pacesetter.examples.review.importing;

import dev.pacesetter.examples.review.text.Message;

/** Leaves a row that cannot be used; never leaves this package. */
final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final transient Reason reason;
  final transient String column;
  final transient String value;
  final transient Message allowed;

  Rejected(Reason reason, String column, String value, Message allowed) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.column = column;
    this.value = value;
    this.allowed = allowed;
  }
}
