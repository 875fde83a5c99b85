package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Explanation;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.RuledOut;
import dev.pacesetter.rule.Setting;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;

/**
 * The recurring shapes of review.json: measures, money, findings with evidence, text by language.
 */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Numbers that are whole are written so: 12 and not 12.0. */
  static void put(ObjectNode node, String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      node.put(name, (long) value);
    } else {
      node.put(name, BigDecimal.valueOf(value));
    }
  }

  static void put(ObjectNode node, String name, OptionalDouble value) {
    value.ifPresent(known -> put(node, name, known));
  }

  static ObjectNode measure(Measure measure) {
    ObjectNode node = object();
    node.put("unit", measure.unit().name());
    node.put("n", measure.n());
    if (measure.isPresent()) {
      put(node, "value", measure.value());
    }
    measure.reason().ifPresent(reason -> node.put("noData", reason.name()));
    measure.interval().ifPresent(interval -> node.set("interval", interval(interval)));
    return node;
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = object();
    put(node, "lower", interval.lower());
    put(node, "upper", interval.upper());
    put(node, "confidence", interval.confidence());
    return node;
  }

  static ObjectNode money(long minor, Optional<CurrencyUnit> currency) {
    ObjectNode node = object();
    node.put("minor", minor);
    currency.ifPresent(known -> node.put("currency", known.getCode()));
    return node;
  }

  static ObjectNode kpi(Kpi kpi) {
    ObjectNode node = object();
    node.put("id", kpi.id());
    node.put("version", kpi.version());
    node.set("name", texts(kpi::name));
    return node;
  }

  private static ObjectNode kpi(KpiVersion kpi) {
    ObjectNode node = object();
    node.put("id", kpi.id());
    node.put("version", kpi.version());
    kpi.name(Locale.ENGLISH)
        .ifPresent(english -> node.set("name", texts(locale -> kpi.name(locale).orElse(english))));
    return node;
  }

  static ObjectNode texts(Function<Locale, String> text) {
    ObjectNode node = object();
    node.put("en", text.apply(Locale.ENGLISH));
    node.put("zh", text.apply(Locale.CHINESE));
    return node;
  }

  /** A finding with its explanation; others of the same evaluation may explain it. */
  static ObjectNode explained(
      Finding finding, Iterable<Finding> others, Organization organization) {
    ObjectNode node = finding(finding);
    ObjectNode why = node.putObject("why");
    why.set("en", why(Explanation.of(finding, others, organization, Locale.ENGLISH)));
    why.set("zh", why(Explanation.of(finding, others, organization, Locale.CHINESE)));
    return node;
  }

  static ObjectNode finding(Finding finding) {
    ObjectNode node = object();
    node.put("rule", finding.ruleId());
    node.put("ruleVersion", finding.ruleVersion());
    node.put("verdict", finding.verdict().name());
    node.put("reason", finding.reason());
    node.put("subject", finding.subject().toString());
    finding.explainedBy().ifPresent(rule -> node.put("explainedBy", rule));
    node.set("text", texts(finding::explain));
    if (finding.repair(Locale.ENGLISH).isPresent()) {
      node.set("repair", texts(locale -> finding.repair(locale).orElse("")));
    }
    ArrayNode evidence = node.putArray("evidence");
    finding.evidence().forEach(number -> evidence.add(evidence(number)));
    ArrayNode settings = node.putArray("settings");
    finding.settings().forEach(setting -> settings.add(setting(setting)));
    ArrayNode ruledOut = node.putArray("ruledOut");
    for (RuledOut other : finding.ruledOut()) {
      ObjectNode entry = ruledOut.addObject();
      entry.put("rule", other.ruleId());
      entry.put("ruleVersion", other.ruleVersion());
      entry.set("text", texts(other.sentence()::in));
    }
    return node;
  }

  private static ObjectNode setting(Setting setting) {
    ObjectNode node = object();
    node.put("name", setting.name());
    put(node, "value", setting.value());
    put(node, "standard", setting.standard());
    return node;
  }

  private static ObjectNode why(Explanation explanation) {
    ObjectNode node = object();
    node.put("text", explanation.text());
    if (!explanation.children().isEmpty()) {
      ArrayNode children = node.putArray("children");
      explanation.children().forEach(child -> children.add(why(child)));
    }
    return node;
  }

  private static ObjectNode evidence(Evidence number) {
    ObjectNode node = object();
    node.put("name", number.name());
    number.kpi().ifPresent(kpi -> node.set("kpi", kpi(kpi)));
    node.put("scope", number.scope().toString());
    number.period().ifPresent(period -> node.put("period", period.name()));
    node.set("observed", measure(number.observed()));
    put(node, "expected", number.expected());
    put(node, "limit", number.limit());
    number.test().ifPresent(test -> node.put("test", test));
    put(node, "pValue", number.pValue());
    put(node, "adjustedPValue", number.adjustedPValue());
    number
        .currency()
        .filter(currency -> number.observed().unit() == Unit.MONEY)
        .ifPresent(currency -> node.put("currency", currency.getCode()));
    return node;
  }
}
