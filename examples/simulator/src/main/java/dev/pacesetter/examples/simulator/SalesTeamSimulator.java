package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Plays sales teams from a seed: who gets which deals, how they go, and what a CRM records of it.
 *
 * <p>The model is plain. New deals come to each person on working days as a Poisson number with a
 * season. In each stage a deal advances or is lost, with a chance that depends on the person, the
 * product and the source, after a gamma-distributed time that differs between the two outcomes.
 * Deals that outlast the simulation are open in the export. Some stages are skipped, some deals go
 * back one, few are opened again after a loss.
 *
 * <p>Immutable; each call plays the same company again.
 */
public final class SalesTeamSimulator {
  private final SimulationSettings settings;
  private final Company company;

  private SalesTeamSimulator(SimulationSettings settings) {
    this.settings = settings;
    this.company = new Company(settings, new Chance(settings.seed()).fork(1));
  }

  /**
   * Returns a simulator.
   *
   * @param settings what to simulate
   * @return the simulator
   */
  public static SalesTeamSimulator of(SimulationSettings settings) {
    return new SalesTeamSimulator(settings);
  }

  /**
   * Returns what is simulated.
   *
   * @return the settings
   */
  public SimulationSettings settings() {
    return settings;
  }

  /**
   * Returns the teams, the one above the others first.
   *
   * @return the teams
   */
  public ImmutableList<Team> teams() {
    return company.teams();
  }

  /**
   * Returns the sellers, in the order of ids.
   *
   * @return the people
   */
  public ImmutableList<Person> people() {
    return company.sellers().stream().map(Seller::person).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the products, in the order of ids.
   *
   * @return the products
   */
  public ImmutableList<Product> products() {
    return Offering.CATALOGUE.stream()
        .map(Offering::product)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the customers, in the order of ids.
   *
   * @return the customers
   */
  public ImmutableList<Customer> customers() {
    return company.customers();
  }

  /**
   * Plays all deals and keeps them in memory: about 1.4 KB each.
   *
   * @return the company with its deals
   */
  public SimulatedSales simulate() {
    ImmutableList.Builder<Deal> deals = ImmutableList.builder();
    Truth truth = forEachDeal(deals::add);
    return new SimulatedSales(
        settings, teams(), people(), products(), customers(), deals.build(), truth);
  }

  /**
   * Plays all deals and hands over one at a time, in the order of creation; none is kept.
   *
   * @param receiver receives each deal
   * @return the truth, with what each team won
   */
  public Truth forEachDeal(Consumer<? super Deal> receiver) {
    Chance chance = new Chance(settings.seed()).fork(2);
    Sequences sequences = new Sequences();
    TruthOf truth = new TruthOf(company);
    Map<String, Seller> byId = new HashMap<>();
    company.sellers().forEach(seller -> byId.put(seller.person().id(), seller));
    List<Arrival> arrivals = new ArrayList<>();
    for (int day = 0; day < company.time().workingDays(); day++) {
      arrivals.clear();
      for (Seller seller : company.sellers()) {
        arrive(seller, day, chance.fork(seller.index()).fork(day), arrivals);
      }
      arrivals.sort(Comparator.comparingInt(Arrival::minute));
      for (Arrival arrival : arrivals) {
        Deal deal =
            new DealLife(company, sequences, arrival.seller(), arrival.minute(), arrival.chance())
                .play();
        Seller owner = byId.get(deal.opportunity().owner());
        if (owner != null) {
          truth.count(deal, owner);
        }
        receiver.accept(deal);
      }
    }
    return truth.truth();
  }

  private void arrive(Seller seller, int day, Chance chance, List<Arrival> arrivals) {
    int count = chance.poisson(company.newDealsOn(seller, day));
    for (int i = 0; i < count; i++) {
      int minute = day * WorkingTime.MINUTES_PER_DAY + chance.below(WorkingTime.MINUTES_PER_DAY);
      if (seller.worksAt(minute)) {
        arrivals.add(new Arrival(seller, minute, chance.fork(i)));
      }
    }
  }

  private record Arrival(Seller seller, int minute, Chance chance) {}
}
