package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.metrics.Ratio;
import dev.pacesetter.metrics.conversion.ProportionInterval;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Parameter;
import dev.pacesetter.rule.Rule;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import java.util.Locale;

/** Too many losses without a reason, or with one that says nothing: why deals are lost is open. */
final class LossReasonRule implements Rule<CompanyFacts> {
  private static final double CONFIDENCE = 0.95;
  private static final Parameter SHARE = new Parameter("share", 0.20, 0, 1);
  private static final ImmutableSet<String> SAYS_NOTHING =
      ImmutableSet.of("other", "others", "unknown", "n/a", "none", "-", "其他", "其它", "未知", "无");

  @Override
  public String id() {
    return "data.loss-reason";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public ImmutableList<Parameter> parameters() {
    return ImmutableList.of(SHARE);
  }

  @Override
  public Finding evaluate(CompanyFacts facts, Settings settings) {
    FiscalCalendar calendar = facts.facts().calendar();
    long lost = 0;
    long open = 0;
    for (Opportunity deal : facts.facts().book().opportunities()) {
      if (deal.outcome() == Outcome.LOST
          && facts.period().contains(calendar.dayOf(deal.closedAt().orElseThrow()))) {
        lost++;
        open += deal.lossReason().map(LossReasonRule::saysNothing).orElse(true) ? 1 : 0;
      }
    }
    double limit = settings.get(SHARE.name());
    boolean tooMany = lost > 0 && (double) open / lost > limit;
    return Finding.by(this, DiagnosisRules.PHRASES)
        .verdict(tooMany ? Verdict.WARN : Verdict.PASS)
        .reason(tooMany ? "unrecorded" : Diagnosis.IN_LINE)
        .subject(Scope.company())
        .subjectName("")
        .addEvidence(
            Evidence.builder()
                .name("own")
                .period(facts.period())
                .observed(ProportionInterval.WILSON.measure(Ratio.of(open, lost), CONFIDENCE))
                .limit(limit)
                .build())
        .build();
  }

  private static boolean saysNothing(String reason) {
    return SAYS_NOTHING.contains(reason.strip().toLowerCase(Locale.ROOT));
  }
}
