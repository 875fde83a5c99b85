package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** States the truth of a company and counts what its teams win. */
final class TruthOf {
  private final Company company;
  private final int firstQuarter;
  private final long[][] wonCount;
  private final long[][] wonValue;

  TruthOf(Company company) {
    this.company = company;
    SimulationSettings settings = company.settings();
    firstQuarter = quarterOf(settings.start());
    int quarters = quarterOf(settings.lastDay()) - firstQuarter + 1;
    int teams = company.teams().size() - 1;
    wonCount = new long[teams][quarters];
    wonValue = new long[teams][quarters];
  }

  private static int quarterOf(LocalDate date) {
    return date.getYear() * 4 + date.get(IsoFields.QUARTER_OF_YEAR) - 1;
  }

  void count(Deal deal, Seller owner) {
    Opportunity opportunity = deal.opportunity();
    if (opportunity.stage() == Stage.WON && opportunity.closedAt() != null) {
      ZonedDateTime closed = opportunity.closedAt().atZone(company.settings().zone());
      int quarter = quarterOf(closed.toLocalDate()) - firstQuarter;
      wonCount[owner.team()][quarter]++;
      wonValue[owner.team()][quarter] += opportunity.amount();
    }
  }

  Truth truth() {
    return new Truth(company.settings(), stages(), people(), products(), teams());
  }

  private static ImmutableList<Truth.OfStage> stages() {
    ImmutableList.Builder<Truth.OfStage> stages = ImmutableList.builder();
    for (Stage stage : Stage.values()) {
      if (stage.isOpen()) {
        stages.add(new Truth.OfStage(stage, Market.ADVANCE[stage.position()]));
      }
    }
    return stages.build();
  }

  private ImmutableList<Truth.OfPerson> people() {
    double[] usualMix = Offering.CATALOGUE.stream().mapToDouble(Offering::usualShare).toArray();
    Habits usual = Habits.of(Archetype.NULL);
    return company.sellers().stream()
        .map(
            seller ->
                new Truth.OfPerson(
                    seller.person(),
                    seller.archetype(),
                    seller.habits(),
                    winRate(seller.habits(), usualMix),
                    price(seller.habits()) / price(usual)))
        .collect(ImmutableList.toImmutableList());
  }

  private static double price(Habits habits) {
    return habits.quantity() * (1 - habits.discount() - habits.concession());
  }

  private ImmutableList<Truth.OfProduct> products() {
    Habits usual = Habits.of(Archetype.NULL);
    ImmutableList.Builder<Truth.OfProduct> products = ImmutableList.builder();
    for (Offering offering : Offering.CATALOGUE) {
      boolean declines = company.planted() && offering.declines();
      double after = declines ? Market.DECLINE_ODDS : 1;
      products.add(
          new Truth.OfProduct(
              offering.product(),
              offering.winOdds(),
              winRate(usual, offering.winOdds()),
              declines ? company.declineFrom() : null,
              winRate(usual, offering.winOdds() * after),
              declines ? Market.DECLINE_DEMAND : 1));
    }
    return products.build();
  }

  private ImmutableList<Truth.OfTeam> teams() {
    ImmutableList.Builder<Truth.OfTeam> teams = ImmutableList.builder();
    for (int team = 0; team < wonCount.length; team++) {
      double[] mix = company.mixOf(team, 0);
      teams.add(
          new Truth.OfTeam(
              company.teams().get(team + 1),
              company.sellsOtherMix(team),
              shares(mix),
              winRate(Habits.of(Archetype.NULL), mix),
              quarters(team)));
    }
    return teams.build();
  }

  private static ImmutableList<Truth.Share> shares(double[] mix) {
    double total = sum(mix);
    ImmutableList.Builder<Truth.Share> shares = ImmutableList.builder();
    for (int i = 0; i < mix.length; i++) {
      shares.add(new Truth.Share(Offering.CATALOGUE.get(i).product().id(), mix[i] / total));
    }
    return shares.build();
  }

  private ImmutableList<Truth.Quarter> quarters(int team) {
    List<Truth.Quarter> quarters = new ArrayList<>();
    for (int i = 0; i < wonCount[team].length; i++) {
      int quarter = firstQuarter + i;
      String name = quarter / 4 + "-Q" + (quarter % 4 + 1);
      quarters.add(new Truth.Quarter(name, wonCount[team][i], wonValue[team][i]));
    }
    return ImmutableList.copyOf(quarters);
  }

  private static double winRate(Habits habits, double[] mix) {
    double rate = 0;
    for (int i = 0; i < mix.length; i++) {
      rate += mix[i] * winRate(habits, Offering.CATALOGUE.get(i).winOdds());
    }
    return rate / sum(mix);
  }

  private static double winRate(Habits habits, double productOdds) {
    double rate = 0;
    for (int i = 0; i < Market.SOURCE_SHARES.length; i++) {
      rate += Market.SOURCE_SHARES[i] * pass(Stage.LEAD, habits, Market.SOURCE_ODDS[i]);
    }
    return rate
        / sum(Market.SOURCE_SHARES)
        * pass(Stage.QUALIFIED, habits, 1)
        * pass(Stage.MEETING, habits, 1)
        * pass(Stage.PROPOSAL, habits, productOdds)
        * pass(Stage.NEGOTIATION, habits, productOdds);
  }

  private static double pass(Stage stage, Habits habits, double odds) {
    return Market.withOdds(Market.ADVANCE[stage.position()], odds * habits.skillAt(stage));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
