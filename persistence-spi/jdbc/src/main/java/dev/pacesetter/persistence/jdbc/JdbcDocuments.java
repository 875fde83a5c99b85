package dev.pacesetter.persistence.jdbc;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.RevisionConflictException;
import dev.pacesetter.persistence.Workspace;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The documents of one workspace in {@code pacesetter_document}. */
final class JdbcDocuments implements DocumentPort {

  private static final String SELECT =
      "select d.kind, d.id, d.revision, d.saved_second, d.saved_nano, d.body"
          + " from pacesetter_document d where d.workspace = ? and d.kind = ?";
  private static final String AS_OF =
      " (saved_second < ? or (saved_second = ? and saved_nano <= ?))";

  private final Transactions transactions;
  private final Workspace workspace;

  JdbcDocuments(Transactions transactions, Workspace workspace) {
    this.transactions = transactions;
    this.workspace = workspace;
  }

  @Override
  public DocumentRevision save(
      DocumentKey key, Fields body, long expectedRevision, Instant savedAt) {
    checkArgument(
        expectedRevision >= 0,
        "expectedRevision of %s is %s; it must be at least 0",
        key,
        expectedRevision);
    DocumentRevision next = new DocumentRevision(key, expectedRevision + 1, savedAt, body);
    return transactions.write(
        "save " + key + " of " + workspace,
        workspace,
        (connection, lastPosition) -> {
          long found = latestRevision(connection, key);
          if (found != expectedRevision) {
            throw new RevisionConflictException(key, expectedRevision, found);
          }
          insert(connection, next);
          return next;
        });
  }

  private long latestRevision(Connection connection, DocumentKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select max(revision) from pacesetter_document"
                + " where workspace = ? and kind = ? and id = ?")) {
      select.setString(1, workspace.id());
      select.setString(2, key.kind());
      select.setString(3, key.id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1); // 0 for null: there is none
      }
    }
  }

  private void insert(Connection connection, DocumentRevision revision) throws SQLException {
    Instant savedAt = revision.savedAt();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pacesetter_document"
                + " (workspace, kind, id, revision, saved_second, saved_nano, body)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, workspace.id());
      insert.setString(2, revision.key().kind());
      insert.setString(3, revision.key().id());
      insert.setLong(4, revision.revision());
      insert.setLong(5, savedAt.getEpochSecond());
      insert.setInt(6, savedAt.getNano());
      insert.setString(7, JsonText.write(revision.body()));
      insert.executeUpdate();
    }
  }

  @Override
  public Optional<DocumentRevision> latest(DocumentKey key) {
    return latestAsOf(key, Instant.MAX);
  }

  @Override
  public Optional<DocumentRevision> latestAsOf(DocumentKey key, Instant asOf) {
    return transactions
        .read(
            "read " + key + " of " + workspace,
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      SELECT
                          + " and d.id = ? and"
                          + AS_OF
                          + " order by d.revision desc fetch first 1 rows only")) {
                select.setString(1, workspace.id());
                select.setString(2, key.kind());
                select.setString(3, key.id());
                setAsOf(select, 4, asOf);
                return revisions(select);
              }
            })
        .stream()
        .findFirst();
  }

  @Override
  public ImmutableList<DocumentRevision> history(DocumentKey key) {
    return transactions.read(
        "read the history of " + key + " of " + workspace,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(SELECT + " and d.id = ? order by d.revision")) {
            select.setString(1, workspace.id());
            select.setString(2, key.kind());
            select.setString(3, key.id());
            return revisions(select);
          }
        });
  }

  @Override
  public ImmutableList<DocumentRevision> list(String kind) {
    return listAsOf(kind, Instant.MAX);
  }

  @Override
  public ImmutableList<DocumentRevision> listAsOf(String kind, Instant asOf) {
    return transactions
        .read(
            "list every " + kind + " of " + workspace,
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      SELECT
                          + " and d.revision = (select max(revision) from pacesetter_document"
                          + " where workspace = d.workspace and kind = d.kind and id = d.id and"
                          + AS_OF
                          + ")")) {
                select.setString(1, workspace.id());
                select.setString(2, kind);
                setAsOf(select, 3, asOf);
                return revisions(select);
              }
            })
        .stream()
        // by id in Java's order, which databases do not agree about
        .sorted(comparing(revision -> revision.key().id()))
        .collect(toImmutableList());
  }

  private static void setAsOf(PreparedStatement select, int first, Instant asOf)
      throws SQLException {
    select.setLong(first, asOf.getEpochSecond());
    select.setLong(first + 1, asOf.getEpochSecond());
    select.setInt(first + 2, asOf.getNano());
  }

  private ImmutableList<DocumentRevision> revisions(PreparedStatement select) throws SQLException {
    ImmutableList.Builder<DocumentRevision> revisions = ImmutableList.builder();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        revisions.add(revision(row));
      }
    }
    return revisions.build();
  }

  private DocumentRevision revision(ResultSet row) throws SQLException {
    DocumentKey key = DocumentKey.of(row.getString(1), row.getString(2));
    long revision = row.getLong(3);
    try {
      return new DocumentRevision(
          key,
          revision,
          Instant.ofEpochSecond(row.getLong(4), row.getInt(5)),
          JsonText.read(row.getString(6)));
    } catch (IOException | RuntimeException e) {
      throw transactions.unreadable("revision " + revision + " of " + key, e);
    }
  }
}
