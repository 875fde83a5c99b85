package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.ask;
import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.goal.SmartCase.goal;

import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

class OwnersHandsTest {
  private final Business business =
      Business.empty()
          .team(Team.of("all", "Everybody").ledBy("eve"))
          .team(Team.of("north", "North").under("all"))
          .person(Person.of("ana", "Ana").inTeam("north"))
          .person(Person.of("bo", "Bo").inTeam("north"))
          .person(Person.of("eve", "Eve").inTeam("all"));

  private Finding owned(String owner, long ana, long bo) {
    business.won("ana", "2025-06-10", ana).won("bo", "2025-07-10", bo);
    return ask(
        "smart.R3",
        goal(business).owner(owner).scope(Scope.team("north")).build(),
        business.on("2025-12-31"));
  }

  @Test
  void holdMostOfTheResult() {
    expect(owned("ana", 60, 40), Verdict.PASS, "mostly");
  }

  @Test
  void holdAPartOfIt() {
    expect(owned("ana", 40, 60), Verdict.WARN, "partly");
  }

  @Test
  void holdHardlyAnyOfIt() {
    expect(owned("ana", 10, 90), Verdict.FAIL, "hardly");
  }

  @Test
  void areThoseOfTheWholeTeamForATeam() {
    expect(owned("north", 10, 90), Verdict.PASS, "mostly");
  }

  @Test
  void areThoseOfTheTeamForWhoLeadsIt() {
    business.won("ana", "2025-06-10", 10);
    SalesGoal all = goal(business).owner("eve").scope(Scope.team("all")).build();
    expect(ask("smart.R3", all, business.on("2025-12-31")), Verdict.PASS, "mostly");
    SalesGoal north = goal(business).owner("eve").scope(Scope.team("north")).build();
    expect(ask("smart.R3", north, business.on("2025-12-31")), Verdict.FAIL, "hardly");
  }

  @Test
  void areUndecidedWithoutSalesOwnerOrSum() {
    SalesGoal plain = goal(business).build();
    expect(ask("smart.R3", plain, business.on("2025-12-31")), Verdict.UNDECIDED, "noCredits");
    SalesGoal unknown = goal(business).owner("zoe").build();
    expect(ask("smart.R3", unknown, business.on("2025-12-31")), Verdict.UNDECIDED, "unknown");
    SalesGoal rate =
        goal(business).kpi(Kpis.WIN_RATE).target(Target.atLeast(0.4, Unit.RATIO)).build();
    expect(ask("smart.R3", rate, business.on("2025-12-31")), Verdict.UNDECIDED, "noSum");
  }
}
