package dev.pacesetter.examples.review.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.examples.review.mapping.ImportMapping;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.SurveyKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deal with everything the bundled sample can tell of one. */
class SampleMappingTest {
  @TempDir private Path folder;
  private Import read;
  private Opportunity deal;

  @BeforeEach
  void readTheSample() {
    new ExportFolder(folder)
        .file("teams.csv", "team_id,name,parent", "t1,Paris,t0", "t0,Europe,")
        .file(
            "people.csv",
            "person_id,name,team,role,start_date,end_date",
            "p1,Ana Silva,t1,Account Executive,2024-07-01,2025-03-31",
            "p2,Ben Okoro,t1,Account Executive,2024-07-01,")
        .file(
            "products.csv",
            "product_id,name,line,list_price,currency",
            "s,Suite,Software,1200.00,EUR")
        .file("customers.csv", "customer_id,name,segment,country", "c1,\"Dupont, SA\",SMB,FR")
        .file(
            "opportunities.csv",
            "opportunity_id,name,owner,customer,product,source,created_at,expected_close,amount,"
                + "currency,stage,status,closed_at,lost_reason",
            "o1,Dupont Suite,p2,c1,s,Referral,2025-01-02 09:30,2025-04-30,900.00,EUR,Won,Won,"
                + "2025-04-10 17:00,",
            "o2,Dupont more,p2,c1,s,Referral,2025-01-02 09:30,2025-04-30,500.00,EUR,Lost,Lost,"
                + "2025-04-10 17:00,Price")
        .file(
            "stage_history.csv",
            "opportunity_id,stage,entered_at",
            "o1,Lead,2025-01-02 09:30",
            "o1,Proposal,2025-02-03 10:00",
            "o1,Won,2025-04-10 17:00")
        .file(
            "changes.csv",
            "opportunity_id,changed_at,field,old,new",
            "o1,2025-02-03 10:05,amount,1200.00,900.00",
            "o1,2025-03-01 08:00,expected_close,2025-03-31,2025-04-30",
            "o1,2025-03-31 18:00,owner,p1,p2")
        .file(
            "activities.csv",
            "activity_id,opportunity_id,person_id,kind,at",
            "a1,o1,p1,demo,2025-02-01 14:00")
        .file(
            "quotes.csv",
            "quote_id,opportunity_id,quoted_at,list_value,net_value",
            "q1,o1,2025-02-03 10:05,1200.00,900.00")
        .file(
            "surveys.csv",
            "survey_id,opportunity_id,kind,score,answered_at",
            "v1,o1,nps,9,2025-05-02 11:00");
    read = Import.read(ImportMapping.ready("sample"), folder, ImportProgress.SILENT);
    deal =
        read.journal()
            .bookAsOf(read.calendar().endOf(read.exportedOn()))
            .opportunity("o1")
            .orElseThrow();
  }

  @Test
  void usesEveryRowWithoutANote() {
    assertThat(read.rejections()).isEqualTo(Rejections.NONE);
    assertThat(read.notes()).isEmpty();
    assertThat(read.notRecorded()).containsExactly(Fact.ORDERS, Fact.QUOTAS);
  }

  @Test
  void knowsTeamsListedBeforeTheirParentAndTheLastDayOfPeople() {
    assertThat(read.organization().peopleIn("t0")).hasSize(2);
    assertThat(read.organization().person("p1").orElseThrow().until())
        .contains(LocalDate.of(2025, 4, 1));
  }

  @Test
  void replaysTheDeal() {
    assertThat(deal.createdAt()).isEqualTo(Instant.parse("2025-01-02T08:30:00Z"));
    assertThat(deal.closedAt()).contains(Instant.parse("2025-04-10T15:00:00Z"));
    assertThat(deal.ownerAt(Instant.parse("2025-03-31T15:59:00Z"))).contains("p1");
    assertThat(deal.owner()).contains("p2");
    assertThat(deal.amount()).contains(Money.parse("EUR 900"));
    assertThat(deal.timesPushed()).isEqualTo(1);
    assertThat(deal.stages())
        .containsExactly(
            new StageVisit("Lead", Instant.parse("2025-01-02T08:30:00Z")),
            new StageVisit("Proposal", Instant.parse("2025-02-03T09:00:00Z")));
    assertThat(deal.activities())
        .extracting(Opportunity.Activity::kind)
        .containsExactly(ActivityKind.DEMO);
    assertThat(deal.quotes())
        .extracting(Opportunity.Quote::list)
        .containsExactly(Money.parse("EUR 1200"));
    assertThat(deal.answers())
        .extracting(Opportunity.Answer::survey)
        .containsExactly(SurveyKind.NPS);
  }

  @Test
  void keepsTheReasonOfALoss() {
    assertThat(
            read.journal()
                .bookAsOf(read.calendar().endOf(read.exportedOn()))
                .opportunity("o2")
                .orElseThrow()
                .lossReason())
        .contains("Price");
  }
}
