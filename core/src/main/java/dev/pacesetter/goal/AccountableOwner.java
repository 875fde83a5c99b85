package dev.pacesetter.goal;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** S1: one person who is there for the whole period, or a team with somebody in it, answers. */
final class AccountableOwner extends SmartRule {
  AccountableOwner() {
    super(
        "smart.S1",
        List.of("person", "team", "nobody", "unknown", "ambiguous", "absent", "emptyTeam"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Optional<String> owner = facts.goal().owner();
    if (owner.isEmpty()) {
      return fail(facts, "nobody", count("owners", 0));
    }
    Organization organization = facts.facts().organization();
    Optional<Person> person = organization.person(owner.get());
    boolean team = organization.team(owner.get()).isPresent();
    if (person.isPresent() && team) {
      return named(facts, owner.get(), "ambiguous", count("owners", 2));
    }
    if (person.isPresent()) {
      return judge(facts, person.get());
    }
    return team
        ? judgeTeam(facts, owner.get())
        : named(facts, owner.get(), "unknown", count("owners", 0));
  }

  private Finding named(SmartFacts facts, String owner, String reason, Evidence evidence) {
    return finding(facts, Verdict.FAIL, reason)
        .putWord("owner", owner)
        .addEvidence(evidence)
        .build();
  }

  private Finding judge(SmartFacts facts, Person person) {
    Period period = facts.goal().period();
    long there = period.start().datesUntil(period.end()).filter(person::isActiveOn).count();
    boolean whole = there == period.days();
    return finding(facts, whole ? Verdict.PASS : Verdict.FAIL, whole ? "person" : "absent")
        .putWord("owner", person.name())
        .addEvidence(
            days("presence", there)
                .scope(Scope.person(person.id()))
                .period(period)
                .expected(period.days())
                .build())
        .build();
  }

  private Finding judgeTeam(SmartFacts facts, String team) {
    long active =
        facts.facts().organization().chartOn(facts.goal().period().start()).peopleIn(team).size();
    return finding(
            facts, active > 0 ? Verdict.PASS : Verdict.FAIL, active > 0 ? "team" : "emptyTeam")
        .putWord("owner", facts.facts().organization().nameOf(Scope.team(team)))
        .addEvidence(counted("members", active).scope(Scope.team(team)).build())
        .build();
  }
}
