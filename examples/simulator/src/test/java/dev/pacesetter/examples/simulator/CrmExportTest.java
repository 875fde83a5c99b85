package dev.pacesetter.examples.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmExportTest {
  private static final SimulationSettings SETTINGS = SimulationSettings.sample();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @TempDir private static Path sample;
  private static ImmutableMap<String, Long> rows = ImmutableMap.of();

  @BeforeAll
  static void writeTheSample() throws IOException {
    rows = CrmExport.write(SalesTeamSimulator.of(SETTINGS), sample);
  }

  private static List<NamedCsvRecord> records(Path directory, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(directory.resolve(file))) {
      return reader.stream().toList();
    }
  }

  @Nested
  class TheFiles {
    @Test
    void areTheTenTablesAndTheTruth() throws IOException {
      try (var files = Files.list(sample)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrderElementsOf(CrmExport.FILES);
      }
    }

    @Test
    void holdAsManyRowsAsReported() throws IOException {
      assertThat(rows.keySet()).containsExactlyElementsOf(CrmExport.FILES.subList(0, 10));
      for (var entry : rows.entrySet()) {
        assertThat(records(sample, entry.getKey())).hasSize(Math.toIntExact(entry.getValue()));
      }
    }

    @Test
    void takeLessThanTwoAndAHalfMegabytes() throws IOException {
      long bytes = 0;
      for (String file : CrmExport.FILES) {
        bytes += Files.size(sample.resolve(file));
      }

      assertThat(bytes).isLessThan(2_500_000);
    }

    @Test
    void areUtf8WithLineFeedsAndNoByteOrderMark() throws IOException {
      for (String file : CrmExport.FILES) {
        String text = Files.readString(sample.resolve(file), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("\r").doesNotStartWith("\uFEFF").endsWith("\n");
      }
    }

    @Test
    void quoteByRfc4180() throws IOException {
      assertThat(Files.readAllLines(sample.resolve("customers.csv")))
          .anyMatch(line -> line.contains(",\"Meyer, Schulz & Partner\","))
          .anyMatch(line -> line.contains(",\"Hôtel \"\"Les Pins\"\" SARL\","));
    }

    @Test
    void haveTheDocumentedColumns() throws IOException {
      assertThat(header("people.csv")).isEqualTo("person_id,name,team,role,start_date,end_date");
      assertThat(header("teams.csv")).isEqualTo("team_id,name,parent");
      assertThat(header("products.csv")).isEqualTo("product_id,name,line,list_price,currency");
      assertThat(header("customers.csv")).isEqualTo("customer_id,name,segment,country");
      assertThat(header("opportunities.csv"))
          .isEqualTo(
              "opportunity_id,name,owner,customer,product,source,created_at,expected_close,"
                  + "amount,currency,stage,status,closed_at,lost_reason");
      assertThat(header("stage_history.csv")).isEqualTo("opportunity_id,stage,entered_at");
      assertThat(header("changes.csv")).isEqualTo("opportunity_id,changed_at,field,old,new");
      assertThat(header("activities.csv"))
          .isEqualTo("activity_id,opportunity_id,person_id,kind,at");
      assertThat(header("quotes.csv"))
          .isEqualTo("quote_id,opportunity_id,quoted_at,list_value,net_value");
      assertThat(header("surveys.csv"))
          .isEqualTo("survey_id,opportunity_id,kind,score,answered_at");
    }

    private static String header(String file) throws IOException {
      return Files.readAllLines(sample.resolve(file)).get(0);
    }
  }

  @Nested
  class TheOpportunities {
    @Test
    void readBackAsTheyWereSimulated() throws IOException {
      List<Deal> deals = SalesTeamSimulator.of(SETTINGS).simulate().deals();
      List<NamedCsvRecord> read = records(sample, "opportunities.csv");

      assertThat(read).hasSameSizeAs(deals);
      for (int i = 0; i < read.size(); i++) {
        NamedCsvRecord row = read.get(i);
        Opportunity opportunity = deals.get(i).opportunity();

        assertThat(row.getField("opportunity_id")).isEqualTo(opportunity.id());
        assertThat(row.getField("name")).isEqualTo(opportunity.name());
        assertThat(new BigDecimal(row.getField("amount")).unscaledValue().longValueExact())
            .isEqualTo(opportunity.amount());
        assertThat(
                LocalDateTime.parse(row.getField("created_at"), TIME)
                    .atZone(SETTINGS.zone())
                    .toInstant())
            .isEqualTo(opportunity.createdAt());
        assertThat(row.getField("status")).isEqualTo(opportunity.status());
        assertThat(row.getField("closed_at").isEmpty()).isEqualTo(opportunity.stage().isOpen());
        assertThat(row.getField("lost_reason").isEmpty())
            .isEqualTo(opportunity.stage() != Stage.LOST);
        assertThat(row.getField("expected_close"))
            .isEqualTo(opportunity.expectedClose().toString());
      }
    }
  }

  @Nested
  class TheBytes {
    @Test
    void areTheSameOnEveryMachine() throws IOException {
      // origin: this generator on OpenJDK 17.0.15; a new value belongs to a changed model only
      assertThat(fingerprint(sample))
          .isEqualTo("b2fe151522231e7e277db7f174c2c8378413f4444862e93ea265dd4e0ffe3611");
    }

    @Test
    void doNotDependOnLocaleOrZoneOfTheMachine(@TempDir Path elsewhere) throws IOException {
      Locale locale = Locale.getDefault();
      TimeZone zone = TimeZone.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        CrmExport.write(SalesTeamSimulator.of(SETTINGS), elsewhere);
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }

      assertThat(fingerprint(elsewhere)).isEqualTo(fingerprint(sample));
    }

    private static String fingerprint(Path directory) throws IOException {
      var hasher = Hashing.sha256().newHasher();
      for (String file : CrmExport.FILES) {
        hasher.putBytes(Files.readAllBytes(directory.resolve(file)));
      }
      return hasher.hash().toString();
    }
  }

  @Nested
  class InYen {
    @Test
    void amountsHaveNoDecimals(@TempDir Path directory) throws IOException {
      SimulationSettings tokyo =
          SETTINGS.withPlace(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"));
      CrmExport.write(SalesTeamSimulator.of(tokyo), directory);

      assertThat(records(directory, "quotes.csv"))
          .allMatch(row -> row.getField("net_value").matches("[0-9]+"));
      assertThat(records(directory, "products.csv").get(0).getField("list_price"))
          .isEqualTo("145000");
    }
  }

  @Nested
  class TheTruth {
    @Test
    void namesWhatIsPlantedWhereAndWhat() throws IOException {
      String json = Files.readString(sample.resolve("truth.json"));

      assertThat(json)
          .startsWith("{\n  \"format\": 1,\n  \"settings\": {\n    \"seed\": 9,\n")
          .contains(
              "\"kind\": \"discounter\",\n      \"subject\": \"person\",\n      \"id\": \"S02\"")
          .contains("\"kind\": \"weak_proposal\"")
          .contains("\"kind\": \"all_rounder\"")
          .contains("\"kind\": \"new_hire\"")
          .contains("\"kind\": \"product_under_plan\"")
          .contains("\"kind\": \"other_mix\"")
          .contains("\"declines_from\": \"2025-07-01\"");
    }

    @Test
    void givesWhatTeamsWonByQuarterInMajorUnits() throws IOException {
      String json = Files.readString(sample.resolve("truth.json"));
      Truth truth = SalesTeamSimulator.of(SETTINGS).forEachDeal(Objects::requireNonNull);
      Truth.Quarter first = truth.teams().get(0).quarters().get(0);
      String value = BigDecimal.valueOf(first.wonValue(), 2).toPlainString();

      assertThat(json)
          .contains(
              "\"quarter\": \"2024-Q3\",\n          \"won_count\": "
                  + first.wonCount()
                  + ",\n          \"won_value\": "
                  + value
                  + "\n");
    }

    @Test
    void namesNothingWhereNothingIsPlanted(@TempDir Path directory) throws IOException {
      CrmExport.write(SalesTeamSimulator.of(SETTINGS.withScenario(Scenario.NULL)), directory);

      assertThat(Files.readString(directory.resolve("truth.json")))
          .contains("\"scenario\": \"null\"")
          .contains("\"planted\": [],");
    }
  }
}
