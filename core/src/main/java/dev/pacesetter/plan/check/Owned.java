package dev.pacesetter.plan.check;

import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** Somebody answers for the plan, and is there until it ends. */
final class Owned extends PlanRule {
  Owned() {
    super("plan.owner", List.of("owned", "nobody", "unknown", "leaves"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    Optional<String> owner = facts.goal().owner();
    if (owner.isEmpty()) {
      return say(facts, Verdict.FAIL, "nobody", counted("owners", 0).build());
    }
    Organization organization = facts.facts().organization();
    Optional<Person> person = organization.person(owner.get());
    if (person.isEmpty()) {
      boolean isTeam = organization.team(owner.get()).isPresent();
      return finding(facts, isTeam ? Verdict.PASS : Verdict.FAIL, isTeam ? "owned" : "unknown")
          .putWord("owner", isTeam ? organization.nameOf(Scope.team(owner.get())) : owner.get())
          .addEvidence(counted("owners", isTeam ? 1 : 0).build())
          .build();
    }
    boolean stays =
        person.get().until().map(day -> !day.isBefore(facts.plan().period().end())).orElse(true);
    return finding(facts, stays ? Verdict.PASS : Verdict.FAIL, stays ? "owned" : "leaves")
        .putWord("owner", person.get().name())
        .putWord("day", person.get().until().map(Object::toString).orElse("–"))
        .addEvidence(counted("owners", 1).build())
        .build();
  }
}
