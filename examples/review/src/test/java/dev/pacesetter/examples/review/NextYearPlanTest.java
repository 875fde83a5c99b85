package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The goal of a year to come, split by real history and shown beside the review of the last
 * quarter.
 */
class NextYearPlanTest {

  private static Run plan(Path folder, String mapping, String kpi, String period, long amount)
      throws IOException {
    Path goals = folder.resolve("goals.yaml");
    Files.writeString(
        goals,
        """
        currency: USD
        goals:
          - id: next-year
            title: {en: The year to come, zh: 下一年度}
            owner: %s
            kpi: %s
            at-least: %d
            scope: company
            period: %s
        """
            .formatted(mapping.startsWith("crm") ? "Sales" : "\"274\"", kpi, amount, period));
    String data = mapping.startsWith("crm") ? mapping : "adventureworks-sales";
    return Run.into(
        folder.resolve("out"),
        "--mapping",
        mapping,
        "--data",
        Run.data(data).toString(),
        "--goals",
        goals.toString(),
        "--plan",
        period,
        "--store",
        "memory:");
  }

  /** Everything adds up in whatever direction one adds. */
  private static void assertExact(JsonNode plan, long minor, int months) {
    Map<String, Long> byMonth = new TreeMap<>();
    Map<String, Long> byPersonMonth = new HashMap<>();
    long total = 0;
    for (JsonNode cell : plan.get("cells")) {
      long amount = cell.get("amount").asLong();
      total += amount;
      byMonth.merge(cell.get("month").asText(), amount, Math::addExact);
      byPersonMonth.merge(
          cell.get("person").asText() + cell.get("month").asText(), amount, Math::addExact);
      JsonNode steps = cell.path("steps");
      if (amount > 0) {
        JsonNode last = steps.get(steps.size() - 1);
        assertThat(last.get("amount").asLong()).isEqualTo(amount);
        assertThat(Math.abs(last.get("share").asDouble() - amount)).isLessThan(1 + 1e-6);
      }
    }
    assertThat(total).isEqualTo(minor).isEqualTo(plan.get("total").asLong());
    assertThat(byMonth).hasSize(months);
    assertThat(byMonth.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(minor);
    assertThat(byPersonMonth.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(minor);
  }

  private static List<String> verdicts(JsonNode plan) {
    return plan.get("findings").findValuesAsText("verdict");
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OfABicycleMaker {
    @TempDir private Path folder;

    @Test
    void isSplitOverSeventeenPeopleProductsAndMonthsToTheCent() throws IOException {
      Run run = plan(folder, "adventureworks", "order.value", "FY2021", 36_000_000);

      assertThat(run.code()).as(run.err()).isZero();
      JsonNode plan = run.json().get("plan");
      assertExact(plan, 36_000_000_00L, 12);
      assertThat(plan.get("cells").findValuesAsText("person").stream().distinct()).hasSize(17);
      assertThat(verdicts(plan)).hasSize(16).contains("PASS");
      // Quotas of the year before and what came of them are known, so capacity is learned.
      assertThat(plan.at("/capacity/isLearned").asBoolean()).isTrue();
      assertThat(plan.at("/capacity/total").asLong()).isPositive();
      // There are orders and no deals: the reverse funnel says what it lacks.
      assertThat(plan.at("/need/steps")).isEmpty();
      assertThat(plan.at("/need/missing")).isNotEmpty();
      assertThat(Files.readString(run.page()))
          .contains("Why these numbers?", "What people can be expected to sell", "Not enough data");
      assertThat(Files.readString(run.chinesePage())).contains("人员产能", "这些数字从何而来");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OfASellerOfHardware {
    @TempDir private Path folder;

    @Test
    void saysHowManyLeadsItTakes() throws IOException {
      Run run = plan(folder, "crm-sales-opportunities", "won.value", "FY2018", 12_000_000);

      assertThat(run.code()).as(run.err()).isZero();
      JsonNode plan = run.json().get("plan");
      assertExact(plan, 12_000_000_00L, 12);
      JsonNode lead = plan.at("/need/steps/0");
      assertThat(lead.get("step").asText()).isEqualTo("lead");
      assertThat(lead.get("number").asDouble()).isGreaterThan(lead.get("onAverage").asDouble());
      assertThat(plan.at("/capacity/total").asLong()).isPositive();
      assertThat(Files.readString(run.page()))
          .contains("What the goal takes", "Per person and week");
    }
  }

  @Test
  void aPeriodThatIsNoneIsRefused(@TempDir Path folder) {
    Run run = Run.into(folder, "--sample", "--plan", "FY2026-Q9");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--plan: ").contains("FY2026-Q9");
  }
}
