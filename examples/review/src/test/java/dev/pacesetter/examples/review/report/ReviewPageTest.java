package dev.pacesetter.examples.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pacesetter.examples.review.HostileExport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens pages in a browser and looks at what a reader sees. */
class ReviewPageTest {
  private static final int DESK = 1200;
  private static final int PHONE = 390;

  /** Goals that are kept rather than reached, and shares, beside one in money. */
  private static final String BOUNDED =
      """
      currency: EUR
      goals:
        - id: value
          title: {en: Win 2.15 million, zh: 赢单金额达到 215 万欧元}
          owner: T00
          kpi: won.value
          at-least: 2150000
          scope: company
          period: FY2025-Q4
        - id: rate
          title: {en: Win more often, zh: 提高赢单率}
          owner: T00
          kpi: win.closed.count
          at-least: 30%
          scope: company
          period: FY2025-Q4
        - id: discount
          title: {en: Give away little, zh: 控制折扣}
          owner: T00
          kpi: discount.rate
          at-most: 5%
          scope: company
          period: FY2025-Q4
        - id: range
          title: {en: Keep the cycle in its range, zh: 保持销售周期}
          owner: T01
          kpi: cycle.won.median
          between: [40, 70]
          scope: team=T01
          period: FY2025-Q4
        - id: steady
          title: {en: Keep the win rate steady, zh: 稳定赢单率}
          owner: T03
          kpi: win.closed.count
          between: [20%, 25%]
          scope: team=T03
          period: FY2025-Q4
      """;

  @TempDir private static Path folder;
  private static Path sample;
  private static Path hostile;
  private static Path bounded;
  private static Browser browser;

  @BeforeAll
  static void review() throws IOException {
    browser = Browser.in(Files.createDirectories(folder.resolve("browser")));
    sample = HostileExport.reviewSample(folder.resolve("sample"));
    hostile = HostileExport.review(folder.resolve("hostile"));
    bounded = HostileExport.reviewSample(folder.resolve("bounded"), BOUNDED);
  }

  @Test
  void drawsEveryChartWithItsWords() throws IOException, InterruptedException {
    JsonNode seen = browser.look(sample.resolve("review.html"), DESK);

    assertThat(seen.get("problems")).isEmpty();
    assertThat(seen.get("language").asText()).isEqualTo("en");
    assertThat(StreamSupport.stream(seen.get("charts").spliterator(), false))
        .extracting(chart -> chart.get("id").asText())
        .containsExactlyInAnyOrder(
            "chart-attainment", "chart-pace", "chart-funnel", "chart-waterfall", "chart-peers");
    for (JsonNode chart : seen.get("charts")) {
      assertThat(chart.get("paths").asInt()).as("%s", chart).isGreaterThan(5);
      assertThat(chart.get("texts").size()).as("%s", chart).isGreaterThan(5);
      assertThat(chart.get("height").asDouble()).isGreaterThan(200);
    }
    assertThat(texts(seen, "chart-funnel")).contains("Lead", "Negotiation", "Won");
    assertThat(texts(seen, "chart-peers")).contains("95% limits");
    assertThat(seen.get("text").asText()).contains("王芳").contains("One to one");
  }

  @Test
  void speaksChineseThroughout() throws IOException, InterruptedException {
    JsonNode seen = browser.look(sample.resolve("review.zh.html"), DESK);

    assertThat(seen.get("problems")).isEmpty();
    assertThat(seen.get("language").asText()).isEqualTo("zh");
    assertThat(texts(seen, "chart-waterfall")).contains("期初", "期末");
    assertThat(seen.get("text").asText())
        .contains("一对一反馈", "待提升点", "数据来源")
        .doesNotContain("Win rate", "not enough data", "{");
  }

  @Test
  void tellsGoalsThatAreKeptFromGoalsThatAreReached() throws IOException, InterruptedException {
    JsonNode english = browser.look(bounded.resolve("review.html"), DESK);
    JsonNode chinese = browser.look(bounded.resolve("review.zh.html"), DESK);

    assertThat(english.get("problems")).isEmpty();
    assertThat(chinese.get("problems")).isEmpty();
    assertThat(texts(english, "chart-attainment"))
        .as("every goal has a row of its own, and each is labelled by what it asks")
        .contains("EMEA West", "Asia-Pacific")
        .anyMatch(text -> text.endsWith(": Won value"))
        .anyMatch(text -> text.endsWith("(target at most 5.0%)"))
        .anyMatch(text -> text.endsWith("(target 40 days to 70 days)"))
        .anyMatch(text -> text.endsWith("(target 20.0% to 25.0%)"));
    assertThat(texts(chinese, "chart-attainment"))
        .anyMatch(text -> text.endsWith("（目标值：不超过 5.0%）"))
        .anyMatch(text -> text.endsWith("（目标值：20.0% 至 25.0%）"));
    assertThat(english.get("text").asText())
        .contains("target 20.0% to 25.0%, actual 19.4%.", "mark at its upper end");
    assertThat(chinese.get("text").asText())
        .contains("目标值：20.0% 至 25.0%，实际 19.4%")
        .doesNotContain("{");
  }

  @Test
  void fitsOnAPhone() throws IOException, InterruptedException {
    for (Path page :
        Stream.of(sample, bounded)
            .flatMap(from -> Stream.of("review.html", "review.zh.html").map(from::resolve))
            .toList()) {
      JsonNode seen = browser.look(page, PHONE);

      assertThat(seen.get("wide")).as("what sticks out to the right of %s", page).isEmpty();
      assertThat(seen.get("scrollWidth").asInt()).isLessThanOrEqualTo(PHONE);
    }
  }

  @Test
  void isMoreThanABlankSheet() throws IOException, InterruptedException {
    BufferedImage picture = browser.picture(sample.resolve("review.html"), DESK, 1600);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 2) {
      for (int x = 0; x < picture.getWidth(); x += 2) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    assertThat(colours).as("paper, and the bars of the first chart").contains(0xffffff, 0x1f5fa8);
  }

  @Test
  void prints() throws IOException, InterruptedException {
    byte[] printed = browser.print(sample.resolve("review.html"));

    assertThat(new String(printed, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    assertThat(printed.length).isGreaterThan(50_000);
  }

  @Test
  void showsHostileNamesAsText() throws IOException, InterruptedException {
    JsonNode plain = browser.look(sample.resolve("review.html"), DESK);
    JsonNode seen = browser.look(hostile.resolve("review.html"), DESK);

    assertThat(seen.get("problems")).isEmpty();
    assertThat(seen.get("alerted").asInt()).isZero();
    assertThat(seen.get("scripts").asInt()).isEqualTo(plain.get("scripts").asInt());
    assertThat(seen.get("text").asText()).contains(HostileExport.SCRIPT, HostileExport.FORMULA);
    assertThat(texts(seen, "chart-attainment")).anyMatch(text -> text.startsWith("</script>"));
  }

  @Test
  void escapesHostileNamesInNotes() throws IOException {
    try (Stream<Path> notes = Files.list(hostile.resolve("notes/en"))) {
      assertThat(notes)
          .isNotEmpty()
          .allSatisfy(note -> assertThat(Files.readString(note)).doesNotContain("<script", "<img"));
    }
  }

  private static Set<String> texts(JsonNode seen, String chart) {
    Set<String> texts = new HashSet<>();
    for (JsonNode candidate : seen.get("charts")) {
      if (candidate.get("id").asText().equals(chart)) {
        candidate.get("texts").forEach(text -> texts.add(text.asText()));
      }
    }
    return texts;
  }
}
