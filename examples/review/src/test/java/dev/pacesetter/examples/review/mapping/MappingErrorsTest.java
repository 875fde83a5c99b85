package dev.pacesetter.examples.review.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.examples.review.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingErrorsTest {
  private static final String GOOD =
      """
      source: crm
      zone: UTC
      currency: USD
      exported-on: 2017-12-31
      stages: [Engaging]
      won: [Won]
      lost: [Lost]
      files:
        - file: deals.csv
          aliases:
            product: {GTXPro: GTX Pro}
          rows:
            opportunity: {id: id, product: product, stage: stage}
      """;

  private static ImportMapping read(String yaml) {
    return ImportMapping.read(
        "crm.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertRefused(String replaced, String by, String message) {
    assertThat(GOOD).contains(replaced);
    assertThatThrownBy(() -> read(GOOD.replace(replaced, by)))
        .isInstanceOf(YamlException.class)
        .hasMessage(message);
  }

  @Test
  void areNotThereInAGoodMapping() {
    assertThat(read(GOOD).files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample", "crm-sales-opportunities", "adventureworks", "olist"})
  void areNotThereInTheReadyMappings(String name) {
    assertThat(ImportMapping.ready(name).files()).isNotEmpty();
    assertThat(ImportMapping.readyNames()).contains(name);
  }

  @Test
  void nameTheReadyMappingsThatThereAre() {
    assertThatThrownBy(() -> ImportMapping.ready("salesforce"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no ready mapping 'salesforce'; there are [sample, crm-sales-opportunities,"
                + " adventureworks, olist]");
  }

  @Test
  void nameAFileThatIsNotThere() {
    assertThatThrownBy(() -> ImportMapping.read(Path.of("no-such.yaml")))
        .isInstanceOf(YamlException.class)
        .hasMessage("There is no file no-such.yaml.");
  }

  @Test
  void namePlaceAndWhatIsAllowedForAnUnknownKey() {
    assertRefused(
        "    aliases:",
        "    alias:",
        "crm.yaml, line 10, column 5: the key “alias” is not known here; allowed are file,"
            + " optional, format, aliases, rows");
  }

  @Test
  void nameAMissingKey() {
    assertRefused("id: id, ", "", "crm.yaml, line 13, column 20: “opportunity” needs the key “id”");
  }

  @Test
  void nameAKeyThatIsThereTwice() {
    assertRefused(
        "zone: UTC",
        "source: shop",
        "crm.yaml, line 2, column 1: the key “source” is here twice, first in line 1; keep one of"
            + " them");
  }

  @Test
  void nameAValueAndWhatIsAllowed() {
    assertRefused(
        "2017-12-31",
        "31.12.2017",
        "crm.yaml, line 4, column 14: “exported-on” is “31.12.2017”; allowed: a day such as"
            + " 2017-12-31");
    assertRefused(
        "USD",
        "Dollar",
        "crm.yaml, line 3, column 11: “currency” is “Dollar”; allowed: a currency code of ISO"
            + " 4217, such as USD");
    assertRefused(
        "UTC",
        "Paris",
        "crm.yaml, line 2, column 7: “zone” is “Paris”; allowed: a time zone such as Europe/Paris"
            + " or UTC");
  }

  @Test
  void nameADatePatternThatDoesNotTellTheDay() {
    assertRefused(
        "stage: stage}",
        "stage: stage, created: {column: c, date: yyyy-MM}}",
        "crm.yaml, line 13, column 88: “date” is “yyyy-MM”; allowed: a pattern that tells the day,"
            + " such as yyyy-MM-dd or dd/MM/yyyy HH:mm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pppd.MM.yyyy", "dd. [Open]", "ppp"})
  void nameADatePatternThatPads(String pattern) {
    assertThatThrownBy(() -> read(GOOD + "dates: '" + pattern + "'\n"))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("crm.yaml, line 14, column 8: “dates” is “" + pattern + "”; ");
  }

  @Test
  void areNotInADatePatternWithAQuotedLetterP() {
    assertThat(DatePattern.of("dd.MM.yyyy 'p'").day("23.11.2017 p"))
        .isEqualTo(LocalDate.of(2017, 11, 23));
  }

  @Test
  void saySoInChinese() {
    assertThatThrownBy(() -> read(GOOD.replace("UTC", "Paris")))
        .extracting(thrown -> ((YamlException) thrown).problem().in(Locale.CHINESE))
        .isEqualTo("crm.yaml 第 2 行第 7 列：“zone”的值是“Paris”，允许的是：时区，例如 Europe/Paris 或 UTC");
  }

  @Test
  void nameWhereYamlItselfIsBroken() {
    assertThatThrownBy(() -> read("source: crm\nzone: [UTC\nfiles: 1\n"))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("crm.yaml, line 3, column 6: this is not YAML: ");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(YamlException.class)
        .hasMessage("crm.yaml, line 1, column 1: the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\u", "\"\\x4", "source: \"\\U0001F60\"", "\"\\u123g\""})
  void sayThatAnEscapeBreaksOff(String yaml) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(YamlException.class)
        .hasMessageMatching("crm\\.yaml, line 1, column \\d+: this is not YAML: .+");
  }

  @Test
  void refuseDepthThatWouldEndInAnOverflow() {
    assertThatThrownBy(() -> read("source: " + "[".repeat(100_000)))
        .isInstanceOf(YamlException.class)
        .hasMessage(
            "crm.yaml, line 1, column 28: lists and groups lie more than 20 deep in one another"
                + " here; nothing needs that");
  }

  @Test
  void refuseAFileThatIsNotUtf8() {
    byte[] latin = "source: é\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ImportMapping.read("crm.yaml", new ByteArrayInputStream(latin)))
        .isInstanceOf(YamlException.class)
        .hasMessage(
            "crm.yaml, line 1, column 1: the file is not written in UTF-8; save it as UTF-8");
  }

  @Test
  void refuseAnAliasForAColumnNobodyReads() {
    assertRefused(
        "      product: {GTXPro",
        "      produkt: {GTXPro",
        "crm.yaml, line 11, column 16: no row reads the column “produkt”, so its aliases would never"
            + " apply; columns read are id, product, stage");
  }

  @Test
  void refuseALookupInAFileThatIsNotListed() {
    assertRefused(
        "product: product",
        "product: {column: product, lookup: {in: x.csv, by: a, take: b}}",
        "crm.yaml, line 13, column 69: values are looked up in “x.csv”, which is not among the files;"
            + " allowed are deals.csv");
  }

  @Test
  void refuseHistoryBeforeTheDealsItIsAbout() {
    assertRefused(
        "opportunity: {id: id, product: product, stage: stage}",
        "stage: {opportunity: product, stage: stage, at: at}",
        "crm.yaml, line 13, column 14: rows of kind “stage” are about opportunities; list the file"
            + " with the opportunities first");
  }

  @Test
  void refuseAValueWithTwoMeanings() {
    assertRefused(
        "lost: [Lost]",
        "lost: [Won]",
        "crm.yaml, line 6, column 6: Won stands in “won” and in “lost”; a value can mean only one of"
            + " them");
  }

  @Test
  void refuseLossesThatAreNotRecordedYetNamed() {
    assertRefused(
        "lost: [Lost]",
        "lost: [Lost]\nlosses: not recorded",
        "crm.yaml, line 7, column 7: “losses” is “not recorded”, yet Lost stands for lost; remove one"
            + " of them");
  }

  @Test
  void refuseFilesOutsideTheFolder() {
    assertRefused(
        "file: deals.csv",
        "file: ../deals.csv",
        "crm.yaml, line 9, column 11: “file” is “../deals.csv”; allowed: the name of a file inside"
            + " the folder of the export");
  }

  @Test
  void refuseDealsWithoutStages() {
    assertRefused(
        "stages: [Engaging]\n",
        "",
        "crm.yaml, line 1, column 1: there are opportunities but no “stages”; list the stages of an"
            + " open deal, first to last");
  }

  @Test
  void nameWhatACalendarMayBeLike() {
    String weeks =
        "UTC\ncalendar:\n  weeks: {pattern: 4-5-4, last-day: Saturday, last-month: January,";
    assertRefused(
        "UTC",
        weeks + " end: middle}",
        "crm.yaml, line 4, column 73: “end” is “middle”; allowed: last, nearest");
    assertRefused(
        "UTC",
        weeks + " end: last, long-month: 13}",
        "crm.yaml, line 4, column 91: “long-month” is “13”; allowed: the number of a month from 1"
            + " to 12");
    assertRefused(
        "UTC",
        "UTC\ncalendar:\n  weeks: {pattern: 4-4-4}",
        "crm.yaml, line 4, column 20: “pattern” is “4-4-4”; allowed: 4-4-5, 4-5-4, 5-4-4,"
            + " 13 periods");
    assertRefused(
        "UTC",
        weeks + " end: last}\n  first-month: May",
        "crm.yaml, line 5, column 16: a year begins with a month or is made of weeks; keep one of"
            + " “first-month” and “weeks”");
    assertRefused(
        "UTC",
        "UTC\ncalendar: {named-after: middle}",
        "crm.yaml, line 3, column 25: “named-after” is “middle”; allowed: end, start");
    assertRefused(
        "UTC",
        "UTC\ncalendar: {weekend: [Caturday]}",
        "crm.yaml, line 3, column 22: “weekend” is “Caturday”; allowed: Monday, Tuesday, Wednesday,"
            + " Thursday, Friday, Saturday, Sunday");
    assertRefused(
        "UTC",
        "UTC\ncalendar: {weekend: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]}",
        "crm.yaml, line 3, column 21: the weekend is the whole week; at least one weekday must"
            + " remain");
  }

  @Test
  void areNotThereInACalendarOfWeeks() {
    String calendar =
        """
        zone: UTC
        calendar:
          weeks: {pattern: 13 periods, last-day: Sunday, last-month: June, end: nearest, long-month: 6}
          named-after: start
          weekend: [Friday, Saturday]
          holidays: [2026-07-14]
        """;
    assertThat(read(GOOD.replace("zone: UTC\n", calendar)).calendar())
        .isEqualTo(
            FiscalCalendar.ofWeeks(
                    WeekYear.endingNearest(
                            DayOfWeek.SUNDAY, Month.JUNE, WeekPattern.THIRTEEN_PERIODS)
                        .withLongMonth(6),
                    ZoneId.of("UTC"))
                .namedAfterStart()
                .withWeekend(List.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))
                .withHolidays(List.of(LocalDate.of(2026, 7, 14))));
  }

  @Test
  void takeAnotherDayOfTheExport() {
    assertThat(read(GOOD).withExportedOn(LocalDate.of(2018, 1, 31)).exportedOn())
        .isEqualTo(LocalDate.of(2018, 1, 31));
  }
}
