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

  @TempDir private static Path folder;
  private static Path sample;
  private static Path hostile;
  private static Browser browser;

  @BeforeAll
  static void review() throws IOException {
    browser = Browser.in(Files.createDirectories(folder.resolve("browser")));
    sample = HostileExport.reviewSample(folder.resolve("sample"));
    hostile = HostileExport.review(folder.resolve("hostile"));
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
  void fitsOnAPhone() throws IOException, InterruptedException {
    for (String page : new String[] {"review.html", "review.zh.html"}) {
      JsonNode seen = browser.look(sample.resolve(page), PHONE);

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
