package dev.pacesetter.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.examples.conformance.check.Group;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other funnel engines answer; every case names the test, issue or page it is from. */
class FunnelCasesTest {
  private static final Results RESULTS = new Results();

  @BeforeAll
  static void ask() throws IOException, URISyntaxException {
    CaseFiles.check(
        Path.of(
            Objects.requireNonNull(FunnelCasesTest.class.getResource("/oracles/funnel-cases.jsonl"))
                .toURI()),
        RESULTS);
  }

  private static GroupCount count(String dialect, String mode, String options) {
    return Objects.requireNonNull(
        RESULTS.groups().get(new Group("funnel", dialect, mode, options)));
  }

  @Test
  void nothingFailsAndEverythingIsRead() {
    assertThat(RESULTS.unreadable()).isEmpty();
    assertThat(RESULTS.disagreements()).isEmpty();
    assertThat(RESULTS.total().count(Verdict.PASSED)).isEqualTo(125);
    assertThat(RESULTS.total().count(Verdict.NOT_EXPRESSIBLE)).isEqualTo(84);
  }

  @ParameterizedTest
  @CsvSource({
    "best_chain, strict_increase, 1",
    "clickhouse, '', 16",
    "starrocks, '', 4",
    "doris, '', 15",
    "duckdb_behavioral, '', 14",
    "pinot, '', 1"
  })
  void everyCaseWithoutOptionsPasses(String dialect, String options, long cases) {
    GroupCount count = count(dialect, "ordered", options);

    assertThat(count.count(Verdict.PASSED)).isEqualTo(cases);
    assertThat(count.count(Verdict.NOT_EXPRESSIBLE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "clickhouse, strict_increase+strict_once, 1",
    "doris, increase, 4",
    "doris, fixed, 10",
    "duckdb_behavioral, strict_once, 2",
    "duckdb_behavioral, strict_increase, 4",
    "duckdb_behavioral, timestamp_dedup, 1",
    "pinot, strict_order, 2",
    "pinot, strict_increase, 1",
    "mixpanel, first_entry, 1",
    "hubspot, through_all_stages, 1",
    "amplitude, '', 1"
  })
  void optionsThatAreSwitchesPass(String dialect, String options, long cases) {
    assertThat(count(dialect, "ordered", options).count(Verdict.PASSED)).isEqualTo(cases);
  }

  @Test
  void ofPosthogNineInTenPass() {
    GroupCount all = new GroupCount();
    for (String mode : List.of("ordered", "strict", "unordered")) {
      all.addAll(count("posthog", mode, ""));
    }
    long passed = all.count(Verdict.PASSED);
    long others = all.count(Verdict.NOT_EXPRESSIBLE) + all.count(Verdict.FAILED);

    assertThat(passed).isEqualTo(46);
    assertThat(passed).isGreaterThanOrEqualTo(9 * others);
  }
}
