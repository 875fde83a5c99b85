package dev.pacesetter.examples.review.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.html.HtmlEscapers;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A headless Chromium that looks at a page and tells what it sees.
 *
 * <p>Where {@code PACESETTER_CHROMIUM} names a browser it must be there; otherwise one is looked
 * for on the path, and a test that needs it is skipped where there is none.
 */
final class Browser {
  private static final String VARIABLE = "PACESETTER_CHROMIUM";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern PROBE =
      Pattern.compile("<pre id=\"probe\">(.*?)</pre>", Pattern.DOTALL);

  private final Path program;
  private final Path folder;

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Starts from an empty folder, in which profiles and pictures are kept. */
  static Browser in(Path folder) {
    Optional<Path> program = find();
    assumeTrue(program.isPresent(), "no Chromium on this machine; " + VARIABLE + " can name one");
    return new Browser(program.orElseThrow(), folder);
  }

  private static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      assertThat(Path.of(named)).as(VARIABLE).isExecutable();
      return Optional.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String place : Splitter.on(File.pathSeparatorChar).omitEmptyStrings().split(path)) {
      for (String name : NAMES) {
        Path candidate = Path.of(place, name);
        if (Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Opens a page in a frame of a width and reports what a reader of that screen gets: script
   * errors, charts with their size and texts, elements that stick out to the right, visible text.
   */
  JsonNode look(Path page, int width) throws IOException, InterruptedException {
    String framed =
        Files.readString(page)
            .replace(
                "<head>",
                "<head><script>window.problems=[];window.alerted=0;"
                    + "window.onerror=function(m){window.problems.push(String(m));};"
                    + "window.alert=function(){window.alerted++;};</script>");
    Path wrapper = folder.resolve("frame-" + width + ".html");
    Files.writeString(
        wrapper,
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="margin:0">
        <pre id="probe"></pre>
        <iframe id="frame" style="border:0;width:%dpx;height:900px" srcdoc="%s"></iframe>
        <script>
        document.getElementById("frame").addEventListener("load", function () {
          var view = this.contentWindow, page = this.contentDocument;
          var charts = [].map.call(page.querySelectorAll(".chart"), function (place) {
            var box = place.getBoundingClientRect();
            return { id: place.id, width: box.width, height: box.height,
              paths: place.querySelectorAll("svg path").length,
              texts: [].map.call(place.querySelectorAll("svg text"), function (t) { return t.textContent; }) };
          });
          var wide = [].filter.call(page.body.querySelectorAll("*"), function (e) {
            return !e.closest(".scroll") && !e.closest(".chart") && e.getBoundingClientRect().right > view.innerWidth + 1;
          }).map(function (e) { return e.tagName + "#" + e.id + "." + e.className; });
          document.getElementById("probe").textContent = JSON.stringify({
            problems: view.problems, alerted: view.alerted, charts: charts, wide: wide.slice(0, 20),
            language: page.documentElement.lang, scripts: page.scripts.length,
            scrollWidth: page.documentElement.scrollWidth, innerWidth: view.innerWidth,
            text: page.body.innerText });
        });
        </script></body></html>
        """
            .formatted(width, HtmlEscapers.htmlEscaper().escape(framed)));
    String dom =
        run(List.of("--virtual-time-budget=15000", "--dump-dom", wrapper.toUri().toString()));
    Matcher matcher = PROBE.matcher(dom);
    assertThat(matcher.find()).as("the probe ran").isTrue();
    String json = matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return new ObjectMapper().readTree(json);
  }

  /** Takes a picture of the top of a page. */
  BufferedImage picture(Path page, int width, int height) throws IOException, InterruptedException {
    Path file = folder.resolve("picture-" + width + ".png");
    run(
        List.of(
            "--window-size=" + width + "," + height,
            "--hide-scrollbars",
            "--virtual-time-budget=15000",
            "--screenshot=" + file,
            page.toUri().toString()));
    return ImageIO.read(file.toFile());
  }

  /** Prints a page. */
  byte[] print(Path page) throws IOException, InterruptedException {
    Path file = folder.resolve("print.pdf");
    run(
        List.of(
            "--virtual-time-budget=15000",
            "--no-pdf-header-footer",
            "--print-to-pdf=" + file,
            page.toUri().toString()));
    return Files.readAllBytes(file);
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(arguments);
    Path output = Files.createTempFile(folder, "browser", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the browser finished").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).as("exit code of the browser").isZero();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
