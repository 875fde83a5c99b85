package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.persistence.repository.LoopStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 60,855 order lines and 163 quotas of a bicycle maker. */
class AdventureWorksReviewTest {
  @TempDir private static Path folder;
  private static Run run;

  @BeforeAll
  static void run() {
    run =
        Run.into(
            folder,
            "--mapping",
            "adventureworks",
            "--data",
            Run.data("adventureworks-sales").toString());
  }

  @Test
  void statesTheAttainmentOfEveryPersonAndQuarter() throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    List<JsonNode> personal = new ArrayList<>();
    run.json()
        .get("attainments")
        .forEach(
            attainment -> {
              if (attainment.get("scope").asText().startsWith("person=")) {
                personal.add(attainment);
              }
            });

    assertThat(personal).hasSize(163);
    assertThat(personal).allMatch(attainment -> attainment.has("share"));
  }

  /** EmployeeKey 282 is person 276, with a first quota of 637,000. */
  @Test
  void comparesARealQuotaWithRealOrders() throws IOException {
    JsonNode found =
        StreamSupport.stream(run.json().get("attainments").spliterator(), false)
            .filter(attainment -> attainment.get("scope").asText().equals("person=276"))
            .filter(attainment -> attainment.get("period").asText().equals("FY2017-Q3"))
            .findFirst()
            .orElseThrow();
    assertThat(found.get("target").asLong()).isEqualTo(637_000_00L);
    assertThat(found.at("/actual/value").asLong()).isEqualTo(ordersOf("282", "2017-07", "2017-09"));
  }

  /** Adds up the cents of an employee's orders, straight from the file. */
  private static long ordersOf(String employee, String first, String last) throws IOException {
    long cents = 0;
    Path file = Run.data("adventureworks-sales").resolve("dw/FactResellerSales.csv");
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      String month = cells[1].length() >= 7 ? cells[1].substring(0, 7) : "";
      if (cells[4].equals(employee) && month.compareTo(first) >= 0 && month.compareTo(last) <= 0) {
        cents += new BigDecimal(cells[9]).movePointRight(2).longValueExact();
      }
    }
    return cents;
  }

  @Test
  void saysGoalsFromQuotasInTheLanguageOfThePage() throws IOException {
    assertThat(Files.readString(run.page()))
        .contains("Order value of the company in FY2020-Q2", "Order value of Canada in FY2020-Q2")
        .doesNotContain("FY2020-Q2 订单金额");
    assertThat(Files.readString(run.chinesePage()))
        .contains("公司 FY2020-Q2 订单金额", "Canada FY2020-Q2 订单金额")
        .doesNotContain("Order value");
  }

  @Test
  void showsAndStoresIt() throws IOException {
    assertThat(Files.readString(run.page())).contains("FY2017-Q3").contains("FY2020-Q2");
    String url = "jdbc:h2:file:" + folder.resolve("store").resolve("pacesetter").toAbsolutePath();
    try (Store store = Stores.open(url)) {
      LoopStore kept = LoopStore.of(store, Workspace.of(run.json().get("source").asText()));

      assertThat(kept.goals().all().stream().map(SalesGoal::scope))
          .filteredOn(scope -> scope.person().isPresent())
          .hasSize(163);
      assertThat(kept.reviews().all())
          .singleElement()
          .satisfies(review -> assertThat(review.attainments()).hasSizeGreaterThan(163));
    }
  }
}
