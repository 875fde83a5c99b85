package dev.pacesetter.rule;

import static dev.pacesetter.rule.Explanation.leaf;
import static dev.pacesetter.rule.Explanation.node;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the tree of one finding in one language. */
final class WhyTree {
  private final Organization organization;
  private final Phrases phrases;
  private final NumberText numbers;

  WhyTree(Organization organization, Locale locale) {
    this.organization = organization;
    this.phrases = Phrases.named(RuleProblem.PHRASES, locale);
    this.numbers = new NumberText(phrases);
  }

  Explanation of(Finding finding, ImmutableList<Finding> others) {
    List<Explanation> reasons = new ArrayList<>();
    reasons.add(leaf(finding.explain(phrases.language())));
    reasons.add(
        node(
            phrases.say("why.numbers"),
            finding.evidence().stream().map(number -> number(finding, number)).toList()));
    if (!finding.settings().isEmpty()) {
      reasons.add(
          node(
              phrases.say("why.parameters"),
              finding.settings().stream().map(this::parameter).toList()));
    }
    if (!finding.ruledOut().isEmpty()) {
      reasons.add(
          node(
              phrases.say("why.ruledOut"),
              finding.ruledOut().stream().map(this::alternative).toList()));
    }
    finding
        .explainedBy()
        .ifPresent(
            rule ->
                reasons.add(
                    node(phrases.say("why.explainedBy"), List.of(cause(finding, rule, others)))));
    if (!finding.notes().isEmpty()) {
      reasons.add(
          node(phrases.say("why.notes"), finding.notes().stream().map(Explanation::leaf).toList()));
    }
    finding
        .repair(phrases.language())
        .ifPresent(repair -> reasons.add(node(phrases.say("why.repair"), List.of(leaf(repair)))));
    return node(headline(finding), reasons);
  }

  private String headline(Finding finding) {
    return phrases.fill(
        "why.finding",
        ImmutableMap.of(
            "title",
            finding.title(phrases.language()),
            "rule",
            finding.ruleId(),
            "version",
            Integer.toString(finding.ruleVersion()),
            "verdict",
            finding.verdict().in(phrases.language())));
  }

  private Explanation number(Finding finding, Evidence number) {
    List<Explanation> about = new ArrayList<>();
    number
        .kpi()
        .ifPresent(
            kpi ->
                about.add(
                    leaf(
                        phrases.fill(
                            kpi.nameIn(phrases.language()).equals(kpi.id())
                                ? "why.kpi.other"
                                : "why.kpi",
                            ImmutableMap.of(
                                "kpi",
                                kpi.nameIn(phrases.language()),
                                "id",
                                kpi.id(),
                                "version",
                                Integer.toString(kpi.version()))))));
    about.add(leaf(slice(number)));
    numbers.comparisons(number).forEach(line -> about.add(leaf(line)));
    return node(
        phrases.fill(
            "why.number",
            ImmutableMap.of(
                "name", numbers.label(finding, number), "value", numbers.observed(number))),
        about);
  }

  private String slice(Evidence number) {
    String named = organization.nameOf(number.scope());
    String slice = named.isEmpty() ? phrases.say("why.company") : named;
    Optional<String> period = number.period().map(Period::name);
    return period
        .map(name -> phrases.fill("why.slice", ImmutableMap.of("slice", slice, "period", name)))
        .orElse(slice);
  }

  private Explanation parameter(Setting setting) {
    return leaf(
        phrases.fill(
            setting.isChanged() ? "why.parameter.changed" : "why.parameter",
            ImmutableMap.of(
                "name",
                setting.name(),
                "value",
                Allowed.number(setting.value()),
                "standard",
                Allowed.number(setting.standard()))));
  }

  private Explanation alternative(RuledOut other) {
    return leaf(
        phrases.fill(
            "why.alternative",
            ImmutableMap.of(
                "title",
                other.title().in(phrases.language()),
                "rule",
                other.ruleId(),
                "version",
                Integer.toString(other.ruleVersion()),
                "sentence",
                other.sentence().in(phrases.language()))));
  }

  /** The finding that explains; whoever was told above is not told again, so that it ends. */
  private Explanation cause(Finding finding, String rule, ImmutableList<Finding> others) {
    ImmutableList<Finding> rest =
        others.stream()
            .filter(other -> !other.equals(finding))
            .collect(ImmutableList.toImmutableList());
    return rest.stream()
        .filter(other -> other.ruleId().equals(rule) && other.subject().equals(finding.subject()))
        .findFirst()
        .map(other -> of(other, rest))
        .orElseGet(() -> leaf(phrases.fill("why.rule", ImmutableMap.of("rule", rule))));
  }
}
