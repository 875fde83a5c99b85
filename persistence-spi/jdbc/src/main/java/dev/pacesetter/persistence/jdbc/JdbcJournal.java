package dev.pacesetter.persistence.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events of one workspace in {@code pacesetter_event}. */
final class JdbcJournal implements JournalPort {

  private static final String COLUMNS =
      "position, id, occurred_second, occurred_nano, type, payload";

  /** Looks up each of an array in an index, which H2 does not do for {@code = any (?)}. */
  private static final String SELECT_GIVEN =
      "select "
          + COLUMNS
          + " from unnest(?) as given (x) join pacesetter_event e on e.workspace = ?";

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
      for (List<EventRecord> page : Lists.partition(events, PAGE)) {
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
        connection.prepareStatement(SELECT_GIVEN + " and e.id = given.x")) {
      for (List<EventRecord> page : Lists.partition(given, PAGE)) {
        Array ids =
            connection.createArrayOf("varchar", page.stream().map(EventRecord::id).toArray());
        select.setArray(1, ids);
        select.setString(2, workspace.id());
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

  /** Sorts without the payloads and fetches these page by page, holding no connection between. */
  @Override
  public void forEachAsOf(Instant asOf, Consumer<? super EventRecord> action) {
    List<Key> keys = keysAsOf(asOf);
    // in Java, because databases do not agree about the order of text
    keys.sort(comparing(Key::occurredAt).thenComparing(Key::id));
    for (List<Key> page : Lists.partition(keys, PAGE)) {
      Map<Long, EventRecord> events = eventsAt(page);
      page.forEach(key -> action.accept(requireNonNull(events.get(key.position()))));
    }
  }

  private record Key(Instant occurredAt, String id, long position) {}

  private List<Key> keysAsOf(Instant asOf) {
    return transactions.read(
        "read " + workspace + " as of " + asOf,
        connection -> {
          List<Key> keys = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select occurred_second, occurred_nano, id, position from pacesetter_event"
                      + " where workspace = ? and (occurred_second < ?"
                      + " or (occurred_second = ? and occurred_nano <= ?))")) {
            select.setString(1, workspace.id());
            select.setLong(2, asOf.getEpochSecond());
            select.setLong(3, asOf.getEpochSecond());
            select.setInt(4, asOf.getNano());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Instant occurredAt = Instant.ofEpochSecond(row.getLong(1), row.getInt(2));
                keys.add(new Key(occurredAt, row.getString(3), row.getLong(4)));
              }
            }
          }
          return keys;
        });
  }

  private Map<Long, EventRecord> eventsAt(List<Key> page) {
    return transactions.read(
        "read " + workspace,
        connection -> {
          Map<Long, EventRecord> events = new HashMap<>();
          try (PreparedStatement select =
              connection.prepareStatement(SELECT_GIVEN + " and e.position = given.x")) {
            Array positions =
                connection.createArrayOf("bigint", page.stream().map(Key::position).toArray());
            select.setArray(1, positions);
            select.setString(2, workspace.id());
            for (JournalEntry entry : entries(select)) {
              events.put(entry.position(), entry.event());
            }
            positions.free();
          }
          return events;
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
