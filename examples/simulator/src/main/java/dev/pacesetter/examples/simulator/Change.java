package dev.pacesetter.examples.simulator;

import java.time.Instant;

/**
 * A row of {@code changes.csv}: a field of an opportunity was changed.
 *
 * @param changedAt {@code changed_at}
 * @param field {@code field}
 * @param oldValue {@code old}: an amount in major units, a date, or the id of a person
 * @param newValue {@code new}: in the form of {@code old}
 */
public record Change(Instant changedAt, Field field, String oldValue, String newValue) {

  /** The fields whose changes are recorded. */
  public enum Field {
    /** The amount of the opportunity. */
    AMOUNT("amount"),
    /** The day the owner expects to close. */
    EXPECTED_CLOSE("expected_close"),
    /** The person who owns the opportunity. */
    OWNER("owner");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    /**
     * Returns the name used in the export.
     *
     * @return the name, such as {@code expected_close}
     */
    public String label() {
      return label;
    }
  }
}
