package dev.pacesetter.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing that happened, as a store keeps it.
 *
 * <p>Two records with the same id are the same event if all four parts are equal, and a conflict
 * otherwise.
 *
 * @param id unique in its workspace; 1 to 200 characters, not only spaces, no control characters
 * @param occurredAt when it happened, to the nanosecond
 * @param type what it is, for whoever reads the payload; 1 to 100 characters, as {@code id}
 * @param payload the rest
 */
public record EventRecord(String id, Instant occurredAt, String type, Fields payload) {

  /** Checks id and type. */
  public EventRecord {
    Names.check("EventRecord id", id, 200);
    Names.check("EventRecord type", type, 100);
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(payload, "payload");
  }
}
