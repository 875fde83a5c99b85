package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;

/** Nobody is asked for much more than they ever reached in as much time. */
final class WithinReach extends PlanRule {
  WithinReach() {
    super(
        "plan.reach",
        List.of("within", "beyond", "tooShort"),
        new Parameter("times", 1.5, 1, 10),
        new Parameter("periods", 2, 1, 8));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    ImmutableList<Period> periods = facts.history().periods();
    if (periods.size() < settings.get("periods")) {
      return say(
          facts,
          Verdict.UNDECIDED,
          "tooShort",
          counted("periods", periods.size()).limit(settings.get("periods")).build());
    }
    double highest = 0;
    String who = "–";
    long asked = 0;
    long best = 0;
    for (String person : facts.plan().people()) {
      long most = 0;
      for (Period period : periods) {
        most = Math.max(most, facts.history().ofPerson(person, period));
      }
      long target = facts.plan().ofPerson(person);
      if (most > 0 && (double) target / most > highest) {
        highest = (double) target / most;
        who = person;
        asked = target;
        best = most;
      }
    }
    boolean within = highest <= settings.get("times");
    return finding(facts, within ? Verdict.PASS : Verdict.WARN, within ? "within" : "beyond")
        .putWord("person", nameOf(facts, Scope.person(who)))
        .addEvidence(amount("asked", facts, asked, periods.size()).expected((double) best).build())
        .addEvidence(share("times", highest, periods.size()).limit(settings.get("times")).build())
        .build();
  }
}
