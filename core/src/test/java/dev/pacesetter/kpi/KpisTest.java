package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.testing.Bundles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KpisTest {
  private static final String PHRASES = "dev.pacesetter.kpi.kpis";

  @Test
  void areListedInTheOrderOfTheirIds() {
    assertThat(Kpis.all())
        .extracting(Kpi::id)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("won.value", "win.closed.count", "nps");
  }

  @Test
  void areFoundById() {
    for (Kpi kpi : Kpis.all()) {
      assertThat(Kpis.get(kpi.id())).isSameAs(kpi);
    }
  }

  @Test
  void withAParameterAreFoundByTheirIdAndSayIt() {
    StageKpis stage = Kpis.stage("Proposal (2)");
    TargetKpis target = Kpis.target(100_000);
    List<Kpi> families =
        List.of(
            stage.winRate(),
            stage.reached(),
            stage.strict(),
            stage.passed(),
            stage.backfilled(),
            stage.exit(),
            stage.direct(),
            stage.flow(),
            stage.lost(),
            stage.stayed(),
            stage.skipped(),
            stage.reentered(),
            stage.visits(),
            stage.medianDays(),
            stage.slowestFifth(),
            stage.meanDays(),
            stage.lastVisitDays(),
            stage.cycle(),
            target.coverage(),
            target.coverageOfRest(),
            target.attainment(),
            target.gap(),
            target.peopleAtTarget(),
            target.pace(),
            target.neededPerDay(),
            target.capacity(),
            target.rampMonths(),
            target.overAssignment(60_000, 55_000),
            Kpis.winDecided("no decision"),
            Kpis.winByAge(90),
            Kpis.olderThan(90),
            Kpis.weightedPipeline(Map.of("Proposal (2)", 50)));
    assertThat(families)
        .extracting(kpi -> kpi.id().substring(0, kpi.id().indexOf('(')))
        .containsExactlyInAnyOrderElementsOf(KpiFamilies.NAMES);
    for (Kpi kpi : families) {
      assertThat(Kpis.get(kpi.id())).isEqualTo(kpi).hasSameHashCodeAs(kpi);
      String parameter = kpi.id().substring(kpi.id().indexOf('(') + 1, kpi.id().length() - 1);
      assertThat(kpi.definition(Locale.ENGLISH)).contains(parameter);
      assertThat(kpi.definition(Locale.CHINESE)).contains(parameter);
    }
    assertThat(Kpis.find("win.byAge(090)")).isEmpty();
    assertThat(Kpis.find("win.byAge(soon)")).isEmpty();
    assertThat(Kpis.find("stage.reached( )")).isEmpty();
    assertThat(Kpis.find("attainment.value(0)")).isEmpty();
    assertThat(Kpis.find("assignment.over(60000+/100000)")).isEmpty();
    assertThat(Kpis.find("assignment.over(60000/0)")).isEmpty();
    assertThat(Kpis.find("pipeline.weighted(Lead=101)")).isEmpty();
    assertThat(Kpis.find("pipeline.weighted(Lead=10,Lead=20)")).isEmpty();
    assertThat(Kpis.winByAge(90)).isNotEqualTo(Kpis.winByAge(91));
  }

  @Test
  void areListedWhenAnUnknownOneIsAskedFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kpis.get("win.rate"))
        .withMessageStartingWith("there is no KPI 'win.rate'; known are [activity.count,");
  }

  @Test
  void haveANameAndADefinitionInBothLanguagesAndNoOtherPhrases() {
    Set<String> keys = new TreeSet<>();
    for (Kpi kpi : Kpis.all()) {
      keys.add(kpi.id() + ".name");
      keys.add(kpi.id() + ".definition");
    }
    for (String family : KpiFamilies.NAMES) {
      keys.add(family + ".name");
      keys.add(family + ".definition");
    }
    assertThat(Bundles.keys(PHRASES, Locale.ENGLISH)).isEqualTo(keys);
    assertThat(Bundles.keys(PHRASES, Locale.CHINESE)).isEqualTo(keys);
  }

  @Test
  void speakTheLanguageThatIsAsked() {
    assertThat(Kpis.WIN_RATE.name(Locale.US)).isEqualTo("Win rate");
    assertThat(Kpis.WIN_RATE.name(Locale.CHINA)).isEqualTo("赢单率");
    assertThat(Kpis.WIN_RATE.definition(Locale.FRANCE)).startsWith("Deals won as a share");
    assertThat(Kpis.WIN_RATE).hasToString("win.closed.count v1");
  }

  @Test
  void theNetPromoterScoreHasChangedItsIntervalOnce() {
    assertThat(Kpis.NPS).hasToString("nps v2");
  }
}
