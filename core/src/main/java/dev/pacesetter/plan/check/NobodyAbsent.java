package dev.pacesetter.plan.check;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody is asked for anything in a month in which they are not there. */
final class NobodyAbsent extends PlanRule {
  NobodyAbsent() {
    super("plan.presence", List.of("present", "absent"));
  }

  @Override
  public Finding evaluate(PlanFacts facts, Settings settings) {
    long asked = 0;
    Set<String> absent = new LinkedHashSet<>();
    for (int person = 0; person < facts.plan().people().size(); person++) {
      String id = facts.plan().people().get(person);
      for (int month = 0; month < facts.plan().months().size(); month++) {
        long amount = ofMonth(facts, person, month);
        if (amount > 0 && !isThere(facts, id, facts.plan().months().get(month))) {
          asked = Math.addExact(asked, amount);
          absent.add(nameOf(facts, Scope.person(id)));
        }
      }
    }
    boolean present = absent.isEmpty();
    return finding(facts, present ? Verdict.PASS : Verdict.FAIL, present ? "present" : "absent")
        .putWord("people", listed(absent))
        .addEvidence(counted("people", absent.size()).build())
        .addEvidence(amount("asked", facts, asked, absent.size()).build())
        .build();
  }

  static long ofMonth(PlanFacts facts, int person, int month) {
    long sum = 0;
    for (int product = 0; product < facts.plan().products().size(); product++) {
      sum += facts.plan().amount(person, product, month);
    }
    return sum;
  }

  private static boolean isThere(PlanFacts facts, String id, Period month) {
    Optional<Person> person = facts.facts().organization().person(id);
    return person.isPresent()
        && month.start().datesUntil(month.end()).anyMatch(day -> isOn(person.get(), day));
  }

  private static boolean isOn(Person person, LocalDate day) {
    return person.isActiveOn(day);
  }
}
