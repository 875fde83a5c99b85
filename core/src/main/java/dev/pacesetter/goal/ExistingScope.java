package dev.pacesetter.goal;

import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S3: on the first day, the scope speaks of somebody, and of something there is. */
final class ExistingScope extends SmartRule {
  ExistingScope() {
    super(
        "smart.S3",
        List.of(
            "found",
            "unknownTeam",
            "unknownPerson",
            "unknownTerritory",
            "unknownLine",
            "unknownProduct",
            "unknownSegment",
            "unknownChannel",
            "nobodyThere"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Scope scope = facts.goal().scope();
    for (Map.Entry<Dimension, String> condition : scope.conditions().entrySet()) {
      if (!exists(facts.facts(), condition.getKey(), condition.getValue())) {
        return finding(facts, Verdict.FAIL, reason(condition.getKey()))
            .putWord("value", condition.getValue())
            .addEvidence(counted("people", 0).scope(scope).build())
            .build();
      }
    }
    Organization organization = facts.facts().organization();
    long active =
        organization.peopleIn(scope, facts.goal().period()).stream()
            .map(organization::person)
            .flatMap(Optional::stream)
            .filter(person -> isThere(person, facts))
            .count();
    return finding(
            facts, active > 0 ? Verdict.PASS : Verdict.FAIL, active > 0 ? "found" : "nobodyThere")
        .putWord("day", facts.goal().period().start().toString())
        .addEvidence(counted("people", active).scope(scope).build())
        .build();
  }

  private static boolean isThere(Person person, SmartFacts facts) {
    return person.isActiveOn(facts.goal().period().start());
  }

  private static boolean exists(SalesFacts facts, Dimension dimension, String value) {
    Organization organization = facts.organization();
    return switch (dimension) {
      case TEAM -> organization.team(value).isPresent();
      case PERSON -> organization.person(value).isPresent();
      case TERRITORY -> organization.territory(value).isPresent();
      case LINE -> organization.productLine(value).isPresent();
      case PRODUCT -> facts.deals().products().contains(value);
      case SEGMENT ->
          organization.customers().stream()
              .map(Customer::segment)
              .flatMap(Optional::stream)
              .anyMatch(value::equals);
      case CHANNEL ->
          facts.book().opportunities().stream()
              .map(Opportunity::channel)
              .flatMap(Optional::stream)
              .anyMatch(value::equals);
    };
  }

  private static String reason(Dimension dimension) {
    return switch (dimension) {
      case TEAM -> "unknownTeam";
      case PERSON -> "unknownPerson";
      case TERRITORY -> "unknownTerritory";
      case LINE -> "unknownLine";
      case PRODUCT -> "unknownProduct";
      case SEGMENT -> "unknownSegment";
      case CHANNEL -> "unknownChannel";
    };
  }
}
