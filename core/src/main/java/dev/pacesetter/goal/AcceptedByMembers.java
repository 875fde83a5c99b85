package dev.pacesetter.goal;

import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A6: the members of the goal have accepted it.
 *
 * <p>{@code accepted = members who accepted / members}. A member who declined with a reason and
 * another number is on record: that is worth a second look, but no fault. Only what was said up to
 * the day of assessment counts.
 */
final class AcceptedByMembers extends SmartRule {
  AcceptedByMembers() {
    super(
        "smart.A6",
        List.of(
            "accepted",
            "enough",
            "disputed",
            "waiting",
            "overdue",
            "begun",
            "declined",
            "withdrawn",
            "outdated",
            "unrecorded"),
        new Parameter("accepted", 1, 0, 1));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Optional<Consent> known = facts.consent();
    if (known.isEmpty()) {
      return undecided(facts, "unrecorded", count("agreements", 0));
    }
    Consent consent = known.get();
    return switch (consent.state()) {
      case ACCEPTED -> said(facts, settings, consent, Verdict.PASS, "accepted");
      case WITHDRAWN -> said(facts, settings, consent, Verdict.FAIL, "withdrawn");
      case OUTDATED -> said(facts, settings, consent, Verdict.FAIL, "outdated");
      case WAITING, DECLINED ->
          consent.accepted().value().orElseThrow() >= settings.get("accepted")
              ? said(facts, settings, consent, Verdict.PASS, "enough")
              : missing(facts, settings, consent);
    };
  }

  private Finding missing(SmartFacts facts, Settings settings, Consent consent) {
    Instant asOf = facts.facts().book().asOf();
    if (consent.members().stream().anyMatch(AcceptedByMembers::declinedOnly)) {
      return said(facts, settings, consent, Verdict.FAIL, "declined");
    } else if (consent.members().stream().allMatch(Standing::isFinal)) {
      return said(facts, settings, consent, Verdict.WARN, "disputed");
    } else if (!facts.today().isBefore(facts.goal().period().start())) {
      return said(facts, settings, consent, Verdict.FAIL, "begun");
    }
    return consent.isOverdue(asOf)
        ? said(facts, settings, consent, Verdict.FAIL, "overdue")
        : said(facts, settings, consent, Verdict.WARN, "waiting");
  }

  /** Declined, and no other number is on record. */
  private static boolean declinedOnly(Standing member) {
    return member.answer() == Answer.DECLINED && member.counter().isEmpty();
  }

  private Finding said(
      SmartFacts facts, Settings settings, Consent consent, Verdict verdict, String reason) {
    Ratio accepted = consent.accepted();
    return finding(facts, verdict, reason)
        .putWord(
            "standing",
            Text.inEach(locale -> consent.summary(locale, facts.facts().organization())))
        .addEvidence(
            number(
                    "accepted",
                    Measure.of(accepted.value().orElseThrow(), Unit.RATIO, accepted.denominator()))
                .period(facts.goal().period())
                .limit(settings.get("accepted"))
                .build())
        .addEvidence(target(facts))
        .build();
  }
}
