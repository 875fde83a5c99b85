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
        "control_charts | p_chart | {\"defectives\": [5, 5], \"sizes\": [10, 10]}"
            + " | {\"center\": 0.5, \"outside\": [], \"laneySigmaZ\": 0.0}",
        "control_charts | cusum | {\"x\": [2, 3], \"target\": 0, \"sigma\": 1,"
            + " \"k\": 0.5, \"h\": 3, \"headStart\": 0}"
            + " | {\"upper\": [1.5, 4.0], \"lower\": [0.0, 0.0], \"signalsUpper\": [1]}",
        "control_charts | run_rules | {\"x\": [0, 4], \"center\": 0, \"sigma\": 1}"
            + " | {\"hits\": {\"1\": [1], \"2\": [], \"3\": [], \"4\": [], \"5\": [],"
            + " \"6\": [], \"7\": [], \"8\": [], \"we4\": []}}",
        "descriptive | moments | {\"x\": [1, 2, 6]} | {\"n\": 3, \"sum\": 9.0, \"mean\": 3.0}",
        "descriptive | moments | {\"x\": []} | {\"n\": 0, \"mean\": null}",
        "descriptive | quantiles | {\"x\": [0, 10], \"probs\": [0, 0.25]} | {\"type7\": [0, 2.5]}",
        "descriptive | moments | {\"x\": [1, 1, 1, 5]}"
            + " | {\"sd\": 2.0, \"variance\": 4.0, \"populationVariance\": 3.0}",
        "descriptive | weighted_moments | {\"x\": [1, 5], \"weights\": [3, 1]}"
            + " | {\"mean\": 2.0, \"variancePopulation\": 3.0, \"effectiveN\": 1.6}",
        "descriptive | concentration | {\"revenue\": [3, 1]}"
            + " | {\"gini\": 0.25, \"hhi\": 0.625, \"customersFor80\": 2, \"topShare20\": 0.75}",
        "multiple_testing | adjust | {\"p\": []} | {\"bh\": [], \"rejectedBhAt0.05\": 0}",
        "nps_csat | nps"
            + " | {\"histogram0to10\": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], \"confidence\": 0.9}"
            + " | {\"n\": 0, \"nps\": null, \"standardError\": null, \"lower\": null}",
        "nps_csat | csat | {\"histogram1to5\": [1, 0, 0, 0, 1], \"confidence\": 0.9}"
            + " | {\"topTwo\": 1, \"csat\": 0.5, \"mean\": 3.0}",
        "nps_csat | nps"
            + " | {\"histogram0to10\": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], \"confidence\": 0.9}"
            + " | {\"variance\": 0.0, \"marginOfError\": 0.0, \"lower\": 100.0, \"standardErrorUnbiased\": null}",
        "nps_csat | weighted_nps"
            + " | {\"scores\": [9, 0], \"weights\": [3, 1], \"confidence\": 0.9}"
            + " | {\"nps\": 50.0, \"effectiveN\": 1.6}",
        "shrinkage_funnel | beta_binomial_moments"
            + " | {\"successes\": [3], \"trials\": [4]}"
            + " | {\"pooledRate\": 0.75, \"rho\": null, \"alpha\": null, \"status\": \"undefined\"}",
        "shrinkage_funnel | beta_posterior"
            + " | {\"alpha\": 1, \"beta\": 1, \"successes\": [0], \"trials\": [0], \"confidence\": 0.9}"
            + " | {\"posterior\": [{\"mean\": 0.5, \"variance\": 0.08333333333333333,"
            + " \"shrinkage\": 1.0, \"lower\": 0.05, \"upper\": 0.95}]}",
        "shrinkage_funnel | gamma_posterior"
            + " | {\"shape\": 1, \"rate\": 1, \"counts\": [0], \"exposures\": [0], \"confidence\": 0.5}"
            + " | {\"posterior\": [{\"mean\": 1.0, \"lower\": 0.2876820724517809,"
            + " \"upper\": 1.3862943611198906}]}",
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
        "shrinkage_funnel | funnel_overdispersion"
            + " | {\"successes\": [1, 1], \"trials\": [2, 2], \"winsorise\": 0.1}"
            + " | {\"target\": 0.5, \"z\": [0.0, 0.0], \"phi\": 0.0, \"phiUsed\": 1.0, \"tau2\": 0.0}",
        "two_sample | difference_interval"
            + " | {\"x1\": 1, \"n1\": 1, \"x2\": 0, \"n2\": 1, \"confidence\": 0.9}"
            + " | {\"difference\": 1.0, \"wald\": [1.0, 1.0]}",
        "two_sample | ratio_interval"
            + " | {\"x1\": 0, \"n1\": 9, \"x2\": 0, \"n2\": 9, \"confidence\": 0.9}"
            + " | {\"ratio\": null, \"katz\": null, \"scoreMN\": [0.0, \"Infinity\"]}",
        "two_sample | two_proportion_z | {\"x1\": 0, \"n1\": 9, \"x2\": 0, \"n2\": 9}"
            + " | {\"z\": null, \"pTwoSided\": null, \"chiSquare\": null}",
        "two_sample | chi_square | {\"table\": [[1, 0], [0, 1]]}"
            + " | {\"chiSquare\": 2.0, \"df\": 1, \"chiSquareYates\": 0.0, \"cramersV\": 1.0}",
        "two_sample | fisher_exact | {\"table\": [[1, 0], [0, 1]]} | {\"pGreater\": 0.5}",
        "two_sample | odds_ratio | {\"table\": [[1, 2], [1, 4]]} | {\"oddsRatio\": 2.0}",
        "two_sample | mann_whitney | {\"x\": [2], \"y\": [1]}"
            + " | {\"auc\": 1.0, \"pExact\": 1.0}",
        "two_sample | welch_t | {\"x\": [2], \"y\": [1]} | {\"meanDifference\": 1.0, \"t\": null}"
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
  @CsvSource({"unheard_of, adjust", "multiple_testing, unheard_of"})
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
                "binomial_intervals",
                "interval",
                "{\"successes\": 0, \"trials\": 1, \"confidence\": 0.8}",
                "{\"jeffreysRaw\": [0.006181243938429667, 0.6486428019743724]}"))
        .singleElement()
        .satisfies(check -> assertThat(check.reason()).hasValue(Reason.of("end-by-rule")));
  }

  @Test
  void namesAnInputThatIsNoNumber() {
    assertThatThrownBy(
            () -> check("multiple_testing", "adjust", "{\"p\": [\"x\"]}", "{\"bh\": []}"))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageStartingWith("in.p is [\"x\"]");
  }
}
