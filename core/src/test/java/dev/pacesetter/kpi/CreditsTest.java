package dev.pacesetter.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.testing.Business;
import org.junit.jupiter.api.Test;

class CreditsTest {
  private final Business business =
      Business.small().customer(Customer.of("c1", "Acme").inSegment("retail"));

  private Credits won() {
    return Kpis.WON_VALUE.credits(business.on("2026-06-30"));
  }

  @Test
  void tellWhoWonWhatWhenAndForHowMuch() {
    business
        .deal("ana", "2026-01-05")
        .product("2026-01-05", "pro")
        .amount("2026-01-05", 100)
        .won("2026-02-01");
    Credits credits = won();
    assertThat(credits.size()).isEqualTo(1);
    assertThat(credits.people().get(credits.person(0))).isEqualTo("ana");
    assertThat(credits.products().get(credits.product(0))).isEqualTo("pro");
    assertThat(credits.day(0)).isEqualTo(Business.day("2026-02-01").toEpochDay());
    assertThat(credits.value(0)).isEqualTo(100_00);
  }

  @Test
  void markWhatIsNotRecorded() {
    business.deal("ana", "2026-01-05").won("2026-02-01");
    assertThat(won().product(0)).isEqualTo(-1);
    assertThat(won().isValued()).isFalse();
  }

  @Test
  void knowPeopleAndProductsThatOnlyFactsName() {
    business.deal("stranger", "2026-01-05").product("2026-01-05", "odd").won("2026-02-01");
    assertThat(won().people()).containsExactly("ana", "bo", "cy", "stranger");
    assertThat(won().products()).containsExactly("basic", "odd", "pro");
  }

  @Test
  void areFoundByEveryDimension() {
    business
        .deal("ana", "2026-01-05")
        .customer("2026-01-05", "c1")
        .channel("2026-01-05", "web")
        .amount("2026-01-05", 100)
        .won("2026-02-01");
    business.won("ana", "2026-02-01", 1);
    assertThat(total(Scope.company().and(Dimension.SEGMENT, "retail"))).isEqualTo(100_00);
    assertThat(total(Scope.company().and(Dimension.CHANNEL, "web"))).isEqualTo(100_00);
    assertThat(total(Scope.company().and(Dimension.CHANNEL, "moon"))).isZero();
    assertThat(total(Scope.person("ana").and(Dimension.TEAM, "south"))).isZero();
  }

  private long total(Scope scope) {
    return won().total(scope, business.period("FY2026-Q1"));
  }
}
