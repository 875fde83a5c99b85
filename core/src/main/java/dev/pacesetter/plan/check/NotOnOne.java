package dev.pacesetter.plan.check;

import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** The plan does not stand or fall with one person. */
final class NotOnOne extends PlanRule {
  NotOnOne() {
    super(
        "plan.dependence",
        List.of("shared", "leaning", "few"),
        new Parameter("share", 0.4, 0.05, 1),
        new Parameter("people", 3, 2, 100));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    int people = facts.plan().people().size();
    if (people < settings.get("people") || facts.plan().total() == 0) {
      return say(
          facts,
          Verdict.PASS,
          "few",
          counted("people", people).limit(settings.get("people")).build());
    }
    String largest = facts.plan().people().get(0);
    for (String person : facts.plan().people()) {
      if (facts.plan().ofPerson(person) > facts.plan().ofPerson(largest)) {
        largest = person;
      }
    }
    double share = (double) facts.plan().ofPerson(largest) / facts.plan().total();
    boolean shared = share <= settings.get("share");
    return finding(facts, shared ? Verdict.PASS : Verdict.WARN, shared ? "shared" : "leaning")
        .putWord("person", nameOf(facts, Scope.person(largest)))
        .addEvidence(share("share", share, people).limit(settings.get("share")).build())
        .build();
  }
}
