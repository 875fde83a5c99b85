package dev.pacesetter.testing;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SurveyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts of every kind about a few deals and people, many of them at the same instant. */
public final class RandomFacts {
  /** The instant of the first day. */
  public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private static final int KINDS = 19;

  private record Seed(int kind, int deal, int who, int day, int amount) {}

  private RandomFacts() {}

  /** Up to forty facts with ids of their own, within {@code days} days. */
  public static Arbitrary<List<SalesEvent>> within(int days) {
    return Combinators.combine(
            Arbitraries.integers().between(0, KINDS - 1),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, days - 1),
            Arbitraries.integers().between(0, 10_000))
        .as(Seed::new)
        .list()
        .ofMaxSize(40)
        .map(RandomFacts::facts);
  }

  private static List<SalesEvent> facts(List<Seed> seeds) {
    List<SalesEvent> facts = new ArrayList<>();
    for (Seed seed : seeds) {
      facts.add(fact("e" + facts.size(), seed));
    }
    return facts;
  }

  private static SalesEvent fact(String id, Seed seed) {
    Instant at = START.plus(Duration.ofDays(seed.day()));
    String deal = "d" + seed.deal();
    String who = List.of("ana", "bo", "cy", "stranger").get(seed.who());
    String what = seed.who() % 2 == 0 ? "basic" : "pro";
    return switch (seed.kind()) {
      case 0 -> new SalesEvent.OpportunityCreated(id, at, deal);
      case 1 -> new SalesEvent.OwnerAssigned(id, at, deal, who);
      case 2 -> new SalesEvent.CustomerLinked(id, at, deal, "c" + seed.who());
      case 3 -> new SalesEvent.ProductLinked(id, at, deal, what);
      case 4 -> new SalesEvent.ChannelLinked(id, at, deal, "web");
      case 5 -> new SalesEvent.StageEntered(id, at, deal, "stage" + seed.who());
      case 6 ->
          new SalesEvent.CloseExpected(
              id, at, deal, Business.day("2026-03-01").plusDays(seed.amount() % 9));
      case 7 -> new SalesEvent.AmountSet(id, at, deal, Business.euros(seed.amount()));
      case 8 -> new SalesEvent.ActivityLogged(id, at, deal, who, ActivityKind.CALL);
      case 9 ->
          new SalesEvent.QuoteSent(
              id, at, deal, Business.euros(seed.amount() + 10), Business.euros(seed.amount()));
      case 10 -> new SalesEvent.ContractSigned(id, at, deal, Business.euros(seed.amount()));
      case 11, 12 -> new SalesEvent.OpportunityWon(id, at, deal);
      case 13 -> new SalesEvent.OpportunityLost(id, at, deal, seed.who() == 0 ? "" : "price");
      case 14 -> new SalesEvent.PaymentReceived(id, at, deal, Business.euros(seed.amount()));
      case 15 -> new SalesEvent.SurveyAnswered(id, at, deal, SurveyKind.NPS, seed.amount() % 11);
      case 16 -> new SalesEvent.InvoiceIssued(id, at, deal, Business.euros(seed.amount()));
      case 17 -> new SalesEvent.CreditShared(id, at, deal, shares(who, seed.amount()));
      default ->
          seed.who() == 0
              ? new SalesEvent.TrainingCompleted(id, at, who, "closing")
              : new SalesEvent.OrderPlaced(
                  id, at, "o" + seed.deal(), who, "c1", what, 1, Business.euros(seed.amount()));
    };
  }

  private static ImmutableSortedMap<String, Integer> shares(String who, int amount) {
    int more = amount % 4_000;
    return who.equals("cy")
        ? ImmutableSortedMap.of(who, 10_000)
        : ImmutableSortedMap.of(who, 5_000 - more, "cy", 3_333, "zoe", 1_667 + more);
  }
}
