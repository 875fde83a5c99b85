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
        List.of("within", "beyond", "tooShort", "nobody"),
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
    ImmutableList<String> people =
        facts.plan().people().stream()
            .filter(person -> best(facts, periods, person) > 0)
            .collect(ImmutableList.toImmutableList());
    if (people.isEmpty()) {
      return say(
          facts,
          Verdict.UNDECIDED,
          "nobody",
          counted("people", facts.plan().people().size()).build());
    }
    long[] best = people.stream().mapToLong(person -> best(facts, periods, person)).toArray();
    int farthest =
        largest(best.length, at -> (double) facts.plan().ofPerson(people.get(at)) / best[at]);
    long asked = facts.plan().ofPerson(people.get(farthest));
    double times = (double) asked / best[farthest];
    return passOrWarn(facts, times <= settings.get("times"), "within", "beyond")
        .putWord("person", nameOf(facts, Scope.person(people.get(farthest))))
        .addEvidence(
            amount("asked", facts, asked, periods.size()).expected((double) best[farthest]).build())
        .addEvidence(share("times", times, periods.size()).limit(settings.get("times")).build())
        .build();
  }

  /** The most that a person was ever credited in one of some periods. */
  private static long best(PlanFacts facts, ImmutableList<Period> periods, String person) {
    return periods.stream()
        .mapToLong(period -> facts.history().ofPerson(person, period))
        .max()
        .orElse(0);
  }
}
