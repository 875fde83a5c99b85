package dev.pacesetter.examples.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Standard scores of people against all others, product by product: the observed sum less what the
 * others' means promise, over its standard error; 0 where there is nothing to compare. Written for
 * the tests, independent of the library that the simulated data is to check.
 */
final class AgainstPeers {
  private final SimulatedSales sales;
  private final Instant from;
  private final List<Deal> deals;
  private final List<Deal> closed;

  /** Compares all people over what happened from an instant on. */
  AgainstPeers(SimulatedSales sales, Instant from) {
    this(sales, from, person -> true);
  }

  /** Compares some of the people with one another only. */
  AgainstPeers(SimulatedSales sales, Instant from, Predicate<String> people) {
    this.sales = sales;
    this.from = from;
    deals = sales.deals().stream().filter(deal -> people.test(owner(deal))).toList();
    closed = deals.stream().filter(this::isClosed).toList();
  }

  private boolean isClosed(Deal deal) {
    Instant at = deal.opportunity().closedAt();
    return at != null && !at.isBefore(from);
  }

  int closed(String person) {
    return (int) closed.stream().filter(deal -> owner(deal).equals(person)).count();
  }

  double winRateScore(String person) {
    return score(closed, deal -> owner(deal).equals(person), AgainstPeers::won);
  }

  /** Compares logarithms of won amounts. */
  double valueScore(String person) {
    return score(
        closed.stream().filter(deal -> won(deal) > 0).toList(),
        deal -> owner(deal).equals(person),
        deal -> Math.log((double) deal.opportunity().amount()));
  }

  /** Compares how often a stage is left forwards; the last stay in the stage counts. */
  double stepScore(String person, Stage stage) {
    List<Deal> left = deals.stream().filter(deal -> leaves(deal, stage)).toList();
    return score(
        left,
        deal -> owner(deal).equals(person),
        deal -> leftTo(deal, stage) == Stage.LOST ? 0 : 1);
  }

  double teamScore(String team) {
    return score(closed, isOf(team), AgainstPeers::won);
  }

  /** The trap: products are thrown together. */
  double naiveTeamScore(String team) {
    return standardised(closed, isOf(team), deal -> "all", AgainstPeers::won);
  }

  private Predicate<Deal> isOf(String team) {
    Map<String, String> teams = new HashMap<>();
    sales.people().forEach(person -> teams.put(person.id(), person.team()));
    return deal -> team.equals(teams.get(owner(deal)));
  }

  private static String owner(Deal deal) {
    return deal.opportunity().owner();
  }

  private static double won(Deal deal) {
    return deal.opportunity().stage() == Stage.WON ? 1 : 0;
  }

  private boolean leaves(Deal deal, Stage stage) {
    int at = lastStay(deal, stage);
    return at >= 0
        && at < deal.stages().size() - 1
        && !deal.stages().get(at + 1).enteredAt().isBefore(from);
  }

  private static Stage leftTo(Deal deal, Stage stage) {
    return deal.stages().get(lastStay(deal, stage) + 1).stage();
  }

  private static int lastStay(Deal deal, Stage stage) {
    for (int i = deal.stages().size() - 1; i >= 0; i--) {
      if (deal.stages().get(i).stage() == stage) {
        return i;
      }
    }
    return -1;
  }

  private static double score(List<Deal> deals, Predicate<Deal> own, ToDoubleFunction<Deal> value) {
    return standardised(deals, own, deal -> deal.opportunity().product(), value);
  }

  private static double standardised(
      List<Deal> deals,
      Predicate<Deal> own,
      Function<Deal, String> stratum,
      ToDoubleFunction<Deal> value) {
    Map<String, List<Deal>> strata = new HashMap<>();
    deals.forEach(d -> strata.computeIfAbsent(stratum.apply(d), key -> new ArrayList<>()).add(d));
    double difference = 0;
    double variance = 0;
    for (List<Deal> alike : strata.values()) {
      double[] mine = alike.stream().filter(own).mapToDouble(value).toArray();
      double[] theirs = alike.stream().filter(own.negate()).mapToDouble(value).toArray();
      if (mine.length == 0 || theirs.length < 2) {
        continue;
      }
      double mean = sum(theirs) / theirs.length;
      difference += sum(mine) - mine.length * mean;
      variance +=
          varianceAround(mean, theirs) * mine.length * (1 + (double) mine.length / theirs.length);
    }
    return variance == 0 ? 0 : difference / Math.sqrt(variance);
  }

  private static double varianceAround(double mean, double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
