package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pacesetter.examples.review.outlook.Outlook;
import dev.pacesetter.plan.capacity.Capacity;
import dev.pacesetter.plan.capacity.CapacityCell;
import dev.pacesetter.plan.need.Need;
import dev.pacesetter.plan.need.StepNeed;

/** What people can be expected to sell and what a goal takes, as JSON. */
final class OutlookJson {
  private OutlookJson() {}

  static void put(Outlook outlook, ObjectNode plan) {
    outlook
        .capacity()
        .ifPresent(
            can -> {
              ObjectNode node = capacity(can);
              node.put("isLearned", outlook.isLearned());
              outlook
                  .gap()
                  .ifPresent(gap -> node.put("gap", gap.money()).put("gapHeads", gap.heads()));
              plan.set("capacity", node);
            });
    outlook.need().ifPresent(need -> plan.set("need", need(need)));
  }

  private static ObjectNode capacity(Capacity can) {
    ObjectNode node = Json.object();
    node.put("total", can.total());
    node.put("heads", can.heads());
    node.set("attainment", Json.measure(can.attainment()));
    ArrayNode steps = node.putArray("steps");
    can.steps()
        .forEach(
            (step, amount) -> steps.addObject().put("step", step.name()).put("amount", amount));
    ArrayNode cells = node.putArray("cells");
    for (CapacityCell cell : can.cells()) {
      cells
          .addObject()
          .put("person", cell.person())
          .put("month", cell.month().name())
          .put("amount", cell.amount());
    }
    return node;
  }

  private static ObjectNode need(Need need) {
    ObjectNode node = Json.object();
    node.put("confidence", need.confidence());
    node.put("heads", need.heads());
    ArrayNode steps = node.putArray("steps");
    for (StepNeed step : need.steps()) {
      ObjectNode entry = steps.addObject();
      entry.put("step", step.step());
      entry.set("rate", Json.measure(step.rate()));
      step.number().ifPresent(number -> entry.put("number", number));
      entry.put("onAverage", step.onAverage());
      step.latest().ifPresent(day -> entry.put("latest", day.toString()));
      step.existing().ifPresent(share -> entry.put("existing", share));
      step.perPersonAndWeek().ifPresent(weekly -> entry.put("perPersonAndWeek", weekly));
    }
    ArrayNode missing = node.putArray("missing");
    need.missing()
        .forEach(
            lacking ->
                missing
                    .addObject()
                    .put("step", lacking.step())
                    .put("lacking", lacking.lacking().name())
                    .put("more", lacking.more()));
    node.set("text", Json.texts(need::explain));
    return node;
  }
}
