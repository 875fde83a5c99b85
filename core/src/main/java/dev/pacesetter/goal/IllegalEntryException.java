package dev.pacesetter.goal;

/** An entry that a ledger does not take; it changed nothing. */
public final class IllegalEntryException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Why an entry is refused; where several apply, the first of these is told. */
  public enum Refusal {
    /** Another entry has the id. */
    DUPLICATE_ID("an entry of this id is there already; choose another id"),
    /** The entry is recorded before the one recorded last. */
    BACK_IN_TIME("the last entry was recorded at %s; record it then or later"),
    /** The goal to withdraw was never set. */
    UNKNOWN_GOAL("goal %s was never set"),
    /** The goal was given up; what comes after is another goal. */
    WITHDRAWN_GOAL("goal %s was withdrawn; set a goal of another id"),
    /** The entry holds on days of a closed period. */
    CLOSED_DAYS("the days %s are closed; choose days outside"),
    /** The goal's period, before or after the change, lies within closed periods. */
    GOAL_OF_CLOSED_PERIOD("it concerns %s, which is closed; choose an open period"),
    /** Every day of the period is closed already. */
    ALREADY_CLOSED("%s is closed already");

    private final String because;

    Refusal(String because) {
      this.because = because;
    }
  }

  private final Refusal refusal;
  private final transient LedgerEntry entry;

  IllegalEntryException(Refusal refusal, String detail, LedgerEntry entry) {
    super(
        "ledger entry %s by %s %s is refused: %s"
            .formatted(
                entry.id(), entry.author(), subject(entry), refusal.because.formatted(detail)));
    this.refusal = refusal;
    this.entry = entry;
  }

  private static String subject(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.PeriodClosed closed) {
      return "that closes " + closed.period();
    }
    LedgerEntry.OfGoal change = (LedgerEntry.OfGoal) entry;
    return "on goal %s from %s%s"
        .formatted(
            change.goalId(), change.from(), change.until().map(end -> " until " + end).orElse(""));
  }

  /**
   * Returns why the entry is refused.
   *
   * @return the reason by name
   */
  public Refusal refusal() {
    return refusal;
  }

  /**
   * Returns what was refused.
   *
   * @return the entry
   */
  public LedgerEntry entry() {
    return entry;
  }
}
