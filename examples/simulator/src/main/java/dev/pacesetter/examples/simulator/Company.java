package dev.pacesetter.examples.simulator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sells what to whom, with what is true about them: built once, before the first deal. */
final class Company {
  private static final int TEAM_SIZE = 4;
  private static final int CUSTOMERS_PER_SELLER = 20;
  private static final int FEWEST_CUSTOMERS = 40;

  /** Kinds of the people of three teams; the third sells another mix and is equal otherwise. */
  private static final ImmutableList<Archetype> PLANTED =
      ImmutableList.of(
          Archetype.NULL,
          Archetype.DISCOUNTER,
          Archetype.NEW_HIRE,
          Archetype.OPTIMIST,
          Archetype.WEAK_PROPOSAL,
          Archetype.ALL_ROUNDER,
          Archetype.LEAVER,
          Archetype.NULL,
          Archetype.NULL,
          Archetype.NULL,
          Archetype.NULL,
          Archetype.NULL);

  private static final ImmutableList<String> ROLES =
      ImmutableList.of("Account Executive", "Senior Account Executive", "Account Manager");

  private final SimulationSettings settings;
  private final WorkingTime time;
  private final ImmutableList<Team> teams;
  private final ImmutableList<Seller> sellers;
  private final ImmutableList<ImmutableList<Seller>> sellersByTeam;
  private final ImmutableList<Customer> customers;
  private final ImmutableMap<Region, ImmutableList<Customer>> customersByRegion;
  private final int declineAt;

  Company(SimulationSettings settings, Chance chance) {
    this.settings = settings;
    time = WorkingTime.of(settings.start(), settings.lastDay(), settings.zone());
    teams = teams(settings.people());
    sellers = sellers(chance.fork(1));
    sellersByTeam = byTeam();
    customersByRegion = customersByRegion(chance.fork(2));
    customers =
        customersByRegion.values().stream()
            .flatMap(List::stream)
            .collect(ImmutableList.toImmutableList());
    declineAt = time.openingOf(declineFrom());
  }

  private static ImmutableList<Team> teams(int people) {
    ImmutableList.Builder<Team> teams = ImmutableList.builder();
    teams.add(new Team("T00", "Field Sales", ""));
    int regions = Region.ALL.size();
    for (int i = 0; i * TEAM_SIZE < people; i++) {
      String name = Region.ofTeam(i).label();
      String number = i < regions ? "" : " " + (i / regions + 1);
      teams.add(new Team(Ids.padded('T', i + 1, 2), name + number, "T00"));
    }
    return teams.build();
  }

  private ImmutableList<Seller> sellers(Chance chance) {
    List<String> names = Names.people(settings.people(), chance);
    ImmutableList.Builder<Seller> built = ImmutableList.builder();
    for (int i = 0; i < settings.people(); i++) {
      Archetype archetype = planted() ? PLANTED.get(i % PLANTED.size()) : Archetype.NULL;
      boolean joins = archetype == Archetype.NEW_HIRE;
      LocalDate end = archetype == Archetype.LEAVER ? leaversLastDay() : null;
      LocalDate start =
          joins
              ? settings.lastDay().plusDays(1).minusMonths(5)
              : settings.start().minusDays(200 + chance.below(2_800));
      int team = i / TEAM_SIZE;
      built.add(
          new Seller(
              i,
              new Person(
                  Ids.padded('S', i + 1, 2),
                  names.get(i),
                  teams.get(team + 1).id(),
                  joins ? ROLES.get(0) : ROLES.get(chance.below(ROLES.size())),
                  start,
                  end),
              archetype,
              Habits.of(archetype),
              team,
              joins ? time.openingOf(start) : 0,
              handoverAt(end),
              joins));
    }
    return built.build();
  }

  private LocalDate leaversLastDay() {
    return settings.lastDay().plusDays(1).minusMonths(6).minusDays(1);
  }

  /** Returns a minute in the last hour before the first opening after the last day. */
  private int handoverAt(@Nullable LocalDate lastDay) {
    return lastDay == null ? Integer.MAX_VALUE : time.openingOf(lastDay.plusDays(1)) - 45;
  }

  private ImmutableList<ImmutableList<Seller>> byTeam() {
    List<List<Seller>> grouped = new ArrayList<>();
    for (int i = 1; i < teams.size(); i++) {
      grouped.add(new ArrayList<>());
    }
    sellers.forEach(seller -> grouped.get(seller.team()).add(seller));
    return grouped.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
  }

  private ImmutableMap<Region, ImmutableList<Customer>> customersByRegion(Chance chance) {
    int perRegion =
        Math.max(FEWEST_CUSTOMERS, settings.people() * CUSTOMERS_PER_SELLER / Region.ALL.size());
    ImmutableMap.Builder<Region, ImmutableList<Customer>> built = ImmutableMap.builder();
    int first = 1;
    for (Region region : Region.ALL) {
      built.put(
          region,
          ImmutableList.copyOf(Names.customers(region, perRegion, first, chance.fork(first))));
      first += perRegion;
    }
    return built.buildOrThrow();
  }

  SimulationSettings settings() {
    return settings;
  }

  WorkingTime time() {
    return time;
  }

  /** All teams, the one above the others first. */
  ImmutableList<Team> teams() {
    return teams;
  }

  ImmutableList<Seller> sellers() {
    return sellers;
  }

  ImmutableList<Customer> customers() {
    return customers;
  }

  ImmutableList<Customer> customersOf(Seller seller) {
    return requireNonNull(customersByRegion.get(Region.ofTeam(seller.team())));
  }

  boolean planted() {
    return settings.scenario() == Scenario.PLANTED;
  }

  /** Returns whether a team sells the other mix. */
  boolean sellsOtherMix(int team) {
    return planted() && Region.ofTeam(team) == Region.ASIA_PACIFIC;
  }

  /** Returns the first day on which the declining product goes badly. */
  LocalDate declineFrom() {
    return settings.lastDay().plusDays(1).minusMonths(6);
  }

  boolean hasDeclined(Offering offering, int minute) {
    return planted() && offering.declines() && minute >= declineAt;
  }

  /** Returns the weights of the products among the new deals of a team. */
  double[] mixOf(int team, int minute) {
    double[] mix = new double[Offering.CATALOGUE.size()];
    for (int i = 0; i < mix.length; i++) {
      Offering offering = Offering.CATALOGUE.get(i);
      double share = sellsOtherMix(team) ? offering.otherShare() : offering.usualShare();
      mix[i] = hasDeclined(offering, minute) ? share * Market.DECLINE_DEMAND : share;
    }
    return mix;
  }

  /** Returns how many new deals a seller gets on a working day on average. */
  double newDealsOn(Seller seller, int dayIndex) {
    int opening = dayIndex * WorkingTime.MINUTES_PER_DAY;
    if (!seller.worksAt(opening)) {
      return 0;
    }
    LocalDate day = time.day(dayIndex);
    double perDay = settings.dealsPerMonth() / Market.WORKING_DAYS_PER_MONTH;
    return perDay
        * Market.SEASON[day.getMonthValue() - 1]
        * seller.habits().newDeals()
        * ramp(seller, opening);
  }

  private static double ramp(Seller seller, int minute) {
    if (!seller.joins()) {
      return 1;
    }
    double months =
        (minute - seller.startsAt())
            / (Market.WORKING_DAYS_PER_MONTH * WorkingTime.MINUTES_PER_DAY);
    return Math.min(1, Market.RAMP_FROM + (1 - Market.RAMP_FROM) * months / Market.RAMP_MONTHS);
  }

  /** Returns the team mates who can take over a deal at a minute. */
  List<Seller> matesOf(Seller seller, int minute) {
    List<Seller> mates = new ArrayList<>();
    for (Seller mate : sellersByTeam.get(seller.team())) {
      if (mate.index() != seller.index() && mate.worksAt(minute)) {
        mates.add(mate);
      }
    }
    return mates;
  }
}
