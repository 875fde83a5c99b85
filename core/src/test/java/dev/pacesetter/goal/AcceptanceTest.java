package dev.pacesetter.goal;

import static dev.pacesetter.goal.SmartCase.expect;
import static dev.pacesetter.testing.Business.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.AgreementStep.Proposed;
import dev.pacesetter.goal.AgreementStep.Withdrawn;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.testing.Business;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A6 and T4, which look at what the members of a goal have said. */
class AcceptanceTest {
  private static final Text WHY = Text.of("too few leads", "线索太少");

  private final Business business = Business.small();
  private final SalesGoal team =
      SmartCase.goal(business)
          .id("team")
          .owner("north")
          .scope(Scope.team("north"))
          .atLeast(euros(60_000))
          .build();
  private final SalesGoal own = SmartCase.goal(business).contributesTo("team").build();
  private final Agreement proposed =
      Agreement.propose(
          new Proposed(
              "mia",
              business.noon("2025-12-01"),
              Proposal.of(team, Map.of("ana", 3_600_000L, "bo", 2_400_000L)),
              Text.of("as planned"),
              Optional.of(business.noon("2025-12-12"))));

  private Agreement accepted(String ana, String bo) {
    return proposed
        .with(new Accepted("ana", business.noon(ana), 3_600_000))
        .with(new Accepted("bo", business.noon(bo), 2_400_000));
  }

  private Finding ask(String rule, SalesGoal goal, String today, Agreement... agreements) {
    return ask(SmartRules.standard(), rule, goal, today, agreements);
  }

  private Finding ask(
      SmartRules rules, String rule, SalesGoal goal, String today, Agreement... agreements) {
    return SmartCase.ask(
        rule, rules.assess(goal, business.on(today), List.of(team, own), List.of(agreements)));
  }

  @Nested
  class A6Acceptance {
    @Test
    void isUndecidedWithoutAnAgreement() {
      Finding finding = ask("smart.A6", team, "2025-12-10");
      expect(finding, Verdict.UNDECIDED, "unrecorded");
      assertThat(finding.repair(Locale.ENGLISH)).isPresent();
    }

    @Test
    void isUndecidedBeforeTheGoalWasProposed() {
      expect(ask("smart.A6", team, "2025-11-30", proposed), Verdict.UNDECIDED, "unrecorded");
    }

    @Test
    void isThereOnceEverybodyHasAccepted() {
      Finding finding = ask("smart.A6", team, "2025-12-10", accepted("2025-12-02", "2025-12-03"));
      expect(finding, Verdict.PASS, "accepted");
      assertThat(finding.explain(Locale.ENGLISH)).isEqualTo("Accepted by Ana Silva, Bo Chen.");
      assertThat(finding.evidence("accepted").observed().value()).isEqualTo(1);
      assertThat(finding.evidence("accepted").observed().n()).isEqualTo(2);
    }

    @Test
    void doesNotKnowWhatIsSaidLater() {
      Finding finding = ask("smart.A6", team, "2025-12-02", accepted("2025-12-02", "2025-12-03"));
      expect(finding, Verdict.WARN, "waiting");
      assertThat(finding.explain(Locale.ENGLISH))
          .isEqualTo(
              "Not agreed yet: 1 of 2 accepted. No answer yet from Bo Chen. There is still time to"
                  + " answer.");
      assertThat(finding.explain(Locale.CHINESE))
          .isEqualTo("尚未达成一致：2 人中 1 人已接受。尚未答复：Bo Chen。答复尚未到期。");
    }

    @Test
    void isMissingOnceTheDeadlineHasPassedOrThePeriodHasBegun() {
      Agreement some = proposed.with(new Countered("bo", business.noon("2025-12-03"), 1, WHY));
      expect(ask("smart.A6", team, "2025-12-11", some), Verdict.WARN, "waiting");
      expect(ask("smart.A6", team, "2025-12-12", some), Verdict.FAIL, "overdue");
      expect(ask("smart.A6", team, "2026-01-01", some), Verdict.FAIL, "begun");
    }

    @Test
    void isOnRecordWhereWhoDeclinedNamedAnotherNumber() {
      Agreement some = proposed.with(new Accepted("ana", business.noon("2025-12-02"), 3_600_000));
      Instant third = business.noon("2025-12-03");
      expect(
          ask("smart.A6", team, "2026-01-10", some.with(new Declined("bo", third, WHY))),
          Verdict.FAIL,
          "declined");
      Finding disputed =
          ask(
              "smart.A6",
              team,
              "2026-01-10",
              some.with(new Declined("bo", third, WHY, OptionalLong.of(2_000_000))));
      expect(disputed, Verdict.WARN, "disputed");
      assertThat(disputed.explain(Locale.ENGLISH))
          .contains("Bo Chen declined EUR 24,000 and would take EUR 20,000: “too few leads”.");
    }

    @Test
    void isEnoughWhereLessThanEverybodyIsAskedFor() {
      SmartRules lenient =
          SmartRules.standard()
              .withBook(book -> book.withParameters("smart.A6", Map.of("accepted", 0.5)));
      Agreement some = proposed.with(new Accepted("ana", business.noon("2025-12-02"), 3_600_000));
      Finding finding = ask(lenient, "smart.A6", team, "2026-01-10", some);
      expect(finding, Verdict.PASS, "enough");
      assertThat(finding.explain(Locale.ENGLISH))
          .startsWith("50.0% of those asked have accepted, and 50.0% is enough. Not agreed yet:");
    }

    @Test
    void endsWithAWithdrawal() {
      Agreement over =
          accepted("2025-12-02", "2025-12-03")
              .with(new Withdrawn("mia", business.noon("2025-12-04"), WHY));
      expect(ask("smart.A6", team, "2025-12-10", over), Verdict.FAIL, "withdrawn");
      expect(ask("smart.A6", own, "2025-12-10", over), Verdict.FAIL, "withdrawn");
    }

    @Test
    void isOfTheGoalAsItIsNow() {
      SalesGoal higher =
          SmartCase.goal(business)
              .id("team")
              .owner("north")
              .scope(Scope.team("north"))
              .atLeast(euros(70_000))
              .build();
      Finding finding = ask("smart.A6", higher, "2025-12-10", accepted("2025-12-02", "2025-12-03"));
      expect(finding, Verdict.FAIL, "outdated");
      assertThat(finding.explain(Locale.ENGLISH)).contains("EUR 60,000 then, EUR 70,000 now");
    }

    @Test
    void ofAPersonsGoalIsThatOfTheShareItIs() {
      Agreement some = proposed.with(new Accepted("ana", business.noon("2025-12-02"), 3_600_000));
      Finding finding = ask("smart.A6", own, "2025-12-10", some);
      expect(finding, Verdict.PASS, "accepted");
      assertThat(finding.explain(Locale.ENGLISH)).isEqualTo("Accepted by Ana Silva.");
      SalesGoal more = SmartCase.goal(business).contributesTo("team").atLeast(euros(1)).build();
      expect(ask("smart.A6", more, "2025-12-10", some), Verdict.UNDECIDED, "unrecorded");
      Finding silent = ask("smart.A6", own, "2025-12-10", proposed);
      assertThat(silent.explain(Locale.ENGLISH))
          .isEqualTo(
              "Not agreed yet. No answer yet from Ana Silva. There is still time to answer.");
    }

    @Test
    void refusesTwoAgreementsOnOneGoal() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ask("smart.A6", team, "2025-12-10", proposed, proposed));
    }
  }

  @Nested
  class T4DayOfAgreement {
    @ParameterizedTest
    @CsvSource({
      "2025-12-31, PASS, agreedBefore",
      "2026-01-01, PASS, agreedSoon",
      "2026-01-05, PASS, agreedSoon",
      "2026-01-06, WARN, agreedLate",
      "2026-02-15, WARN, agreedLate",
      "2026-02-16, FAIL, agreedTooLate",
      "2026-04-10, FAIL, agreedTooLate"
    })
    void decidesWheneverItIsChecked(String last, Verdict verdict, String reason) {
      Finding finding = ask("smart.T4", team, "2026-06-30", accepted("2025-12-02", last));
      expect(finding, verdict, reason);
      assertThat(finding.explain(Locale.ENGLISH)).startsWith("Agreed on " + last + ", ");
    }

    @Test
    void ofAPersonIsTheirOwn() {
      Finding finding = ask("smart.T4", own, "2026-06-30", accepted("2025-12-02", "2026-04-10"));
      expect(finding, Verdict.PASS, "agreedBefore");
      assertThat(finding.explain(Locale.CHINESE))
          .isEqualTo("于 2025-12-02 商定，即 FY2026-Q1 开始前 30 天。");
    }

    @Test
    void isNotKnownBeforeItAndTheDayOfAssessmentDecides() {
      expect(ask("smart.T4", team, "2025-12-10", proposed), Verdict.PASS, "before");
      expect(
          ask("smart.T4", team, "2026-01-20", accepted("2025-12-02", "2026-02-16")),
          Verdict.WARN,
          "late");
    }
  }
}
