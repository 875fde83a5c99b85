package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Quote;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.kpi.Deals;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.SalesProcess;
import dev.pacesetter.review.PeerMetric.Kind;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Takes from the deals closed in a period what people are compared in. */
final class PeerSampling {
  private final SalesFacts facts;
  private final Deals deals;
  private final int people;
  private final int strata;

  /** The deals closed in the period that somebody owned. */
  private final int[] closed;

  private PeerSampling(SalesFacts facts, Period period) {
    this.facts = facts;
    deals = facts.deals();
    people = deals.people().size();
    strata = deals.products().size() + 1; // the last one for deals without a product
    long start = period.start().toEpochDay();
    long end = period.end().toEpochDay();
    int[] rows = new int[deals.size()];
    int found = 0;
    for (int row = 0; row < rows.length; row++) {
      if (deals.person(row) >= 0
          && deals.outcome(row) != Outcome.OPEN
          && deals.closedDay(row) >= start
          && deals.closedDay(row) < end) {
        rows[found++] = row;
      }
    }
    closed = Arrays.copyOf(rows, found);
  }

  /** Everything that is recorded, in the order of kinds, then of stages. */
  static ImmutableList<PeerSamples> of(SalesFacts facts, Period period) {
    PeerSampling sampling = new PeerSampling(facts, period);
    ImmutableList.Builder<PeerSamples> samples = ImmutableList.builder();
    if (sampling.deals.recordsLosses() && sampling.closed.length > 0) {
      samples.add(sampling.rate(PeerMetric.of(Kind.WIN_RATE), sampling.closed, sampling::isWon));
    }
    int[] valued = sampling.won(sampling.deals::isValued);
    if (valued.length > 0) {
      samples.add(sampling.values(valued));
    }
    int[] won = sampling.won(row -> true);
    if (won.length > 0) {
      samples.add(sampling.cycles(won));
    }
    int[] quoted = sampling.won(row -> sampling.lastQuote(row) != null);
    if (quoted.length > 0) {
      samples.add(sampling.discounts(quoted));
    }
    facts.organization().process().ifPresent(process -> sampling.addStages(process, samples));
    return samples.build();
  }

  private boolean isWon(int row) {
    return deals.outcome(row) == Outcome.WON;
  }

  private int[] won(IntPredicate wanted) {
    return Arrays.stream(closed).filter(this::isWon).filter(wanted).toArray();
  }

  private PeerSamples rate(PeerMetric metric, int[] rows, IntPredicate success) {
    long[] successes = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      successes[i] = success.test(rows[i]) ? 1 : 0;
    }
    return new RateSamples(metric, people, strata, owners(rows), products(rows), successes);
  }

  private PeerSamples values(int[] rows) {
    double[] amounts = Arrays.stream(rows).mapToDouble(deals::amount).toArray();
    int[] products = products(rows);
    return ranks(Kind.AVERAGE_WON_VALUE, rows, amounts, Centres.mean(products, amounts));
  }

  private PeerSamples cycles(int[] rows) {
    double[] days = Arrays.stream(rows).mapToDouble(deals::age).toArray();
    int[] products = products(rows);
    return ranks(Kind.SALES_CYCLE, rows, days, Centres.median(products, days));
  }

  private PeerSamples discounts(int[] rows) {
    long[] list = new long[rows.length];
    long[] net = new long[rows.length];
    double[] rates = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Quote quote = lastQuote(rows[i]);
      if (quote != null) {
        list[i] = quote.list().getAmountMinorLong();
        net[i] = quote.net().getAmountMinorLong();
        rates[i] = (double) (list[i] - net[i]) / list[i];
      }
    }
    int[] products = products(rows);
    return ranks(Kind.DISCOUNT_RATE, rows, rates, Centres.discount(products, list, net));
  }

  private PeerSamples ranks(Kind kind, int[] rows, double[] values, RankSamples.Centre centre) {
    return new RankSamples(
        PeerMetric.of(kind), strata, owners(rows), products(rows), values, centre);
  }

  /** The last quote of a deal, unless it has none that is worth anything at list prices. */
  private @Nullable Quote lastQuote(int row) {
    Quote last = Iterables.getLast(facts.book().opportunities().get(row).quotes(), null);
    return last != null && last.list().isPositive() ? last : null;
  }

  private int[] owners(int[] rows) {
    return Arrays.stream(rows).map(deals::person).toArray();
  }

  private int[] products(int[] rows) {
    return Arrays.stream(rows)
        .map(row -> deals.product(row) >= 0 ? deals.product(row) : strata - 1)
        .toArray();
  }

  /**
   * Stage conversions, where the stages tell something: a source that knows only one stage in which
   * deals are lost has no history, and the conversion from that stage is the win rate again.
   */
  private void addStages(SalesProcess process, ImmutableList.Builder<PeerSamples> samples) {
    ImmutableList<String> stages = process.stages();
    int[] deepest = new int[deals.size()];
    long lostIn = 0;
    for (int row : closed) {
      Opportunity deal = facts.book().opportunities().get(row);
      deepest[row] = isWon(row) ? stages.size() : deal.deepest(stages).orElse(-1);
      if (!isWon(row) && deepest[row] >= 0 && deepest[row] < Long.SIZE) {
        lostIn |= 1L << deepest[row];
      }
    }
    if (!deals.recordsLosses() || Long.bitCount(lostIn) < 2) {
      return;
    }
    for (int stage = 0; stage < stages.size(); stage++) {
      int from = stage;
      int[] reached = Arrays.stream(closed).filter(row -> deepest[row] >= from).toArray();
      PeerMetric metric =
          from + 1 < stages.size()
              ? PeerMetric.between(stages.get(from), stages.get(from + 1))
              : PeerMetric.wonFrom(stages.get(from));
      if (reached.length > 0) {
        samples.add(rate(metric, reached, row -> deepest[row] > from));
      }
    }
  }
}
