package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.examples.review.mapping.CsvFormat;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.mapping.FieldMapping;
import dev.pacesetter.examples.review.mapping.RowMapping;
import dev.pacesetter.examples.review.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The current row of a file, read as one kind of thing. */
final class Row {
  /** Longer than any id of a real export, and short enough for every store. */
  private static final int LONGEST_ID = 200;

  private final String file;
  private final CsvRows rows;
  private final CsvFormat format;
  private final ZoneId zone;
  private final Notes notes;
  private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
  private final Map<String, Cell> entered = new LinkedHashMap<>();

  Row(ImportRun run, String file, CsvFormat format, CsvRows rows, RowMapping mapping) {
    this.file = file;
    this.rows = rows;
    this.format = format;
    this.zone = run.mapping().calendar().zone();
    this.notes = run.notes();
    for (Map.Entry<Field, ImmutableList<FieldMapping>> field : mapping.fields().entrySet()) {
      cells.put(
          field.getKey(), Cell.of(file, rows, run.aliases(), run.lookups(), field.getValue()));
    }
    for (Map.Entry<String, ImmutableList<FieldMapping>> stage : mapping.entered().entrySet()) {
      entered.put(
          stage.getKey(), Cell.of(file, rows, run.aliases(), run.lookups(), stage.getValue()));
    }
  }

  String file() {
    return file;
  }

  long line() {
    return rows.line();
  }

  boolean tells(Field field) {
    return cells.containsKey(field);
  }

  /** Returns a text, null where the row has none. */
  @Nullable String text(Field field) {
    @Nullable Cell cell = cells.get(field);
    if (cell == null) {
      return null;
    }
    String text = cell.text();
    return text.isEmpty() ? null : text;
  }

  /** Returns a text that must be there. */
  String required(Field field) {
    @Nullable String text = text(field);
    if (text == null) {
      throw rejected(field, Reason.EMPTY_VALUE, Message.of("allowed.value"));
    }
    return text;
  }

  /** Returns an id or a name that serves as one, null where the row has none. */
  @Nullable String reference(Field field) {
    @Nullable String text = text(field);
    return text == null ? null : id(field, text);
  }

  /** Returns an id that must be there. */
  String requiredReference(Field field) {
    return id(field, required(field));
  }

  private String id(Field field, String text) {
    if (text.length() > LONGEST_ID) {
      throw rejected(field, Reason.TOO_LONG, Message.of("allowed.length", LONGEST_ID));
    }
    return asId(text);
  }

  /** Scopes are written {@code team=emea,product=gtx}: an id cannot hold their signs. */
  static String asId(String text) {
    return text.replace(',', ';').replace('=', ':');
  }

  @Nullable Instant instant(Field field) {
    @Nullable String text = text(field);
    return text == null ? null : cell(field).instant(text, zone);
  }

  Instant requiredInstant(Field field) {
    return cell(field).instant(required(field), zone);
  }

  @Nullable LocalDate day(Field field) {
    @Nullable String text = text(field);
    return text == null ? null : cell(field).day(text);
  }

  /** Returns when each stage was entered, where the row tells. */
  ImmutableMap<String, Instant> entered() {
    if (entered.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<String, Instant> instants = ImmutableMap.builder();
    for (Map.Entry<String, Cell> stage : entered.entrySet()) {
      String text = stage.getValue().text();
      if (!text.isEmpty()) {
        instants.put(stage.getKey(), stage.getValue().instant(text, zone));
      }
    }
    return instants.buildOrThrow();
  }

  /** Returns an amount in the row's currency, or in another where the row names none. */
  @Nullable Money money(Field field, CurrencyUnit otherwise) {
    @Nullable String text = text(field);
    return text == null ? null : money(field, text, otherwise);
  }

  Money requiredMoney(Field field, CurrencyUnit otherwise) {
    return money(field, required(field), otherwise);
  }

  private Money money(Field field, String text, CurrencyUnit otherwise) {
    BigDecimal amount = number(field, text);
    if (amount.signum() < 0) {
      throw rejected(field, Reason.NEGATIVE_AMOUNT, Message.of("allowed.amount"));
    }
    CurrencyUnit unit = currency(otherwise);
    BigDecimal rounded = amount.setScale(unit.getDecimalPlaces(), RoundingMode.HALF_EVEN);
    if (rounded.compareTo(amount) != 0) {
      notes.add(NoteKind.ROUNDED, "value", file, line(), text, rounded.toPlainString());
    }
    if (rounded.unscaledValue().bitLength() > 62) {
      throw rejected(field, Reason.OUT_OF_RANGE, Message.of("allowed.amount"));
    }
    return Money.of(unit, rounded);
  }

  /** Returns the currency the row names, or another where it names none. */
  CurrencyUnit currency(CurrencyUnit otherwise) {
    @Nullable String code = text(Field.CURRENCY);
    if (code == null) {
      return otherwise;
    }
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw rejected(Field.CURRENCY, Reason.UNKNOWN_VALUE, Message.of("mapping.allowed.currency"));
    }
  }

  /** Returns a whole number within bounds that must be there. */
  long whole(Field field, long lowest, long highest) {
    BigDecimal number = number(field, required(field));
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole
        || number.compareTo(BigDecimal.valueOf(lowest)) < 0
        || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
      throw rejected(field, Reason.OUT_OF_RANGE, Message.of("allowed.whole", lowest, highest));
    }
    return number.longValueExact();
  }

  private BigDecimal number(Field field, String text) {
    Optional<BigDecimal> number = Numbers.parse(text, format);
    if (number.isEmpty()) {
      Character grouping = format.grouping();
      throw rejected(
          field,
          Reason.NOT_A_NUMBER,
          grouping == null
              ? Message.of("allowed.number", String.valueOf(format.decimal()))
              : Message.of(
                  "allowed.number-grouped",
                  String.valueOf(format.decimal()),
                  String.valueOf(grouping)));
    }
    return number.get();
  }

  /** Returns a rejection of a field's value in this row. */
  Rejected rejected(Field field, Reason reason, Message allowed) {
    Cell cell = cell(field);
    cell.text();
    return cell.rejected(reason, allowed);
  }

  /** Returns a rejection of this row as a whole. */
  Rejected rejected(Reason reason, String value, Message allowed) {
    return new Rejected(reason, "", value, allowed);
  }

  private Cell cell(Field field) {
    return Objects.requireNonNull(cells.get(field), field::key);
  }
}
