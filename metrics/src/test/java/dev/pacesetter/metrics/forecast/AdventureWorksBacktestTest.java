package dev.pacesetter.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.forecast.MidQuarterBacktest.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What forecasts from the middle of real quarters were worth, beside the run rate. What the README
 * says of it is held here.
 */
class AdventureWorksBacktestTest {
  private static final String RUN_RATE = MidQuarterForecasts.ALL.keySet().iterator().next();
  private static final String BY_QUOTA = "the share of the quota reached so far";
  private static final String PACE = "pace over the usual halves, `Pace`";

  private final ImmutableList<QuarterlySales> people = AdventureWorksSales.people();
  private final QuarterlySales company = QuarterlySales.together(people);
  private final MidQuarterBacktest ofPeople = MidQuarterBacktest.of(people);
  private final MidQuarterBacktest ofTheCompany = MidQuarterBacktest.of(ImmutableList.of(company));

  private static Map<String, Scores> scores(MidQuarterBacktest backtest) {
    return Maps.transformValues(MidQuarterForecasts.ALL, backtest::scores);
  }

  @Test
  void everyOrderAndQuotaIsRead() {
    int orders =
        IntStream.range(0, AdventureWorksSales.QUARTERS)
            .map(quarter -> company.firstHalf(quarter).length + company.secondHalf(quarter).length)
            .sum();
    assertThat(orders).isEqualTo(3_796);
    assertThat(people).hasSize(17);
    assertThat(ofPeople.size()).isEqualTo(109);
    assertThat(ofTheCompany.size()).isEqualTo(8);
  }

  @Test
  void whatFollowsTheMiddleOfAQuarterIsNotKnownInIt() {
    QuarterlySales known = company.knownInTheMiddleOf(5);
    assertThat(known.firstHalf(5)).isEqualTo(company.firstHalf(5)).isNotEmpty();
    assertThat(known.secondHalf(4)).isEqualTo(company.secondHalf(4)).isNotEmpty();
    assertThat(known.secondHalf(5)).isEmpty();
    assertThat(known.firstHalf(6)).isEmpty();
  }

  @Test
  void theTablesOfTheReadmeAreWhatComesOut() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(readme).contains(String.join("\n", ofPeople.rows(MidQuarterForecasts.ALL)));
    assertThat(readme).contains(String.join("\n", ofTheCompany.rows(MidQuarterForecasts.ALL)));
  }

  @Test
  void noForecastFromOrdersIsShownToBeatTheRunRateAndPaceLosesToIt() {
    for (MidQuarterBacktest backtest : ImmutableList.of(ofPeople, ofTheCompany)) {
      Map<String, Scores> all = scores(backtest);
      Scores naive = Objects.requireNonNull(all.get(RUN_RATE));
      all.forEach(
          (name, scores) -> {
            if (!name.equals(RUN_RATE) && !name.equals(BY_QUOTA)) {
              Measure difference = backtest.difference(scores, naive);
              assertThat(difference.interval().orElseThrow().upper()).as(name).isPositive();
            }
          });
      Measure pace = backtest.difference(Objects.requireNonNull(all.get(PACE)), naive);
      assertThat(pace.interval().orElseThrow().lower()).isPositive();
      Measure quota = backtest.difference(Objects.requireNonNull(all.get(BY_QUOTA)), naive);
      assertThat(quota.interval().orElseThrow().upper()).isNegative();
    }
  }

  @Test
  void noForecastFromOrdersKnowsBetterThanTheRateWhoReachesTheQuota() {
    scores(ofPeople)
        .forEach(
            (name, scores) -> {
              double rateAlone = scores.quota().uncertainty().value();
              if (!name.equals(BY_QUOTA)) {
                assertThat(scores.quota().score().value()).as(name).isGreaterThan(rateAlone);
              }
            });
  }

  @Test
  void theShareOfAFirstHalfMovesALot() {
    assertThat(
            IntStream.range(0, AdventureWorksSales.QUARTERS)
                .mapToDouble(q -> (double) company.sumOfFirstHalf(q) / company.total(q))
                .summaryStatistics())
        .satisfies(
            shares -> {
              assertThat(shares.getMin()).isBetween(0.275, 0.285);
              assertThat(shares.getMax()).isBetween(0.475, 0.485);
            });
  }

  @Test
  void theCompanySoldAboutTheSameShareOfItsQuotaInEveryQuarter() {
    assertThat(IntStream.range(0, AdventureWorksSales.QUARTERS))
        .allSatisfy(
            quarter ->
                assertThat((double) company.total(quarter) / company.quota(quarter))
                    .isBetween(0.805, 0.895));
  }
}
