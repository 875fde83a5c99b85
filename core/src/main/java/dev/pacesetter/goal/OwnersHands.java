package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Credits;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import java.util.List;
import java.util.Optional;

/**
 * R3: the result is in the owner's hands.
 *
 * <p>{@code share = credited to the owner / credited in the scope}, over the last twelve months. A
 * team owns what its people are credited, and whoever leads a team what that team is.
 */
final class OwnersHands extends ScopedRule {
  OwnersHands() {
    super(
        "smart.R3",
        List.of("mostly", "partly", "hardly", "nobody", "unknown", "noCredits", "noSum"),
        new Parameter("mostly", 0.5, 0, 1),
        new Parameter("hardly", 0.2, 0, 1));
  }

  @Override
  Finding judge(SmartFacts facts, Settings settings) {
    SalesGoal goal = facts.goal();
    if (goal.owner().isEmpty()) {
      return undecided(facts, "nobody", count("owners", 0));
    }
    if (!(goal.kpi() instanceof AdditiveKpi additive)) {
      return undecided(facts, "noSum", target(facts));
    }
    Optional<Scope> own = ownedBy(goal.owner().get(), facts);
    if (own.isEmpty()) {
      return undecided(facts, "unknown", count("owners", 0));
    }
    Period year = facts.lastYear();
    Credits credits = additive.credits(facts.history());
    int[] rows = credits.rows(goal.scope(), year.start(), year.end());
    double all = total(credits, rows);
    if (all <= 0) {
      return undecided(facts, "noCredits", count("credits", 0));
    }
    int[] owned = credits.rows(own.get(), rows);
    double share = total(credits, owned) / all;
    Evidence evidence =
        number("share", Measure.of(share, Unit.RATIO, rows.length))
            .kpi(KpiVersion.of(goal.kpi()))
            .scope(goal.scope())
            .period(year)
            .limit(settings.get("mostly"))
            .build();
    if (share >= settings.get("mostly")) {
      return pass(facts, "mostly", evidence);
    }
    return share >= settings.get("hardly")
        ? warn(facts, "partly", evidence)
        : fail(facts, "hardly", evidence);
  }

  private static double total(Credits credits, int[] rows) {
    double total = 0;
    for (int row : rows) {
      total += credits.value(row);
    }
    return total;
  }

  /** What an owner answers for: a team's part, that of the team they lead, or their own. */
  private static Optional<Scope> ownedBy(String owner, SmartFacts facts) {
    Organization organization = facts.facts().organization();
    if (organization.person(owner).isEmpty()) {
      return organization.team(owner).map(team -> Scope.team(team.id()));
    }
    Optional<String> led =
        facts
            .goal()
            .scope()
            .team()
            .filter(
                team ->
                    organization
                        .chartOn(facts.goal().period().start())
                        .leadOf(team)
                        .map(lead -> lead.id().equals(owner))
                        .orElse(false));
    return Optional.of(led.map(Scope::team).orElse(Scope.person(owner)));
  }
}
