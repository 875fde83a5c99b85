package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import org.junit.jupiter.api.Test;

class KpiCatalogueTest {
  private static Kpi own(String id) {
    return new Definition(
        id,
        Unit.COUNT,
        Direction.NEUTRAL,
        TimeBasis.EVENT,
        (facts, scope, period) -> Measure.of(7, Unit.COUNT, 7));
  }

  @Test
  void findsOnesOwnBesideTheStandardOnes() {
    Kpi own = own("our.own");
    KpiCatalogue catalogue = KpiCatalogue.standard().with(own);
    assertThat(catalogue.get("our.own")).isSameAs(own);
    assertThat(catalogue.get("won.value")).isSameAs(Kpis.WON_VALUE);
    assertThat(catalogue.get("win.byAge(30)")).isEqualTo(Kpis.winByAge(30));
    assertThat(catalogue.all()).contains(own).hasSize(Kpis.all().size() + 1);
    assertThat(KpiCatalogue.standard().find("our.own")).isEmpty();
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KpiCatalogue.standard().with(own("won.value")))
        .withMessage("there is a KPI 'won.value' already; another definition needs another id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KpiCatalogue.standard().with(own("win.byAge(30)")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KpiCatalogue.standard().with(own(" ")))
        .withMessageContaining("must not be blank");
  }
}
