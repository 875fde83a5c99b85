package dev.pacesetter.plan.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import java.util.List;

/** Everybody who belongs to the goal's part of the business has a share of it. */
final class EverybodyPlanned extends PlanRule {
  EverybodyPlanned() {
    super("plan.everybody", List.of("everybody", "forgotten"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    ImmutableSortedSet<String> belong =
        ImmutableSortedSet.copyOf(
            facts.facts().organization().peopleIn(facts.plan().scope(), facts.plan().period()));
    ImmutableList<String> forgotten =
        belong.stream()
            .filter(
                person ->
                    !facts.plan().people().contains(person) || facts.plan().ofPerson(person) == 0)
            .collect(ImmutableList.toImmutableList());
    boolean all = forgotten.isEmpty();
    return passOrWarn(facts, all, "everybody", "forgotten")
        .putWord(
            "people",
            listed(forgotten.stream().map(person -> nameOf(facts, Scope.person(person))).toList()))
        .addEvidence(counted("forgotten", forgotten.size()).expected(0).build())
        .addEvidence(counted("people", belong.size()).build())
        .build();
  }
}
