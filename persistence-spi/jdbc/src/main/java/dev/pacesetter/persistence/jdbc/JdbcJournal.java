package dev.pacesetter.persistence.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.JournalEntry;
import dev.pacesetter.persistence.JournalPort;
import dev.pacesetter.persistence.Workspace;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of one workspace in {@code pacesetter_event}. */
final class JdbcJournal implements JournalPort {

  private static final String COLUMNS =
      "position, id, occurred_second, occurred_nano, type, payload";

  /** Rows in one statement: large enough for speed, small enough for memory. */
  private static final int PAGE = 1_000;

  private final Transactions transactions;
  private final Workspace workspace;

  JdbcJournal(Transactions transactions, Workspace workspace) {
    this.transactions = transactions;
    this.workspace = workspace;
  }

  @Override
  public AppendResult append(List<EventRecord> given) {
    ImmutableList<EventRecord> events = ImmutableList.copyOf(given);
    transactions.checkOpen();
    return events.isEmpty()
        ? AppendResult.NONE
        : transactions.write(
            "append " + events.size() + " events to " + workspace,
            workspace,
            (connection, last) -> append(connection, last, events));
  }

  private AppendResult append(Connection connection, long last, List<EventRecord> events)
      throws SQLException {
    Map<String, EventRecord> known = last == 0 ? new HashMap<>() : stored(connection, events);
    List<EventRecord> fresh = new ArrayList<>();
    ImmutableList.Builder<String> conflicts = ImmutableList.builder();
    int duplicates = 0;
    for (EventRecord event : events) {
      EventRecord first = known.putIfAbsent(event.id(), event);
      if (first == null) {
        fresh.add(event);
      } else if (first.equals(event)) {
        duplicates++;
      } else {
        conflicts.add(event.id());
      }
    }
    insert(connection, last, fresh);
    return new AppendResult(fresh.size(), duplicates, conflicts.build());
  }

  private void insert(Connection connection, long last, List<EventRecord> events)
      throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    long position = last;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pacesetter_event (workspace, "
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?)")) {
      for (List<EventRecord> page : Iterables.partition(events, PAGE)) {
        for (EventRecord event : page) {
          Instant occurredAt = event.occurredAt();
          insert.setString(1, workspace.id());
          insert.setLong(2, ++position);
          insert.setString(3, event.id());
          insert.setLong(4, occurredAt.getEpochSecond());
          insert.setInt(5, occurredAt.getNano());
          insert.setString(6, event.type());
          insert.setString(7, JsonText.write(event.payload()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update pacesetter_workspace set last_position = ? where workspace = ?")) {
      update.setLong(1, position);
      update.setString(2, workspace.id());
      update.executeUpdate();
    }
  }

  /** Returns those of the given events that are there, as they are there. */
  private Map<String, EventRecord> stored(Connection connection, List<EventRecord> given)
      throws SQLException {
    Map<String, EventRecord> stored = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select " + COLUMNS + " from pacesetter_event where workspace = ? and id = any (?)")) {
      for (List<EventRecord> page : Iterables.partition(given, PAGE)) {
        Array ids =
            connection.createArrayOf("varchar", page.stream().map(EventRecord::id).toArray());
        select.setString(1, workspace.id());
        select.setArray(2, ids);
        for (JournalEntry entry : entries(select)) {
          stored.put(entry.event().id(), entry.event());
        }
        ids.free();
      }
    }
    return stored;
  }

  @Override
  public long lastPosition() {
    return transactions.read(
        "find the last position of " + workspace,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select last_position from pacesetter_workspace where workspace = ?")) {
            select.setString(1, workspace.id());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? row.getLong(1) : 0L;
            }
          }
        });
  }

  @Override
  public ImmutableList<JournalEntry> read(long afterPosition, int limit) {
    checkArgument(afterPosition >= 0, "afterPosition is %s; it must be at least 0", afterPosition);
    checkArgument(limit >= 1, "limit is %s; it must be at least 1", limit);
    return transactions.read(
        "read " + workspace + " after position " + afterPosition,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select "
                      + COLUMNS
                      + " from pacesetter_event where workspace = ? and position > ?"
                      + " order by workspace, position fetch first ? rows only")) {
            select.setString(1, workspace.id());
            select.setLong(2, afterPosition);
            select.setInt(3, limit);
            return entries(select);
          }
        });
  }

  /** Reads page by page, holding no connection while the caller works on a page. */
  @Override
  public void forEachAsOf(Instant asOf, Consumer<? super EventRecord> action) {
    long last = lastPosition();
    Collection<JournalEntry> page = pageAsOf(asOf, last, null);
    List<EventRecord> atOnce = new ArrayList<>();
    while (!page.isEmpty()) {
      for (JournalEntry entry : page) {
        if (!atOnce.isEmpty() && atOnce.get(0).occurredAt().isBefore(entry.event().occurredAt())) {
          release(atOnce, action);
        }
        atOnce.add(entry.event());
      }
      page = page.size() < PAGE ? List.of() : pageAsOf(asOf, last, Iterables.getLast(page));
    }
    release(atOnce, action);
  }

  /** Events of one instant go out by id in Java's order, which databases do not agree about. */
  private static void release(List<EventRecord> atOnce, Consumer<? super EventRecord> action) {
    atOnce.sort(comparing(EventRecord::id));
    atOnce.forEach(action);
    atOnce.clear();
  }

  private ImmutableList<JournalEntry> pageAsOf(
      Instant asOf, long lastPosition, @Nullable JournalEntry after) {
    Instant from = after == null ? Instant.MIN : after.event().occurredAt();
    long afterPosition = after == null ? 0 : after.position();
    return transactions.read(
        "read " + workspace + " as of " + asOf,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select "
                      + COLUMNS
                      + " from pacesetter_event where workspace = ?"
                      + " and occurred_second >= ? and occurred_second <= ?"
                      + " and (occurred_second > ? or occurred_nano > ?"
                      + " or (occurred_nano = ? and position > ?))"
                      + " and (occurred_second < ? or occurred_nano <= ?)"
                      + " and position <= ?"
                      + " order by workspace, occurred_second, occurred_nano, position"
                      + " fetch first ? rows only")) {
            select.setString(1, workspace.id());
            select.setLong(2, from.getEpochSecond());
            select.setLong(3, asOf.getEpochSecond());
            select.setLong(4, from.getEpochSecond());
            select.setInt(5, from.getNano());
            select.setInt(6, from.getNano());
            select.setLong(7, afterPosition);
            select.setLong(8, asOf.getEpochSecond());
            select.setInt(9, asOf.getNano());
            select.setLong(10, lastPosition);
            select.setInt(11, PAGE);
            return entries(select);
          }
        });
  }

  private ImmutableList<JournalEntry> entries(PreparedStatement select) throws SQLException {
    ImmutableList.Builder<JournalEntry> entries = ImmutableList.builder();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries.build();
  }

  private JournalEntry entry(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    try {
      return new JournalEntry(
          position,
          new EventRecord(
              row.getString(2),
              Instant.ofEpochSecond(row.getLong(3), row.getInt(4)),
              row.getString(5),
              JsonText.read(row.getString(6))));
    } catch (IOException | RuntimeException e) {
      throw transactions.unreadable("event " + position + " of " + workspace, e);
    }
  }
}
