package dev.pacesetter.examples.review.importing;

import static dev.pacesetter.examples.review.importing.ExportFolder.MAPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.journal.SalesEvent;
import java.nio.file.Path;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealFactsTest {
  @TempDir private Path folder;

  private static Opportunity deal(Import read, String id) {
    return read.journal()
        .bookAsOf(read.calendar().endOf(read.exportedOn()))
        .opportunity(id)
        .orElseThrow();
  }

  @Test
  void haveIdsThatTellTheirSource() {
    Import read = new ExportFolder(folder).deals("A/1,ana,2025-01-02,2025-02-03,100,Won").read();

    assertThat(read.events())
        .extracting(SalesEvent::id)
        .containsExactly("shop/A%2F1/created", "shop/A%2F1/amount", "shop/A%2F1/won");
  }

  @Test
  void areTheSameWhenReadAgain() {
    ExportFolder export =
        new ExportFolder(folder)
            .deals("d1,ana,2025-01-02,2025-02-03,100,Won", "d2,ben,,,,Lead")
            .file("changes.csv", "id,at,field,old,new", "d1,2025-01-09,amount,50,100");

    Import first = export.read();
    Import second = export.read();

    assertThat(second.events()).isEqualTo(first.events()).hasSize(6);
    assertThat(second.notes()).isEqualTo(first.notes());
  }

  @Nested
  class OfChanges {
    @Test
    void startWithWhatTheFirstChangeReplaced() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ben,2025-01-02,,120,Lead")
              .file(
                  "changes.csv",
                  "id,at,field,old,new",
                  "d1,2025-03-01,amount,100,120",
                  "d1,2025-02-01,amount,80,100",
                  "d1,2025-02-15,owner,ana,ben")
              .read();
      Opportunity deal = deal(read, "d1");

      assertThat(deal.revisions())
          .extracting(revision -> revision.amount().map(Money::getAmountMajorInt).orElse(-1))
          .containsExactly(-1, 80, 100, 120);
      assertThat(deal.ownerAt(Instant.parse("2025-02-14T00:00:00Z"))).contains("ana");
      assertThat(deal.owner()).contains("ben");
      assertThat(read.notes()).extracting(Note::kind).containsOnly(NoteKind.FILE_ABSENT);
    }

    @Test
    void giveWayToTheCurrentValueAtTheEndWhichIsNoted() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ana,2025-01-02,,999,Lead", "d2,ana,2025-01-02,2025-03-01,777,Won")
              .file(
                  "changes.csv",
                  "id,at,field,old,new",
                  "d1,2025-02-01,amount,80,100",
                  "d2,2025-02-01,amount,80,100")
              .read();

      assertThat(deal(read, "d1").amount()).contains(Money.parse("EUR 999"));
      assertThat(deal(read, "d1").revisions())
          .extracting(Opportunity.Revision::at)
          .endsWith(Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-12-31T00:00:00Z"));
      assertThat(deal(read, "d2").amount()).contains(Money.parse("EUR 777"));
      assertThat(
              read.journal()
                  .bookAsOf(Instant.parse("2025-03-01T00:00:00Z"))
                  .opportunity("d2")
                  .orElseThrow()
                  .amount())
          .contains(Money.parse("EUR 777"));
      assertThat(read.notes()).extracting(Note::kind).contains(NoteKind.DIFFERS_FROM_CHANGES);
    }

    @Test
    void takeEffectInTheOrderOfTheFileWhereTheyShareAnInstant() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ana,2025-01-02,,9,Lead")
              .file(
                  "changes.csv",
                  "id,at,field,old,new",
                  "d1,2025-02-01,amount,80,70",
                  "d1,2025-02-01,amount,70,9")
              .read();

      assertThat(deal(read, "d1").amount()).contains(Money.parse("EUR 9"));
    }
  }

  @Nested
  class OfStages {
    @Test
    void keepTheOrderOfTheProcessOnOneDay() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ana,2025-01-02,,1,Proposal")
              .file(
                  "history.csv",
                  "id,stage,at",
                  "d1,Proposal,2025-01-02",
                  "d1,Lead,2025-01-02",
                  "d1,Meeting,2025-01-02")
              .read();

      assertThat(deal(read, "d1").stages())
          .extracting(StageVisit::stage)
          .containsExactly("Lead", "Meeting", "Proposal");
    }

    @Test
    void areEnteredAtCreationWhereNothingElseIsKnown() {
      Import read = new ExportFolder(folder).deals("d1,ana,2025-01-02,,1,Meeting").read();

      assertThat(deal(read, "d1").stages())
          .containsExactly(new StageVisit("Meeting", Instant.parse("2025-01-02T00:00:00Z")));
    }

    @Test
    void mayEndAndOpenTheDealAgain() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ana,2025-01-02,2025-05-01,1,Won")
              .file(
                  "history.csv",
                  "id,stage,at",
                  "d1,Lead,2025-01-02",
                  "d1,Lost,2025-02-01",
                  "d1,Meeting,2025-03-01",
                  "d1,Won,2025-05-01")
              .read();
      Opportunity deal = deal(read, "d1");

      assertThat(deal.revisions())
          .extracting(Opportunity.Revision::outcome)
          .containsSubsequence(Outcome.OPEN, Outcome.LOST, Outcome.OPEN, Outcome.WON);
      assertThat(deal.outcome()).isEqualTo(Outcome.WON);
      assertThat(read.events())
          .filteredOn(SalesEvent.OpportunityWon.class::isInstance)
          .extracting(SalesEvent::id)
          .containsExactly("shop/d1/won");
    }
  }

  @Nested
  class WithoutADate {
    @Test
    void takeEffectOnTheDayOfTheExportWhichTheirIdTells() {
      Import read = new ExportFolder(folder).deals("d1,ana,,,,Lead").read();

      assertThat(read.events())
          .extracting(SalesEvent::id)
          .containsExactly(
              "shop/d1/created/undated-2025-12-31", "shop/d1/stage/01-Lead/undated-2025-12-31");
      assertThat(deal(read, "d1").createdAt()).isEqualTo(Instant.parse("2025-12-31T00:00:00Z"));
      assertThat(read.notes())
          .filteredOn(note -> note.kind() == NoteKind.UNDATED)
          .extracting(Note::count)
          .containsExactly(1L);
    }

    @Test
    void areCreatedWithTheirFirstDatedFact() {
      Import read =
          new ExportFolder(folder)
              .deals("d1,ana,,2025-06-01,5,Won")
              .file("history.csv", "id,stage,at", "d1,Lead,2025-04-01")
              .read();

      assertThat(deal(read, "d1").createdAt()).isEqualTo(Instant.parse("2025-04-01T00:00:00Z"));
      assertThat(read.notes()).extracting(Note::kind).contains(NoteKind.CREATED_WITH_FIRST_FACT);
    }

    @Test
    void ofClosingCloseOnTheDayOfTheExport() {
      Import read = new ExportFolder(folder).deals("d1,ana,2025-01-02,,5,Lost").read();

      assertThat(deal(read, "d1").closedAt()).contains(Instant.parse("2025-12-31T00:00:00Z"));
      assertThat(read.notes()).extracting(Note::kind).contains(NoteKind.UNDATED_CLOSE);
    }
  }

  @Test
  void areCreatedWhenTheyCloseIfTheFileSaysTheyClosedBefore() {
    Import read = new ExportFolder(folder).deals("d1,ana,2025-03-03,2025-03-01,5,Won").read();
    Opportunity deal = deal(read, "d1");

    assertThat(deal.createdAt()).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
    assertThat(deal.outcome()).isEqualTo(Outcome.WON);
    assertThat(read.notes()).extracting(Note::kind).contains(NoteKind.CLOSED_BEFORE_CREATED);
  }

  @Test
  void afterTheDayOfTheExportAreNoted() {
    Import read = new ExportFolder(folder).deals("d1,ana,2026-01-01,,5,Lead").read();

    assertThat(read.notes()).extracting(Note::kind).contains(NoteKind.AFTER_EXPORT);
  }

  @Test
  void startWhereTheClocksOfTheExportStand() {
    Import read =
        new ExportFolder(folder)
            .deals("d1,ana,2025-01-02 09:30,,5,Lead")
            .read(
                MAPPING
                    .replace("zone: UTC", "zone: Europe/Paris")
                    .replace("currency: EUR", "currency: EUR\ndates: yyyy-MM-dd HH:mm"));

    assertThat(deal(read, "d1").createdAt()).isEqualTo(Instant.parse("2025-01-02T08:30:00Z"));
  }

  @Test
  void sayWhatIsRecordedAndWhatIsNot() {
    Import read = new ExportFolder(folder).deals("d1,ana,2025-01-02,,5,Lead").read();

    assertThat(read.recorded())
        .containsExactlyInAnyOrder(
            Fact.DEALS,
            Fact.OWNERS,
            Fact.WON_AMOUNTS,
            Fact.OPEN_AMOUNTS,
            Fact.LOSSES,
            Fact.STAGE_HISTORY,
            Fact.CHANGES);
    assertThat(read.notRecorded()).contains(Fact.QUOTES, Fact.SURVEYS, Fact.LOST_REASONS);
  }
}
