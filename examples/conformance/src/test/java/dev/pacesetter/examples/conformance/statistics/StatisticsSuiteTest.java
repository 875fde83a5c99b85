package dev.pacesetter.examples.conformance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pacesetter.examples.conformance.check.Check;
import dev.pacesetter.examples.conformance.check.MalformedCaseException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.examples.conformance.check.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsSuiteTest {
  private static List<Check> check(String id, String fn, String in, String out)
      throws JsonProcessingException {
    String json =
        "{\"id\": \"%s/%s/1\", \"fn\": \"%s\", \"in\": %s, \"out\": %s, \"tol\": 1e-9, \"atol\": 0}"
            .formatted(id, fn, fn, in, out);
    return new StatisticsSuite().check(new ObjectMapper().readTree(json));
  }

  /** One case a topic, small enough to be checked by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apportionment | split_integer | {\"total\": 10, \"weights\": [1, 2]}"
            + " | {\"hamilton\": [3, 7]}",
        "binomial_intervals | interval"
            + " | {\"successes\": 0, \"trials\": 1, \"confidence\": 0.8}"
            + " | {\"clopperPearson\": [0.0, 0.9]}",
        "descriptive | moments | {\"x\": [1, 2, 6]} | {\"n\": 3, \"sum\": 9.0, \"mean\": 3.0}",
        "descriptive | moments | {\"x\": []} | {\"n\": 0, \"mean\": null}",
        "descriptive | quantiles | {\"x\": [0, 10], \"probs\": [0, 0.25]} | {\"type7\": [0, 2.5]}",
        "descriptive | linearity | {\"bookings\": [1, 3], \"lastPeriods\": 1}"
            + " | {\"linearityIndex\": 0.75, \"hockeyStick\": 1.5, \"maxGap\": 0.25}",
        "forecasting | ses | {\"y\": [5.0], \"level0\": 4.0, \"alpha\": 0.3, \"phi\": 1, \"horizon\": 1}"
            + " | {\"fitted\": [4.0], \"forecast\": [4.3], \"sse\": 1.0, \"seasonal\": null}",
        "forecasting | brier | {\"probability\": [0.5, 1.0], \"outcome\": [0, 1], \"bins\": 2}"
            + " | {\"brier\": 0.125, \"exact\": {\"reliability\": 0.125, \"resolution\": 0.25}}",
        "multiple_testing | adjust | {\"p\": []} | {\"bh\": [], \"rejectedBhAt0.05\": 0}",
        "nps_csat | nps"
            + " | {\"histogram0to10\": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], \"confidence\": 0.9}"
            + " | {\"n\": 0, \"nps\": null, \"standardError\": null, \"lower\": null}",
        "nps_csat | csat | {\"histogram1to5\": [1, 0, 0, 0, 1], \"confidence\": 0.9}"
            + " | {\"topTwo\": 1, \"csat\": 0.5, \"mean\": 3.0}",
        "pipeline | total_distribution"
            + " | {\"amounts\": [10], \"probs\": [0.25], \"targets\": [1], \"quantileProbs\": [0.9]}"
            + " | {\"mean\": 2.5, \"minTotal\": 0, \"probAtLeast\": [0.25], \"quantiles\": [10]}",
        "shrinkage_funnel | funnel_exact_binomial_limits"
            + " | {\"target\": 0.5, \"denominator\": 5, \"probs\": [0.001, 0.999]}"
            + " | {\"limits\": [-0.1936, 0.9936], \"limitsClipped\": [0.0, 0.9936]}",
        "survival | kaplan_meier | {\"time\": [1, 2], \"event\": [1, 0], \"confidence\": 0.9}"
            + " | {\"time\": [1, 2], \"nRisk\": [2, 1], \"nCensor\": [0, 1], \"survival\": [0.5, 0.5]}",
        "survival | survival_at | {\"time\": [2], \"event\": [1], \"at\": [1.0, 3.0]}"
            + " | {\"survival\": [1.0, 0.0], \"beyondFollowUp\": [false, true]}",
        "survival | quantile | {\"time\": [2], \"event\": [0], \"confidence\": 0.9, \"probs\": [0.5]}"
            + " | {\"quantile\": [null]}",
        "survival | log_rank | {\"time\": [1, 1], \"event\": [1, 0], \"group\": [0, 1]}"
            + " | {\"observed\": [1.0, 0.0], \"expected\": [0.5, 0.5], \"chiSquare\": 1.0, \"df\": 1}",
        "survival | aalen_johansen | {\"time\": [1, 2], \"status\": [1, 2]}"
            + " | {\"cifWon\": [0.5, 0.5], \"cifLost\": [0.0, 0.5], \"varGreenwoodWon\": [0.125, 0.125]}",
        "two_sample | mann_whitney | {\"x\": [2], \"y\": [1]}"
            + " | {\"auc\": 1.0, \"pExact\": 1.0}"
      })
  void asksTheLibraryForEveryTopicItHas(String topic, String fn, String in, String out)
      throws JsonProcessingException {
    assertThat(check(topic, fn, in, out))
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.verdict()).as("%s", check).isEqualTo(Verdict.PASSED));
  }

  @Test
  void failsWhereTheLibraryAnswersWhatShouldHaveNoAnswer() throws JsonProcessingException {
    assertThat(check("descriptive", "moments", "{\"x\": [1]}", "{\"mean\": null}"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
              assertThat(check.difference().orElseThrow().got()).isEqualTo("1.0");
            });
  }

  @Test
  void failsWhereTheLibraryRefusesWhatShouldHaveAnAnswer() throws JsonProcessingException {
    assertThat(check("descriptive", "moments", "{\"x\": [1e300]}", "{\"mean\": 1e300}"))
        .singleElement()
        .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.FAILED));
  }

  @ParameterizedTest
  @CsvSource({"control_charts, cusum", "multiple_testing, unheard_of"})
  void listsAFunctionThatIsMissingOnce(String topic, String fn) throws JsonProcessingException {
    assertThat(check(topic, fn, "{}", "{\"a\": 1, \"b\": 2}"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Verdict.NOT_EXPRESSIBLE);
              assertThat(check.reason()).hasValue(Reason.of("not-in-library"));
              assertThat(check.group().aspect()).isEmpty();
            });
  }

  @Test
  void passesOverAnOutputThatRepeatsAnInput() throws JsonProcessingException {
    assertThat(
            check(
                "descriptive",
                "quantiles",
                "{\"x\": [1], \"probs\": [0.5]}",
                "{\"probs\": [0.5], \"type7\": [1.0]}"))
        .singleElement()
        .satisfies(check -> assertThat(check.group().aspect()).isEqualTo("type7"));
  }

  @Test
  void saysWhyItDoesNotAnswerWhereItCould() throws JsonProcessingException {
    assertThat(
            check(
                "two_sample",
                "mann_whitney",
                "{\"x\": [1, 2], \"y\": [2, 3]}",
                "{\"pExact\": null, \"pAsymptoticCorrected\": 0.5}"))
        .first()
        .satisfies(check -> assertThat(check.reason()).hasValue(Reason.of("approximate-here")));
  }

  @Test
  void namesAnInputThatIsNoNumber() {
    assertThatThrownBy(
            () -> check("multiple_testing", "adjust", "{\"p\": [\"x\"]}", "{\"bh\": []}"))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageStartingWith("in.p is [\"x\"]");
  }
}
