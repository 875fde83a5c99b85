package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.event.EventTable;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FunnelReportTest {
  private static final FunnelDefinition FUNNEL =
      Funnel.parse("lead > won, within 90d, excluding lost, by rep");

  private static final FunnelReport NORTH =
      FUNNEL.over(
          EventTable.builder("rep")
              .timesIn(TimeUnit.DAYS)
              .row("n1", "lead", 0)
              .value(100)
              .with("rep", "ana")
              .row("n1", "won", 10)
              .value(90)
              .row("n2", "lead", 5)
              .with("rep", "ben")
              .build(),
          200);

  private static final FunnelReport SOUTH =
      FUNNEL.over(
          EventTable.builder("rep")
              .timesIn(TimeUnit.DAYS)
              .row("s1", "lead", 7)
              .with("rep", "ben")
              .row("s1", "lost", 9)
              .row("s2", "lead", 150)
              .with("rep", "ana")
              .row("s3", "lead", 190)
              .build(),
          200);

  @Test
  void printsWhatItIsOfAndWhoEnteredEachStep() {
    assertThat(NORTH)
        .hasToString(
            "lead > won, within 90d, excluding lost, by rep, as of 200 DAYS: lead 2, won 1");
  }

  @Test
  void hasNoGroupThatNoChainIsIn() {
    FunnelReport report =
        Funnel.parse("lead > won, by rep at every row")
            .over(
                EventTable.builder("rep")
                    .row("a", "lead", 1)
                    .with("rep", "ana")
                    .row("a", "won", 2)
                    .with("rep", "ben")
                    .build());

    assertThat(report.group("ana")).isPresent();
    assertThat(report.group("ben")).isEmpty();
    assertThat(report.groups()).hasSize(1);
  }

  @Test
  void countsNoChainTwiceWhereGroupsOverlap() {
    FunnelReport report =
        Funnel.parse("lead > won, by rep at every row")
            .over(
                EventTable.builder("rep")
                    .row("a", "lead", 1)
                    .with("rep", "ana")
                    .row("a", "lead", 2)
                    .with("rep", "ben")
                    .row("a", "won", 5)
                    .with("rep", "ben")
                    .build());

    assertThat(report.groups()).hasSize(2);
    assertThat(report.times("lead").converted().sum()).isEqualTo(3 / 86_400_000.0);
    assertThat(report.times("lead").open()).isZero();
  }

  @Test
  void knowsNoTimesOfAGroupThatIsNotThere() {
    FunnelGroup another = SOUTH.groups().get(2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NORTH.times("lead", another))
        .withMessage("the report has no group [Optional.empty]");
  }

  @Nested
  class IsAnother {
    private final FunnelDefinition funnel = Funnel.parse("lead > won, by rep");
    private final FunnelReport report = funnel.over(table("ana", 3), 9);

    private static EventTable table(String rep, long won) {
      return EventTable.builder("rep")
          .row("a", "lead", 1)
          .with("rep", rep)
          .row("a", "won", won)
          .build();
    }

    @Test
    void notIfItSaysTheSame() {
      assertThat(funnel.over(table("ana", 3), 9)).isEqualTo(report);
    }

    @Test
    void ifATimeIsAnother() {
      assertThat(funnel.over(table("ana", 4), 9)).isNotEqualTo(report);
    }

    @Test
    void ifAGroupIsAnother() {
      assertThat(funnel.over(table("ben", 3), 9)).isNotEqualTo(report);
    }

    @Test
    void ifTheCountsOfAGroupAreOthers() {
      FunnelReport ana = funnel.over(table("ana", 3), 9);
      FunnelReport ben = funnel.over(table("ben", 3), 9);

      assertThat(ana.merge(ana).merge(ben)).isNotEqualTo(ana.merge(ben).merge(ben));
    }

    @Test
    void ifTheQuestionIsAnother() {
      assertThat(funnel.withConfidence(0.9).over(table("ana", 3), 9)).isNotEqualTo(report);
    }
  }

  @Nested
  class Merged {
    private final FunnelReport all = NORTH.merge(SOUTH);

    @Test
    void countsTheSubjectsOfBoth() {
      assertThat(all.chains()).isEqualTo(5);
      assertThat(all.step("lead").pending()).isEqualTo(2);
      assertThat(all.step("lead").value()).isEqualTo(100);
      assertThat(all.step("won").value()).isEqualTo(90);
    }

    @Test
    void joinsGroupsByTheirValues() {
      assertThat(all.groups())
          .extracting(group -> group.values().get(0).orElse("none"))
          .containsExactly("ana", "ben", "none");
      FunnelGroup ana = all.group("ana").orElseThrow();
      assertThat(ana.steps().get(0).entered()).isEqualTo(2);
      assertThat(all.times("lead", ana).converted().median().value()).isEqualTo(10);
      assertThat(all.times("lead", ana).open()).isEqualTo(1);
    }

    @Test
    void knowsAnEventThatEitherKnows() {
      assertThat(NORTH.unknownEvents()).containsExactly("lost");
      assertThat(SOUTH.unknownEvents()).containsExactly("won");
      assertThat(all.unknownEvents()).isEmpty();
    }

    @Test
    void mustBeOfTheSameFunnel() {
      EventTable none = EventTable.builder("rep").timesIn(TimeUnit.DAYS).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NORTH.merge(Funnel.ordered("lead", "won").over(none, 200)))
          .withMessage(
              "one report is of 'lead > won, within 90d, excluding lost, by rep' and one of"
                  + " 'lead > won'; both must be of the same funnel");
    }

    @Test
    void mustBeOfTheSameTimeInTheSameUnit() {
      EventTable days = EventTable.builder("rep").timesIn(TimeUnit.DAYS).build();
      EventTable hours = EventTable.builder("rep").timesIn(TimeUnit.HOURS).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NORTH.merge(FUNNEL.over(days, 199)))
          .withMessage(
              "one report is as of 200 DAYS and one as of 199 DAYS; both must be of the same time");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NORTH.merge(FUNNEL.over(hours, 200)))
          .withMessageContaining("200 DAYS and one as of 200 HOURS");
    }
  }

  @Nested
  class AsBytes {
    /** What the first version wrote, which every later one must read. */
    private static final String VERSION_1 =
        "UFNGUgABAAAAhC5sZWFkID4gd29uLCB3aXRoaW4gOTBkLCBleGNsdWRpbmcgbG9zdCwgYnkgcmVwBERBWVOQAwEE"
            + "bG9zdAACAQDIAQEBALQBAgRhbmEBAQDIAQEBALQBBGJlbgEAAAAAAAAAAAAAAAEKAAFaAAAAAAAAAAAAAAA5"
            + "/uzk";

    private final byte[] bytes = NORTH.toBytes();

    @Test
    void ofTheFirstVersionAreStillReadAndWritten() {
      assertThat(FunnelReport.fromBytes(Base64.getDecoder().decode(VERSION_1))).isEqualTo(NORTH);
      assertThat(Base64.getEncoder().encodeToString(bytes)).isEqualTo(VERSION_1);
    }

    @Test
    void areTheSameForTheSameReport() {
      assertThat(SOUTH.merge(NORTH).toBytes()).isEqualTo(NORTH.merge(SOUTH).toBytes());
    }

    @Test
    void ofALaterVersionAreRefused() {
      byte[] later = bytes.clone();
      later[5] = 2;
      assertRefused(later, "the report has version 2 of the format; it must be version 1");
    }

    @Test
    void cutOffAreRefused() {
      assertRefused(Arrays.copyOf(bytes, 7), "the report is cut off after 7 bytes");
      assertRefused(
          Arrays.copyOf(bytes, 40),
          "the report is 40 bytes long and says that it has "
              + bytes.length
              + "; some are missing or too many");
    }

    @Test
    void damagedAreRefused() {
      byte[] damaged = bytes.clone();
      damaged[20] ^= 1;
      assertRefused(
          damaged,
          "the report is damaged: its checksum is not that of its " + bytes.length + " bytes");
    }

    @Test
    void withAnyByteChangedAreRefused() {
      everyChange(bytes)
          .forEach(
              changed ->
                  assertThatIllegalArgumentException()
                      .isThrownBy(() -> FunnelReport.fromBytes(changed))
                      .withMessageContaining("report"));
    }

    /** Only who changes the checksum too gets so far. */
    @Test
    void withAnyByteChangedAndTheRightChecksumAreRefusedOrAReport() {
      byte[] body =
          Arrays.copyOfRange(bytes, PackedWriter.HEADER, bytes.length - PackedWriter.CHECKSUM);
      int reports = 0;
      for (byte[] changed : (Iterable<byte[]>) everyChange(body)::iterator) {
        FunnelReport report;
        try {
          report =
              FunnelReport.fromBytes(
                  PackedWriter.framed(changed, ReportWriter.LETTERS, ReportWriter.VERSION));
        } catch (IllegalArgumentException refused) {
          continue;
        }
        reports++;
        assertThat(FunnelReport.fromBytes(report.toBytes())).isEqualTo(report);
        for (FunnelStep step : report.steps()) {
          assertThat(step.rate().n()).isEqualTo(step.entered());
          assertThat(step.totalRate().n()).isEqualTo(report.chains());
          assertThat(report.times(step.name()).quantile(0.5).n()).isNotNegative();
        }
        for (FunnelGroup group : report.groups()) {
          assertThat(group.steps()).hasSameSizeAs(report.steps());
        }
      }
      assertThat(reports).isPositive();
    }

    private static Stream<byte[]> everyChange(byte[] bytes) {
      return IntStream.range(0, bytes.length * 255)
          .mapToObj(
              change -> {
                byte[] changed = bytes.clone();
                changed[change / 255] ^= (byte) (change % 255 + 1);
                return changed;
              });
    }

    @Test
    void ofSomethingElseAreRefused() {
      assertRefused(new byte[100], "the 100 bytes are no report; one starts with the letters PSFR");
      assertRefused(new byte[0], "the 0 bytes are no report; one starts with the letters PSFR");
    }

    private void assertRefused(byte[] bytes, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FunnelReport.fromBytes(bytes))
          .withMessage(message);
    }
  }

  @Nested
  class Times {
    /** Went on after 1 and 3 days, broken after 2, still open after 4. */
    private final StepTimes times =
        Funnel.parse("lead > won, excluding lost, confidence 0.9")
            .over(
                EventTable.builder()
                    .timesIn(TimeUnit.HOURS)
                    .row("a", "lead", 0)
                    .row("a", "won", 24)
                    .row("b", "lead", 0)
                    .row("b", "lost", 48)
                    .row("c", "lead", 0)
                    .row("c", "won", 72)
                    .row("d", "lead", 0)
                    .build(),
                96)
            .times("lead");

    @Test
    void ofThoseThatWentOnAreTooShort() {
      assertThat(times.converted().median().value()).isEqualTo(2);
      assertThat(times.converted().mean().value()).isEqualTo(2);
      assertThat(times.open()).isEqualTo(1);
      assertThat(times.broken()).isEqualTo(1);
    }

    /** By hand: 1/4 after a day, then 3/4 · 2/3 · 1/2 = 1/4 more after three. */
    @Test
    void ofAllCountTheOpenAndTheBroken() {
      Measure half = times.quantile(0.5);
      assertThat(half.value()).isEqualTo(3);
      assertThat(half.n()).isEqualTo(4);
      assertThat(times.quantile(0.25).value()).isEqualTo(1);
      assertThat(times.incidence().at(End.WON, 2).value()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void thatAreNeverReachedAreNoData() {
      assertThat(times.quantile(0.6)).isEqualTo(Measure.noData(Unit.DAYS, 4, NoData.TOO_FEW));
    }

    @Test
    void haveTheConfidenceOfTheFunnel() {
      assertThat(times.converted().mean().interval().orElseThrow().confidence()).isEqualTo(0.9);
      assertThat(times.incidence().at(End.WON, 3).interval().orElseThrow().confidence())
          .isEqualTo(0.9);
    }
  }
}
