package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * An event and its place in the journal of its workspace.
 *
 * @param position 1 for the first event ever appended, then 2, 3, … without gaps
 * @param event the event
 */
public record JournalEntry(long position, EventRecord event) {

  /** Checks the position. */
  public JournalEntry {
    checkArgument(position >= 1, "JournalEntry position is %s; it must be at least 1", position);
    requireNonNull(event, "event");
  }
}
