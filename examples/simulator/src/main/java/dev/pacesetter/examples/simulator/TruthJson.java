package dev.pacesetter.examples.simulator;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text of {@code truth.json}. */
final class TruthJson {
  private final JsonWriter json = new JsonWriter();
  private final Truth truth;
  private final Currency currency;

  private TruthJson(Truth truth) {
    this.truth = truth;
    this.currency = truth.settings().currency();
  }

  static String of(Truth truth) {
    return new TruthJson(truth).text();
  }

  private String text() {
    json.beginObject();
    json.name("format").number(1);
    settings(truth.settings());
    array("planted", truth.people(), this::plantedPerson, this::plantedElsewhere);
    array("stages", truth.stages(), this::stage);
    array("people", truth.people(), this::person);
    array("products", truth.products(), this::product);
    array("teams", truth.teams(), this::team);
    json.endObject();
    return json.text();
  }

  private void settings(SimulationSettings settings) {
    json.name("settings").beginObject();
    json.name("seed").number(settings.seed());
    json.name("people").number(settings.people());
    json.name("months").number(settings.months());
    json.name("start").text(settings.start().toString());
    json.name("last_day").text(settings.lastDay().toString());
    json.name("zone").text(settings.zone().getId());
    json.name("currency").text(currency.getCurrencyCode());
    json.name("scenario").text(label(settings.scenario()));
    json.name("deals_per_month").number(settings.dealsPerMonth());
    json.endObject();
  }

  private void plantedPerson(Truth.OfPerson person) {
    if (person.archetype() != Archetype.NULL) {
      planted(label(person.archetype()), "person", person.person().id(), meaning(person));
    }
  }

  private void plantedElsewhere() {
    for (Truth.OfProduct product : truth.products()) {
      if (product.declinesFrom() != null) {
        planted(
            "product_under_plan",
            "product",
            product.product().id(),
            "sells worse for everybody from the day it declines: fewer deals, lower win rate");
      }
    }
    for (Truth.OfTeam team : truth.teams()) {
      if (team.sellsOtherMix()) {
        planted(
            "other_mix",
            "team",
            team.team().id(),
            "sells mostly a product that is hard to win: a low win rate that the mix explains");
      }
    }
  }

  private static String meaning(Truth.OfPerson person) {
    return switch (person.archetype()) {
      case DISCOUNTER -> "wins many and closes small: discounts early, gives in when negotiating";
      case WEAK_PROPOSAL -> "proposals seldom become negotiations; usual at every other stage";
      case ALL_ROUNDER -> "better than the others at every stage, at usual prices";
      case NEW_HIRE -> "as good as the others, with few deals: joined late and builds up";
      case OPTIMIST -> "as good as the others; expects deals to close far too early";
      case LEAVER -> "as good as the others; left, open deals went to team mates";
      case NULL -> "as good as the others";
    };
  }

  private void planted(String kind, String subject, String id, String meaning) {
    json.beginObject();
    json.name("kind").text(kind);
    json.name("subject").text(subject);
    json.name("id").text(id);
    json.name("meaning").text(meaning);
    json.endObject();
  }

  private void stage(Truth.OfStage stage) {
    json.beginObject();
    json.name("stage").text(stage.stage().label());
    json.name("advance").number(stage.advance());
    json.endObject();
  }

  private void person(Truth.OfPerson person) {
    Habits habits = person.habits();
    json.beginObject();
    json.name("person_id").text(person.person().id());
    json.name("name").text(person.person().name());
    json.name("team").text(person.person().team());
    json.name("archetype").text(label(person.archetype()));
    json.name("win_rate").number(person.winRate());
    json.name("value_factor").number(person.valueFactor());
    json.name("skill").beginObject();
    for (Truth.OfStage stage : truth.stages()) {
      json.name(stage.stage().label()).number(habits.skillAt(stage.stage()));
    }
    json.endObject();
    json.name("new_deals").number(habits.newDeals());
    json.name("activity").number(habits.activity());
    json.name("quantity").number(habits.quantity());
    json.name("discount").number(habits.discount());
    json.name("concession").number(habits.concession());
    json.name("dating").number(habits.dating());
    json.endObject();
  }

  private void product(Truth.OfProduct product) {
    json.beginObject();
    json.name("product_id").text(product.product().id());
    json.name("name").text(product.product().name());
    json.name("win_odds").number(product.winOdds());
    json.name("win_rate").number(product.winRate());
    date("declines_from", product.declinesFrom());
    json.name("win_rate_after").number(product.winRateAfter());
    json.name("demand_after").number(product.demandAfter());
    json.endObject();
  }

  private void team(Truth.OfTeam team) {
    json.beginObject();
    json.name("team_id").text(team.team().id());
    json.name("name").text(team.team().name());
    json.name("sells_other_mix").bool(team.sellsOtherMix());
    json.name("win_rate").number(team.winRate());
    json.name("mix").beginObject();
    for (Truth.Share share : team.mix()) {
      json.name(share.product()).number(share.share());
    }
    json.endObject();
    array("quarters", team.quarters(), this::quarter);
    json.endObject();
  }

  private void quarter(Truth.Quarter quarter) {
    json.beginObject();
    json.name("quarter").text(quarter.name());
    json.name("won_count").number(quarter.wonCount());
    json.name("won_value").amount(Amounts.plain(quarter.wonValue(), currency));
    json.endObject();
  }

  private void date(String name, @Nullable LocalDate date) {
    json.name(name);
    if (date == null) {
      json.nothing();
    } else {
      json.text(date.toString());
    }
  }

  private static String label(Scenario scenario) {
    return scenario == Scenario.PLANTED ? "planted" : "null";
  }

  private static String label(Archetype archetype) {
    return switch (archetype) {
      case DISCOUNTER -> "discounter";
      case WEAK_PROPOSAL -> "weak_proposal";
      case ALL_ROUNDER -> "all_rounder";
      case NEW_HIRE -> "new_hire";
      case OPTIMIST -> "optimist";
      case LEAVER -> "leaver";
      case NULL -> "null";
    };
  }

  private <T> void array(String name, List<T> elements, Consumer<T> writer) {
    array(name, elements, writer, () -> {});
  }

  private <T> void array(String name, List<T> elements, Consumer<T> writer, Runnable rest) {
    json.name(name).beginArray();
    elements.forEach(writer);
    rest.run();
    json.endArray();
  }
}
