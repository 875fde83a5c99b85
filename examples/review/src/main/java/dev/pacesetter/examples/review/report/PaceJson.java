package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.monitor.Pace;
import dev.pacesetter.monitor.PaceReport;
import dev.pacesetter.monitor.Unplanned;
import dev.pacesetter.rule.Finding;
import java.util.List;

/** The pace in review.json. */
final class PaceJson {
  private PaceJson() {}

  static ObjectNode of(PaceReport report) {
    ObjectNode node = Json.object();
    node.put("day", report.day().toString());
    node.put("workingDays", report.progress().days());
    node.put("workingDaysOver", report.progress().elapsed());
    node.set("company", pace(report.whole()));
    node.set("teams", paces(report.teams()));
    node.set("products", paces(report.products()));
    node.set("people", paces(report.people()));
    ArrayNode unplanned = node.putArray("unplanned");
    for (Unplanned sold : report.unplanned()) {
      ObjectNode entry = unplanned.addObject();
      sold.person().ifPresent(person -> entry.put("person", person));
      sold.product().ifPresent(product -> entry.put("product", product));
      entry.put("actual", sold.actual());
    }
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : report.findings()) {
      findings.add(Json.explained(finding, report.findings(), report.facts().organization()));
    }
    return node;
  }

  private static ArrayNode paces(List<Pace> paces) {
    ArrayNode array = Json.array();
    paces.forEach(pace -> array.add(pace(pace)));
    return array;
  }

  private static ObjectNode pace(Pace pace) {
    ObjectNode node = Json.object();
    node.put("scope", pace.scope().toString());
    node.put("target", pace.target());
    Json.put(node, "planned", pace.planned());
    node.put("actual", pace.actual());
    Json.put(node, "gap", pace.gap());
    Json.put(node, "pace", pace.pace());
    Json.put(node, "attainment", pace.attainment());
    Json.put(node, "neededPerDay", pace.neededPerDay());
    Json.put(node, "projection", pace.projection());
    node.put("status", pace.status().name());
    return node;
  }
}
