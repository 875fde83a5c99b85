package dev.pacesetter.examples.review.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pacesetter.examples.review.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
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
  void takeAnotherDayOfTheExport() {
    assertThat(read(GOOD).withExportedOn(LocalDate.of(2018, 1, 31)).exportedOn())
        .isEqualTo(LocalDate.of(2018, 1, 31));
  }
}
