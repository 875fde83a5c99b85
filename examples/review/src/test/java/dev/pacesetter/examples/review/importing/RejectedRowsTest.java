package dev.pacesetter.examples.review.importing;

import static dev.pacesetter.examples.review.importing.ExportFolder.MAPPING;
import static dev.pacesetter.examples.review.importing.ExportFolder.english;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.journal.SalesEvent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsTest {
  private static final String GOOD = "d1,ana,2025-01-02,,100,Lead";

  @TempDir private Path folder;

  @Test
  void namesFileLineColumnValueAndWhatIsAllowedAndGoesOnWithGoodRows() {
    Import read =
        new ExportFolder(folder)
            .deals(GOOD, "d2,ana,2017-02-30,,100,Lead", "d3,ben,2025-01-03,,100,Lead")
            .read();

    assertThat(english(read.rejections()))
        .containsExactly(
            "deals.csv, line 3, created: “2017-02-30” is no date; allowed is an existing day"
                + " written as yyyy-MM-dd");
    assertThat(read.rejections().count(Reason.IMPOSSIBLE_DATE)).isEqualTo(1);
    assertThat(read.journal().bookAsOf(read.calendar().endOf(read.exportedOn())).opportunities())
        .extracting(Object::toString)
        .containsExactly("d1 OPEN", "d3 OPEN");
    assertThat(read.files().get(1)).isEqualTo(new FileCount("deals.csv", "UTF-8", 3, 1));
  }

  @Test
  void saysItInChinese() {
    Import read = new ExportFolder(folder).deals(GOOD, "d2,ana,2017-02-30,,100,Lead").read();

    assertThat(read.rejections().listed().get(0).message().in(Locale.CHINESE))
        .isEqualTo("deals.csv 第 3 行，created：“2017-02-30”不是有效日期；应为真实存在的日期，格式为 yyyy-MM-dd");
  }

  @Test
  void refusesAStageThatIsNotOfTheProcess() {
    assertRejected(
        "d2,ana,2025-01-02,,100,Negotiating",
        Reason.UNKNOWN_STAGE,
        "deals.csv, line 3, stage: “Negotiating” is no known stage; allowed are Lead, Meeting,"
            + " Proposal, Won, Lost");
  }

  @Test
  void refusesANegativeAmount() {
    assertRejected(
        "d2,ana,2025-01-02,,-5,Lead",
        Reason.NEGATIVE_AMOUNT,
        "deals.csv, line 3, amount: “-5” is below zero; allowed are amounts from zero to a million"
            + " billions");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertRejected(
        "d2,ana,2025-01-02,,\"1,234.50\",Lead",
        Reason.NOT_A_NUMBER,
        "deals.csv, line 3, amount: “1,234.50” is no number; allowed are digits with “.” before the"
            + " decimals, and nothing else");
  }

  @Test
  void refusesAnAmountNoStoreCanHold() {
    assertRejected(
        "d2,ana,2025-01-02,,99999999999999999999,Lead",
        Reason.OUT_OF_RANGE,
        "deals.csv, line 3, amount: “99999999999999999999” is out of range; allowed are amounts from"
            + " zero to a million billions");
  }

  @Test
  void refusesAnOwnerNobodyLists() {
    assertRejected(
        "d2,anna,2025-01-02,,100,Lead",
        Reason.UNKNOWN_REFERENCE,
        "deals.csv, line 3, owner: “anna” is not listed; allowed are ana, ben");
  }

  @Test
  void refusesAnIdThatWasThereBefore() {
    assertRejected(
        "d1,ben,2025-01-02,,100,Lead",
        Reason.DUPLICATE_ID,
        "deals.csv, line 3, id: “d1” was there before; every id may be there once");
  }

  @Test
  void refusesARowWithoutId() {
    assertRejected(
        ",ben,2025-01-02,,100,Lead",
        Reason.EMPTY_VALUE,
        "deals.csv, line 3, id: there is no value; a value is needed");
  }

  @Test
  void refusesAnIdLongerThanAnyStoreHolds() {
    assertRejected(
        "d".repeat(201) + ",ben,2025-01-02,,100,Lead",
        Reason.TOO_LONG,
        "deals.csv, line 3, id: “"
            + "d".repeat(80)
            + "…” is too long; allowed are up to 200 characters");
  }

  @Test
  void refusesRowsWithTooFewOrTooManyValues() {
    Import read = new ExportFolder(folder).deals(GOOD, "d2,ana", "d3,ana,,,,Lead,x,y").read();

    assertThat(read.rejections().count(Reason.RAGGED_ROW)).isEqualTo(2);
    assertThat(english(read.rejections()))
        .containsExactly(
            "deals.csv, line 3: the number of values in the row is 2; allowed is exactly 6, one for each column",
            "deals.csv, line 4: the number of values in the row is 8; allowed is exactly 6, one for each column");
  }

  @Test
  void refusesAnOpenDealWithADateOfClosing() {
    assertRejected(
        "d2,ana,2025-01-02,2025-02-01,100,Lead",
        Reason.CONTRADICTION,
        "deals.csv, line 3, closed: “2025-02-01” contradicts the rest of the row; a deal that is"
            + " open cannot have a date of closing");
  }

  @Test
  void showsHostileValuesOnOneLine() {
    Import read = new ExportFolder(folder).deals(GOOD, "d2,ana,\"<script>\n\t\",,100,Lead").read();

    assertThat(read.rejections().listed().get(0).value()).isEqualTo("<script>");
    assertThat(RejectionLog.shown("a\nb\u0007")).isEqualTo("a␣b␣");
  }

  @Test
  void countsEveryRejectionButListsTheFirstTwoHundred() {
    String[] rows =
        IntStream.range(0, 501)
            .mapToObj(n -> n == 0 ? GOOD : "x" + n + ",ana,never,,1,Lead")
            .toArray(String[]::new);

    Rejections rejections = new ExportFolder(folder).deals(rows).read().rejections();

    assertThat(rejections.total()).isEqualTo(500);
    assertThat(rejections.listed()).hasSize(200);
  }

  @Test
  void failsWhereNoRowCouldBeUsedAndKeepsTheReasons() {
    ExportFolder export = new ExportFolder(folder).deals("d1,ana,never,,1,Lead");

    assertThatThrownBy(export::read)
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("Nothing could be used: 3 rows were read and 1 rejected")
        .extracting(thrown -> ((ImportException) thrown).rejections().total())
        .isEqualTo(1L);
  }

  @Test
  void failsWhereThereIsNothingButAHeader() {
    ExportFolder export = new ExportFolder(folder).deals();

    assertThatThrownBy(export::read)
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("Nothing could be used");
  }

  @Nested
  class OfHistory {
    @Test
    void saysThatTheDealItselfWasRejected() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD, "d2,ana,never,,1,Lead")
              .file("history.csv", "id,stage,at", "d2,Lead,2025-01-02", "d9,Lead,2025-01-02")
              .read();

      assertThat(read.rejections().count(Reason.FOLLOWS_REJECTED)).isEqualTo(1);
      assertThat(read.rejections().count(Reason.UNKNOWN_REFERENCE)).isEqualTo(1);
      assertThat(english(read.rejections()))
          .contains(
              "history.csv, line 2, id: “d2” is there, but its own row was rejected; correct that"
                  + " row first",
              "history.csv, line 3, id: “d9” is not listed; allowed are the opportunities of the"
                  + " export, 1 in all; an alias in the mapping can correct a spelling");
    }

    @Test
    void refusesWhatHappenedBeforeTheDealOrAfterItsEnd() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD, "d2,ana,2025-01-02,2025-03-01,9,Won")
              .file("history.csv", "id,stage,at", "d1,Lead,2025-01-01", "d2,Lead,2025-03-02")
              .read();

      assertThat(english(read.rejections()))
          .containsExactly(
              "history.csv, line 2, at: “2025-01-01” is before the deal was created; allowed is"
                  + " 2025-01-02T00:00 or later",
              "history.csv, line 3, at: “2025-03-02” is after the deal was closed; allowed is"
                  + " 2025-03-01T00:00 or earlier");
    }

    @Test
    void refusesTheSameStageAtTheSameTimeTwice() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD)
              .file("history.csv", "id,stage,at", "d1,Lead,2025-01-02", "d1,Lead,2025-01-02")
              .read();

      assertThat(read.rejections().count(Reason.DUPLICATE_ID)).isEqualTo(1);
    }

    @Test
    void refusesAChangeOfAFieldThatIsNotTracked() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD)
              .file("changes.csv", "id,at,field,old,new", "d1,2025-02-01,colour,red,blue")
              .read();

      assertThat(english(read.rejections()))
          .containsExactly(
              "changes.csv, line 2, field: “colour” is not known; allowed are amount,"
                  + " expected_close, owner");
    }
  }

  @Nested
  class OfPeople {
    @Test
    void mayBeAddedByNameWhereTheMappingSaysSo() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD, "d2,anna,2025-01-02,,100,Lead", "d3,anna,2025-01-02,,1,Lead")
              .read("unlisted: add\n" + MAPPING);

      assertThat(read.rejections().total()).isZero();
      assertThat(read.organization().person("anna")).isPresent();
      assertThat(read.notes())
          .anySatisfy(
              note -> {
                assertThat(note.kind()).isEqualTo(NoteKind.TAKEN_FROM_ROWS);
                assertThat(note.count()).isEqualTo(1);
                assertThat(note.message().in(Locale.ENGLISH))
                    .isEqualTo("1 name that is in no list was taken from the rows: people: anna");
              });
    }

    @Test
    void areNotAddedByARowThatIsRejected() {
      Import read =
          new ExportFolder(folder)
              .deals(GOOD, "d2,anna,never,,100,Lead")
              .read("unlisted: add\n" + MAPPING);

      assertThat(read.organization().person("anna")).isEmpty();
    }

    @Test
    void areRejectedTwiceEvenIfTheRowsAgree() {
      Import read =
          new ExportFolder(folder)
              .file("people.csv", "id,name", "ana,Ana Silva", "ana,Ana Silva")
              .deals(GOOD)
              .read();

      assertThat(english(read.rejections()))
          .containsExactly(
              "people.csv, line 3, id: “ana” was there before; every id may be there once");
    }
  }

  private void assertRejected(String row, Reason reason, String message) {
    Import read = new ExportFolder(folder).deals(GOOD, row).read();

    assertThat(english(read.rejections())).containsExactly(message);
    assertThat(read.rejections().counts()).containsOnlyKeys(reason);
    assertThat(read.events())
        .filteredOn(SalesEvent.OpportunityCreated.class::isInstance)
        .extracting(SalesEvent::id)
        .containsExactly("shop/d1/created");
  }
}
