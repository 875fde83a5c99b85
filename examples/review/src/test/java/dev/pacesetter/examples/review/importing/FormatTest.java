package dev.pacesetter.examples.review.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pacesetter.organization.Customer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
  private static final String HEAD =
      """
      source: shop
      zone: UTC
      currency: EUR
      exported-on: 2025-12-31
      files:
      """;

  @TempDir private Path folder;

  @Test
  void readsSeparatorsOfSeveralCharactersAndRowEndsWithLineEndsInside() {
    Import read =
        new ExportFolder(folder)
            .file("stores.txt", "1+|Bike, \"Best\"+|North&|", "2+|Two\nlines+|South&|")
            .read(
                HEAD
                    + """
                      - file: stores.txt
                        format: {separator: "+|", row-end: "&|", quote: none, columns: [key, name, region]}
                        rows:
                          customer: {id: key, name: name, segment: region}
                    """);

    assertThat(read.organization().customers())
        .containsExactly(
            Customer.of("1", "Bike, \"Best\"").inSegment("North"),
            Customer.of("2", "Two\nlines").inSegment("South"));
  }

  @Test
  void readsNumbersAsTheFileWritesThem() {
    Import read =
        new ExportFolder(folder)
            .file("products.csv", "id;price", "a;1.234,50", "b;.50", "c;1234,5", "d;12.34,00")
            .read(
                HEAD
                    + """
                      - file: products.csv
                        format: {separator: ";", decimal: ",", grouping: "."}
                        rows:
                          product: {id: id, list-price: price}
                    """);

    assertThat(read.organization().product("a").orElseThrow().listPrice())
        .contains(Money.of(CurrencyUnit.EUR, 1234.5));
    assertThat(read.organization().product("c").orElseThrow().listPrice())
        .contains(Money.of(CurrencyUnit.EUR, 1234.5));
    assertThat(ExportFolder.english(read.rejections()))
        .containsExactly(
            "products.csv, line 3, price: “.50” is no number; allowed are digits with “,” before the"
                + " decimals and “.” between thousands",
            "products.csv, line 5, price: “12.34,00” is no number; allowed are digits with “,”"
                + " before the decimals and “.” between thousands");
  }

  @Test
  void roundsHalfToEvenAndSaysSo() {
    Import read =
        new ExportFolder(folder)
            .file("products.csv", "id,price,currency", "a,1.005,EUR", "b,10.5,JPY", "c,1.0000,")
            .read(
                HEAD
                    + """
                      - file: products.csv
                        rows:
                          product: {id: id, list-price: price, currency: currency}
                    """);

    assertThat(read.organization().product("a").orElseThrow().listPrice())
        .contains(Money.parse("EUR 1.00"));
    assertThat(read.organization().product("b").orElseThrow().listPrice())
        .contains(Money.parse("JPY 10"));
    assertThat(read.notes())
        .extracting(Note::kind, Note::count)
        .containsExactly(tuple(NoteKind.ROUNDED, 2L));
  }

  @Test
  void looksValuesUpInASecondFile() {
    Import read =
        new ExportFolder(folder)
            .file("lines.csv", "key,line", "1,Bikes", "2,Helmets")
            .file("products.csv", "id,line", "a,1", "b,3", "c,")
            .read(
                HEAD
                    + """
                      - file: lines.csv
                      - file: products.csv
                        rows:
                          product:
                            id: id
                            line: {column: line, lookup: {in: lines.csv, by: key, take: line}}
                    """);

    assertThat(read.organization().product("a").orElseThrow().line()).contains("Bikes");
    assertThat(read.organization().product("c").orElseThrow().line()).isEmpty();
    assertThat(ExportFolder.english(read.rejections()))
        .containsExactly(
            "products.csv, line 3, line: “3” is not listed; allowed are values of the column key in"
                + " lines.csv");
  }

  @Test
  void refusesALookupWithTwoAnswers() {
    ExportFolder export =
        new ExportFolder(folder)
            .file("lines.csv", "key,line", "1,Bikes", "1,Helmets")
            .file("products.csv", "id,line", "a,1");

    assertThatThrownBy(
            () ->
                export.read(
                    HEAD
                        + """
                          - file: lines.csv
                          - file: products.csv
                            rows:
                              product:
                                id: id
                                line: {column: line, lookup: {in: lines.csv, by: key, take: line}}
                        """))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "lines.csv, line 3: key “1” has the line “Bikes” and also “Helmets”. A file used for"
                + " look-ups needs one answer for each value.");
  }

  @Test
  void refusesAFileWithOtherColumnsThanTheMappingNames() {
    ExportFolder export = new ExportFolder(folder).file("products.csv", "a|1|x");

    assertThatThrownBy(
            () ->
                export.read(
                    HEAD
                        + """
                          - file: products.csv
                            format: {separator: "|", columns: [id, line]}
                            rows:
                              product: {id: id, line: line}
                        """))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "products.csv: the first row has 3 values, but the mapping names 2 columns: id, line.");
  }

  @Test
  void makesIdsOfNamesThatScopesCanHold() {
    Import read =
        new ExportFolder(folder)
            .file("people.csv", "name", "\"Silva, Ana\"")
            .read(HEAD + "  - {file: people.csv, rows: {person: {id: name}}}\n");

    assertThat(read.organization().person("Silva; Ana").orElseThrow().name())
        .isEqualTo("Silva, Ana");
  }

  @Test
  void tellsHowFarItHasCome() {
    String[] rows = new String[5001];
    rows[0] = "id,name";
    for (int n = 1; n < rows.length; n++) {
      rows[n] = "p" + n + ",Name";
    }
    new ExportFolder(folder).file("people.csv", rows);
    List<Long> reached = new ArrayList<>();
    long[] last = new long[3];

    Import.read(
        ExportFolder.mapping(HEAD + "  - {file: people.csv, rows: {person: {id: id}}}\n"),
        folder,
        (file, read, bytes, total) -> {
          reached.add(bytes);
          last[0] = read;
          last[1] = bytes;
          last[2] = total;
        });

    assertThat(reached).hasSizeGreaterThan(4).isSorted();
    assertThat(last[0]).isEqualTo(5000);
    assertThat(last[1]).isEqualTo(last[2]).isPositive();
  }
}
