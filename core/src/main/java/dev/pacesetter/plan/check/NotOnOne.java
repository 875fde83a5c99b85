package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
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
    ImmutableList<String> people = facts.plan().people();
    if (people.size() < settings.get("people") || facts.plan().total() == 0) {
      return say(
          facts,
          Verdict.PASS,
          "few",
          counted("people", people.size()).limit(settings.get("people")).build());
    }
    String most = people.get(largest(people.size(), at -> facts.plan().ofPerson(people.get(at))));
    double share = (double) facts.plan().ofPerson(most) / facts.plan().total();
    return passOrWarn(facts, share <= settings.get("share"), "shared", "leaning")
        .putWord("person", nameOf(facts, Scope.person(most)))
        .addEvidence(share("share", share, people.size()).limit(settings.get("share")).build())
        .build();
  }
}
