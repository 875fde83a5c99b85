package dev.pacesetter.examples.review.goals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Team;
import java.io.ByteArrayInputStream;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Whatever bytes a goal file has, its goals are set, or it is refused with the place and a reason
 * in both languages; nothing else is thrown, and nothing takes for ever.
 */
class GoalFileFuzz {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);
  private static final Organization ORGANIZATION =
      Organization.builder()
          .addTeam(Team.of("Sales", "Sales"))
          .addTeam(Team.of("East", "East").under("Sales"))
          .addPerson(Person.of("ana", "Ana Silva").inTeam("East"))
          .addPerson(Person.of("bo", "Bo Chen").inTeam("East"))
          .addProduct(Product.of("pro", "GTX Pro", Money.ofMajor(CurrencyUnit.USD, 5_000)))
          .build();
  private static final GoalSetting SETTING =
      GoalSetting.by(
          ORGANIZATION,
          CALENDAR,
          period ->
              SalesFacts.of(
                  ORGANIZATION,
                  CALENDAR,
                  Journal.of(ImmutableList.of()).bookAsOf(CALENDAR.startOf(period.start()))));

  @DictionaryFile(resourcePath = "goals.dict")
  @FuzzTest(maxDuration = "10m")
  void isReadOrRefusedWithAPlace(byte[] bytes) {
    try {
      SETTING.from(GoalFile.read("fuzz.yaml", new ByteArrayInputStream(bytes)));
    } catch (YamlException e) {
      assertThat(e).hasMessageMatching("(?s)fuzz\\.yaml, line [1-9][0-9]*, column [1-9].*");
      assertThat(e.problem().in(Locale.CHINESE)).startsWith("fuzz.yaml");
    }
  }
}
