package dev.pacesetter.examples.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reviews to look at: of the sample, and of an export whose names try to break out. */
public final class HostileExport {
  /** A name that would end a script element and start another. */
  public static final String SCRIPT = "</script><script>alert(1)</script>";

  /** A name that a spreadsheet would calculate. */
  public static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"x\")";

  private static final String IMAGE = "O'Neill \"<img src=x onerror=alert(2)>\" {{name}} {0}";

  private HostileExport() {}

  /**
   * Reviews the bundled sample.
   *
   * @param folder where to write
   * @return the folder
   */
  public static Path reviewSample(Path folder) {
    Run run = Run.into(folder, "--sample", "--quiet", "--store", "memory:");
    assertThat(run.code()).as(run.err()).isZero();
    return folder;
  }

  /**
   * Reviews the bundled sample with other goals.
   *
   * @param folder where to write
   * @param goals the text of the goal file
   * @return the folder
   * @throws IOException if the goal file cannot be written
   */
  public static Path reviewSample(Path folder, String goals) throws IOException {
    Path file = Files.createDirectories(folder).resolve("goals.yaml");
    Files.writeString(file, goals);
    Run run =
        Run.into(folder, "--sample", "--quiet", "--store", "memory:", "--goals", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return folder;
  }

  /**
   * Reviews an export of three people with hostile names.
   *
   * @param folder where to write
   * @return the folder
   * @throws IOException if the export cannot be written
   */
  public static Path review(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    String[] people = {SCRIPT, IMAGE, FORMULA};
    StringBuilder teams = new StringBuilder("sales_agent,manager,regional_office\n");
    StringBuilder pipeline =
        new StringBuilder(
            "opportunity_id,sales_agent,product,account,deal_stage,"
                + "engage_date,close_date,close_value\n");
    for (int person = 0; person < people.length; person++) {
      teams.append(quoted(people[person])).append(',').append(quoted(IMAGE)).append(",Central\n");
      for (int deal = 0; deal < 60; deal++) {
        boolean won = (deal + person) % 3 > 0;
        pipeline.append(
            String.format(
                Locale.ROOT,
                "D%d-%d,%s,%s,%s,%s,2017-08-%02d,2017-%02d-%02d,%s%n",
                person,
                deal,
                quoted(people[person]),
                quoted(SCRIPT),
                quoted(FORMULA),
                won ? "Won" : "Lost",
                1 + deal % 28,
                9 + deal % 4,
                1 + deal % 28,
                won ? 1000 + deal : 0));
      }
    }
    Files.writeString(data.resolve("sales_teams.csv"), teams);
    Files.writeString(data.resolve("sales_pipeline.csv"), pipeline);
    Files.writeString(
        data.resolve("products.csv"),
        "product,series,sales_price\n" + quoted(SCRIPT) + ",X,1000\n");
    Files.writeString(
        data.resolve("accounts.csv"),
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
            + quoted(FORMULA)
            + ","
            + quoted(IMAGE)
            + ",1999,1,1,X,\n");
    Path goals = folder.resolve("goals.yaml");
    Files.writeString(
        goals,
        """
        currency: USD
        goals:
          - id: all
            title: '</script><script>alert(3)</script>'
            owner: Sales
            kpi: won.value
            at-least: 30000
            scope: company
            period: FY2017-Q4
        """);
    Run run =
        Run.into(
            folder,
            "--mapping",
            "crm-sales-opportunities",
            "--data",
            data.toString(),
            "--goals",
            goals.toString(),
            "--store",
            "memory:",
            "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    return folder;
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
