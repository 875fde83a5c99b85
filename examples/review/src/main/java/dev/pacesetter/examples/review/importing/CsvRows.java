package dev.pacesetter.examples.review.importing;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.pacesetter.examples.review.mapping.CsvFormat;
import dev.pacesetter.examples.review.mapping.SourceFile;
import dev.pacesetter.examples.review.text.Message;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time. */
final class CsvRows implements Closeable {
  /** A character that is in no text, for files in which nothing quotes. */
  private static final char NO_QUOTE = '\uFFFF';

  /** The largest buffer for one row; a quote that is not closed ends here. */
  private static final int LONGEST_ROW = 4 * TextReader.LONGEST_LINE;

  private final String file;
  private final CsvFormat format;
  private final Encoding encoding;
  private final TextReader text;
  private final CloseableIterator<CsvRecord> records;
  private final ImmutableList<String> columns;
  private @Nullable CsvRecord ahead;
  private List<String> values = List.of();
  private long line;

  private CsvRows(SourceFile source, Path path) throws IOException {
    this.file = source.path();
    this.format = source.format();
    this.encoding = Encoding.of(file, path, format);
    this.text = new TextReader(file, path, encoding);
    Character quote = format.quote();
    this.records =
        CsvReader.builder()
            .fieldSeparator(format.separator())
            .quoteCharacter(quote == null ? NO_QUOTE : quote)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_ROW)
            .build(
                CsvRecordHandler.of(
                    limits -> limits.maxFieldSize(LONGEST_ROW).maxRecordSize(LONGEST_ROW)),
                text)
            .iterator();
    try {
      this.columns = format.hasHeader() ? header() : format.columns();
      if (!format.hasHeader()) {
        checkFirstRow();
      }
    } catch (ImportException e) {
      text.close();
      throw e;
    }
  }

  static CsvRows open(SourceFile source, Path folder) {
    try {
      return new CsvRows(source, folder.resolve(source.path()));
    } catch (IOException e) {
      throw new ImportException(
          Message.of("file.unreadable", source.path(), String.valueOf(e.getMessage())));
    }
  }

  ImmutableList<String> columns() {
    return columns;
  }

  String charset() {
    return encoding.charset().name();
  }

  /** Returns the place of a column in a row. */
  int place(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new ImportException(Message.of("file.missing-column", file, column, columns));
    }
    if (columns.lastIndexOf(column) != place) {
      throw new ImportException(Message.of("file.duplicate-column", file, column, columns));
    }
    return place;
  }

  /** Goes to the next row, if there is one. */
  boolean next() {
    @Nullable CsvRecord record = ahead == null ? read() : ahead;
    ahead = null;
    if (record == null) {
      return false;
    }
    line = record.getStartingLineNumber();
    values = record.getFields();
    if (!format.rowEnd().isEmpty()) {
      completeRow();
    }
    return true;
  }

  long line() {
    return line;
  }

  int size() {
    return values.size();
  }

  boolean isRagged() {
    return values.size() != columns.size();
  }

  String value(int place) {
    return values.get(place).strip();
  }

  long bytesRead() {
    return text.bytesRead();
  }

  /** Joins lines until the row's own end is met, and drops that end. */
  private void completeRow() {
    List<String> row = new ArrayList<>(values);
    int length = row.stream().mapToInt(String::length).sum();
    while (!row.get(row.size() - 1).endsWith(format.rowEnd())) {
      @Nullable CsvRecord more = read();
      if (more == null) {
        break;
      }
      List<String> fields = more.getFields();
      length += fields.stream().mapToInt(String::length).sum();
      if (length > LONGEST_ROW) {
        throw new ImportException(Message.of("file.row-too-long", file, line, LONGEST_ROW));
      }
      row.set(row.size() - 1, row.get(row.size() - 1) + "\n" + fields.get(0));
      row.addAll(fields.subList(1, fields.size()));
    }
    String last = row.get(row.size() - 1);
    if (last.endsWith(format.rowEnd())) {
      row.set(row.size() - 1, last.substring(0, last.length() - format.rowEnd().length()));
    }
    values = row;
  }

  private @Nullable CsvRecord read() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      for (Throwable cause : Throwables.getCausalChain(e)) {
        if (cause instanceof ImportException problem) {
          throw problem;
        }
      }
      throw new ImportException(Message.of("file.quotes", file, line, LONGEST_ROW));
    } catch (UncheckedIOException e) {
      throw new ImportException(
          Message.of("file.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  private ImmutableList<String> header() {
    @Nullable CsvRecord header = read();
    if (header == null) {
      throw new ImportException(Message.of("file.empty", file));
    }
    line = header.getStartingLineNumber();
    return header.getFields().stream().map(String::strip).collect(ImmutableList.toImmutableList());
  }

  private void checkFirstRow() {
    ahead = read();
    if (ahead != null && format.rowEnd().isEmpty() && ahead.getFieldCount() != columns.size()) {
      throw new ImportException(
          Message.of("file.column-count", file, ahead.getFieldCount(), columns.size(), columns));
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
    text.close();
  }
}
