package dev.pacesetter.journal;

import static dev.pacesetter.testing.Business.day;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpportunityTest {
  private final Business business = Business.small();
  private final Business.Deal deal = business.deal("ana", "2026-01-05");

  private Opportunity on(String day) {
    return business.on(day).book().opportunity(deal.id()).orElseThrow();
  }

  @Nested
  class HandedOver {
    @Test
    void belongsToTheNewOwnerWhileOpen() {
      deal.handedTo("bo", "2026-02-01");
      assertThat(on("2026-01-31").owner()).hasValue("ana");
      assertThat(on("2026-02-01").owner()).hasValue("bo");
    }

    @Test
    void keepsItsResultWithWhoeverEarnedIt() {
      deal.won("2026-01-20").handedTo("bo", "2026-02-01");
      assertThat(on("2026-02-28").owner()).hasValue("ana");
      assertThat(on("2026-02-28").ownerAt(business.noon("2026-02-02"))).hasValue("bo");
    }

    @Test
    void keepsStageAndHistory() {
      deal.stage("2026-01-06", "meeting").handedTo("bo", "2026-02-01");
      assertThat(on("2026-02-28").stage()).hasValue("meeting");
    }

    @Test
    void belongsToNobodyBeforeTheFirstOwner() {
      assertThat(on("2026-01-31").ownerAt(business.noon("2026-01-04"))).isEmpty();
    }
  }

  @Nested
  class OpenedAgain {
    @Test
    void isNeitherLostNorClosed() {
      deal.lost("2026-01-20", "price").stage("2026-02-01", "proposal");
      assertThat(on("2026-01-31"))
          .returns(Outcome.LOST, Opportunity::outcome)
          .returns("price", lost -> lost.lossReason().orElseThrow());
      assertThat(on("2026-02-01").outcome()).isEqualTo(Outcome.OPEN);
      assertThat(on("2026-02-01").closedAt()).isEmpty();
      assertThat(on("2026-02-01").lossReason()).isEmpty();
    }

    @Test
    void isCreditedToTheOwnerOfTheSecondWin() {
      deal.won("2026-01-20")
          .handedTo("bo", "2026-01-25")
          .stage("2026-02-01", "proposal")
          .won("2026-02-10");
      assertThat(on("2026-02-28").owner()).hasValue("bo");
      assertThat(on("2026-02-28").closedAt()).hasValue(business.noon("2026-02-10"));
    }

    @Test
    void tellsEveryTurnInItsRevisions() {
      deal.lost("2026-01-20", "").stage("2026-02-01", "proposal").won("2026-02-10");
      assertThat(on("2026-02-28").revisions())
          .extracting(Revision::outcome)
          .containsExactly(Outcome.OPEN, Outcome.LOST, Outcome.OPEN, Outcome.WON);
    }
  }

  @Nested
  class Amounts {
    @Test
    void areEmptyUntilOneIsRecorded() {
      assertThat(on("2026-01-05").amount()).isEmpty();
    }

    @Test
    void areTheLastOnesSetAndTheEarlierOnesStayKnown() {
      deal.amount("2026-01-06", 100).amount("2026-01-07", 200);
      assertThat(on("2026-01-06").amount()).hasValue(euros(100));
      assertThat(on("2026-01-07").amount()).hasValue(euros(200));
      assertThat(on("2026-01-07").revisions())
          .extracting(Revision::amount)
          .extracting(amount -> amount.orElse(euros(0)))
          .containsExactly(euros(0), euros(100), euros(200));
    }
  }

  @Nested
  class ExpectedClose {
    @Test
    void isPushedWhenItMovesOutAndNotWhenItIsPulledIn() {
      deal.expected("2026-01-06", "2026-03-01")
          .expected("2026-01-07", "2026-04-01")
          .expected("2026-01-08", "2026-02-01")
          .expected("2026-01-09", "2026-02-01");
      assertThat(on("2026-01-09").timesPushed()).isEqualTo(1);
      assertThat(on("2026-01-09").expectedClose()).hasValue(day("2026-02-01"));
    }
  }

  @Nested
  class Stages {
    private final ImmutableList<String> process = ImmutableList.of("lead", "meeting", "proposal");

    @Test
    void keepEveryVisitAlsoBackwards() {
      deal.stage("2026-01-06", "proposal").stage("2026-01-07", "meeting");
      assertThat(on("2026-01-07").stage()).hasValue("meeting");
      assertThat(on("2026-01-07").stages())
          .extracting(StageVisit::stage)
          .containsExactly("proposal", "meeting");
    }

    @Test
    void knowTheDeepestOne() {
      deal.stage("2026-01-06", "proposal").stage("2026-01-07", "meeting").stage("2026-01-08", "x");
      assertThat(on("2026-01-08").deepest(process)).hasValue(2);
    }

    @Test
    void areUnknownWhereNoneIsRecorded() {
      assertThat(on("2026-01-08").stage()).isEmpty();
      assertThat(on("2026-01-08").deepest(process)).isEmpty();
    }
  }

  @Nested
  class Papers {
    @Test
    void addUpContractsAndPayments() {
      String id = deal.id();
      business
          .fact(new SalesEvent.ContractSigned("x1", business.noon("2026-01-06"), id, euros(70)))
          .fact(new SalesEvent.ContractSigned("x2", business.noon("2026-01-07"), id, euros(30)))
          .fact(new SalesEvent.PaymentReceived("x3", business.noon("2026-01-08"), id, euros(40)));
      assertThat(on("2026-01-08").signed()).hasValue(euros(100));
      assertThat(on("2026-01-08").collected()).hasValue(euros(40));
      assertThat(on("2026-01-06").collected()).isEmpty();
    }

    @Test
    void keepQuotesAnswersAndActivities() {
      deal.quote("2026-01-06", 120, 100)
          .answer("2026-01-07", SurveyKind.CSAT, 5)
          .activity("2026-01-08", "bo", ActivityKind.DEMO);
      assertThat(on("2026-01-08").quotes()).hasSize(1);
      assertThat(on("2026-01-08").answers().get(0).score()).isEqualTo(5);
      assertThat(on("2026-01-08").activities().get(0).person()).isEqualTo("bo");
    }
  }

  @Test
  void knowsWhatItIsAbout() {
    deal.customer("2026-01-06", "acme").product("2026-01-06", "pro").channel("2026-01-06", "web");
    assertThat(on("2026-01-06").customer()).hasValue("acme");
    assertThat(on("2026-01-06").product()).hasValue("pro");
    assertThat(on("2026-01-06").channel()).hasValue("web");
    assertThat(on("2026-01-06").createdAt()).isEqualTo(business.noon("2026-01-05"));
    assertThat(on("2026-01-06")).hasToString(deal.id() + " OPEN");
  }
}
