package dev.pacesetter.plan.need;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.Doubles;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.ActivityKind;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import dev.pacesetter.organization.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads from the facts what a reverse funnel needs: lead, visit, proposal, deal won.
 *
 * <p>Counted are deals that closed in the base period, won or lost. All were leads; a visit is one
 * that was met or visited, a proposal one that was offered something; a deal that came further has
 * passed the steps before, whether they were written down or not. So each count is at most the one
 * before, and the three rates multiply to {@code win.closed.count}. Where losses are not written
 * down, nothing is known of any step. Lead times are of own and peers' deals together, open ones
 * censored; they begin at creation, at the first meeting or visit, and at the first quote.
 */
public final class FunnelHistory {
  private static final ImmutableList<String> STEPS = ImmutableList.of("lead", "visit", "proposal");
  private static final int WON = STEPS.size();
  private static final double SECONDS_A_DAY = 86_400;

  /** With fewer deals won, nothing is said of lead times. */
  private static final int LEAST_WON = 5;

  private final SalesFacts facts;
  private final Period base;

  private FunnelHistory(SalesFacts facts, Period base) {
    this.facts = facts;
    this.base = base;
  }

  /**
   * Begins a reverse funnel with all that the facts say.
   *
   * @param facts what is known
   * @param own whose need it is, such as a person's or a team's
   * @param peers whose records own ones are held against; they should not contain {@code own}
   * @param base when deals closed that count, such as the twelve months before
   * @return the funnel, with the values of deals where two or more were won for an amount above 0,
   *     and with lead times where five or more were won
   */
  public static ReverseFunnel of(SalesFacts facts, Scope own, Iterable<Scope> peers, Period base) {
    return new FunnelHistory(facts, base).funnel(own, ImmutableList.copyOf(peers));
  }

  private ReverseFunnel funnel(Scope own, ImmutableList<Scope> peers) {
    boolean lossesKnown = facts.deals().recordsLosses();
    long[] ownCounts = lossesKnown ? counts(own) : new long[WON + 1];
    ImmutableList<long[]> peerCounts =
        peers.stream()
            .map(peer -> lossesKnown ? counts(peer) : new long[WON + 1])
            .collect(toImmutableList());
    ReverseFunnel funnel =
        ReverseFunnel.of(
            IntStream.range(0, WON)
                .mapToObj(
                    step ->
                        StepRecord.of(STEPS.get(step), ownCounts[step + 1], ownCounts[step])
                            .withPeers(
                                peerCounts.stream().mapToLong(peer -> peer[step + 1]).toArray(),
                                peerCounts.stream().mapToLong(peer -> peer[step]).toArray()))
                .collect(toImmutableList()));
    long[] ownAmounts = amounts(own);
    long[] peerAmounts =
        peers.stream().flatMapToLong(peer -> Arrays.stream(amounts(peer))).toArray();
    if (ownAmounts.length + peerAmounts.length > 1) {
      funnel.withValues(DealValues.of(ownAmounts, peerAmounts));
    }
    ImmutableList<Opportunity> deals =
        ImmutableList.<Scope>builder().add(own).addAll(peers).build().stream()
            .flatMapToInt(scope -> IntStream.of(facts.deals().rows(scope)))
            .distinct()
            .sorted()
            .mapToObj(row -> facts.book().opportunities().get(row))
            .collect(toImmutableList());
    for (int step = 0; step < WON; step++) {
      LifeTable table = ages(deals, step);
      if (table.total(End.WON) >= LEAST_WON) {
        funnel.withLeadTimes(STEPS.get(step), LeadTimes.of(table));
      }
    }
    return funnel;
  }

  /** How many deals of a scope that closed in the base period came as far as each step. */
  private long[] counts(Scope scope) {
    long[] counts = new long[WON + 1];
    for (int row : closed(scope)) {
      int reached = reached(facts.book().opportunities().get(row));
      for (int step = 0; step <= reached; step++) {
        counts[step]++;
      }
    }
    return counts;
  }

  private int[] closed(Scope scope) {
    return IntStream.of(facts.deals().rows(scope))
        .filter(
            row ->
                facts.deals().closedDay(row) >= base.start().toEpochDay()
                    && facts.deals().closedDay(row) < base.end().toEpochDay())
        .toArray();
  }

  private static int reached(Opportunity deal) {
    if (deal.outcome() == Outcome.WON) {
      return WON;
    }
    int step = WON - 1;
    while (begun(deal, step).isEmpty()) {
      step--;
    }
    return step;
  }

  private static Optional<Instant> begun(Opportunity deal, int step) {
    return switch (step) {
      case 0 -> Optional.of(deal.createdAt());
      case 1 ->
          deal.activities().stream()
              .filter(act -> act.kind() == ActivityKind.MEETING || act.kind() == ActivityKind.VISIT)
              .map(Opportunity.Activity::at)
              .min(Instant::compareTo);
      default -> deal.quotes().stream().map(Opportunity.Quote::at).min(Instant::compareTo);
    };
  }

  private long[] amounts(Scope scope) {
    return IntStream.of(closed(scope))
        .filter(row -> facts.deals().outcome(row) == Outcome.WON && facts.deals().amount(row) > 0)
        .mapToLong(row -> facts.deals().amount(row))
        .toArray();
  }

  private LifeTable ages(ImmutableList<Opportunity> deals, int step) {
    List<Double> days = new ArrayList<>();
    List<Byte> ends = new ArrayList<>();
    for (Opportunity deal : deals) {
      Instant end = deal.closedAt().orElse(facts.book().asOf());
      Optional<Instant> start = begun(deal, step).filter(at -> !at.isAfter(end));
      if (start.isPresent()) {
        days.add(Duration.between(start.get(), end).toSeconds() / SECONDS_A_DAY);
        ends.add(
            (switch (deal.outcome()) {
                  case WON -> End.WON;
                  case LOST -> End.LOST;
                  case OPEN -> End.OPEN;
                })
                .code());
      }
    }
    return LifeTable.ofDays(Doubles.toArray(days), Bytes.toArray(ends));
  }
}
