package dev.pacesetter.journal;

import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesEventTest {
  private static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");

  @Test
  void needsAnId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.OpportunityWon(" ", AT, "d1"))
        .withMessage("an event id is ' '; it must not be blank");
  }

  @Test
  void namesWhatItIsAbout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.OwnerAssigned("e1", AT, "d1", ""))
        .withMessage("event e1 has a blank reference ''");
  }

  @Test
  void hasNoNegativeMoney() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.AmountSet("e1", AT, "d1", euros(-1)))
        .withMessage("event e1 has the amount EUR -1.00; it must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.ContractSigned("e1", AT, "d1", euros(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.PaymentReceived("e1", AT, "d1", euros(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.InvoiceIssued("e1", AT, "d1", euros(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.QuoteSent("e1", AT, "d1", euros(1), euros(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SalesEvent.OrderPlaced("e1", AT, "o1", "ana", "c1", "pro", 1, euros(-1)));
  }

  @Test
  void sharesCreditAsAWhole() {
    assertThatNoException()
        .isThrownBy(() -> shared(ImmutableSortedMap.of("ana", 3_333, "bo", 6_667)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared(ImmutableSortedMap.of("ana", 3_333, "bo", 6_666)))
        .withMessage(
            "event e1 shares credit as {ana=3333, bo=6666}, which is 9999 basis points; it must be"
                + " 10000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared(ImmutableSortedMap.of("ana", 0, "bo", 10_000)))
        .withMessage("event e1 gives ana the share 0; at least 1 basis point");
    assertThatIllegalArgumentException().isThrownBy(() -> shared(ImmutableSortedMap.of()));
  }

  private static SalesEvent shared(ImmutableSortedMap<String, Integer> shares) {
    return new SalesEvent.CreditShared("e1", AT, "d1", shares);
  }

  @Test
  void quotesInOneCurrency() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SalesEvent.QuoteSent("e1", AT, "d1", euros(1), Money.parse("USD 1.00")))
        .withMessageContaining("one currency is needed");
  }

  @Test
  void ordersAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SalesEvent.OrderPlaced("e1", AT, "o1", "ana", "c1", "pro", 0, euros(1)))
        .withMessage("order line e1 has the quantity 0; at least 1");
  }

  @ParameterizedTest
  @CsvSource({"CSAT, 0", "CSAT, 6", "NPS, -1", "NPS, 11"})
  void refusesAScoreOutsideTheScale(SurveyKind survey, int score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesEvent.SurveyAnswered("e1", AT, "d1", survey, score))
        .withMessageContaining("survey e1 has the score " + score + "; " + survey + " allows");
  }

  @ParameterizedTest
  @CsvSource({"CSAT, 1", "CSAT, 5", "NPS, 0", "NPS, 10"})
  void takesTheEndsOfTheScale(SurveyKind survey, int score) {
    assertThatNoException()
        .isThrownBy(() -> new SalesEvent.SurveyAnswered("e1", AT, "d1", survey, score));
  }
}
