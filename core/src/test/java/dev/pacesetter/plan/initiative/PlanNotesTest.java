package dev.pacesetter.plan.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlanNotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Scope SMALL = Scope.company().and(Scope.Dimension.SEGMENT, "small");

  private static PlanNote note(String id, PlanNote.Kind kind, int daysLater, Scope subject) {
    return new PlanNote(
        id,
        kind,
        "ana",
        DAY.plusDays(daysLater),
        subject,
        Text.of("Small firms want to pay monthly", "小企业希望按月付款"));
  }

  private final PlanNote need = note("need", PlanNote.Kind.CUSTOMER_NEED, 0, SMALL);
  private final PlanNote fit =
      note("fit", PlanNote.Kind.PRODUCT_FIT, 1, SMALL.and(Scope.Dimension.PRODUCT, "gtx"));
  private final PlanNote market = note("market", PlanNote.Kind.MARKET, 2, Scope.company());
  private final PlanNotes notes = PlanNotes.of(List.of(market, fit, need));

  private static Finding finding(Scope subject) {
    return Finding.builder()
        .ruleId("smart.A1")
        .ruleVersion(1)
        .phrases("dev.pacesetter.goal.smart")
        .verdict(Verdict.WARN)
        .reason("tooHigh")
        .subject(subject)
        .subjectName("Small firms")
        .addEvidence(
            Evidence.builder().name("growth").observed(Measure.of(1, Unit.COUNT, 1)).build())
        .build();
  }

  @Test
  void areInTheOrderOfDays() {
    assertThat(notes.all()).containsExactly(need, fit, market);
    assertThat(notes.note("fit")).contains(fit);
    assertThat(notes.note("lost")).isEmpty();
  }

  @Test
  void areAboutAPartOrALargerOneItLiesIn() {
    Scope team = SMALL.and(Scope.Dimension.TEAM, "emea");
    assertThat(notes.about(team, DAY.plusDays(9))).containsExactly(need);
    assertThat(notes.about(Scope.team("emea"), DAY.plusDays(9))).isEmpty();
    assertThat(notes.about(Scope.company(), DAY.plusDays(9))).containsExactly(market);
  }

  @Test
  void doNotCountBeforeTheyWereWritten() {
    assertThat(notes.about(fit.subject(), DAY)).containsExactly(need);
    assertThat(notes.about(fit.subject(), DAY.plusDays(1))).containsExactly(need, fit);
  }

  @Test
  void areReferredToByAFindingThatStaysAsItIs() {
    Finding finding = finding(SMALL);
    Finding noted = notes.referredBy(finding, DAY);
    assertThat(noted.notes()).containsExactly("need");
    assertThat(noted.evidence()).isEqualTo(finding.evidence());
    assertThat(noted.verdict()).isEqualTo(finding.verdict());
    assertThat(noted.title(Locale.ENGLISH)).isEqualTo(finding.title(Locale.ENGLISH));
    assertThat(finding.notes()).isEmpty();
  }

  @Test
  void haveIdsOfTheirOwnAndSaySomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PlanNotes.of(List.of(need, note("need", PlanNote.Kind.MARKET, 0, Scope.company()))))
        .withMessage("there are two notes 'need'; each needs an id of its own");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PlanNote("empty", PlanNote.Kind.MARKET, "ana", DAY, SMALL, Text.of(" ", "x")))
        .withMessageContaining("note empty says");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> finding(SMALL).referringTo(List.of("")))
        .withMessageContaining("no id must be blank");
  }
}
