package dev.pacesetter.examples.review.importing;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.examples.review.mapping.Field;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.organization.Scope;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Rows with what is to be sold. */
final class QuotaRows {
  private final ImportRun run;
  private final Row row;

  QuotaRows(ImportRun run, Row row) {
    this.run = run;
    this.row = row;
  }

  void quota() {
    Period period = period();
    Money amount = row.requiredMoney(Field.AMOUNT, run.mapping().currency());
    @Nullable String team = row.reference(Field.TEAM);
    @Nullable String person = row.reference(Field.PERSON);
    Scope scope = Scope.company();
    if (team != null) {
      scope = scope.and(Scope.Dimension.TEAM, run.teams().resolve(row, Field.TEAM, team));
    }
    if (person != null) {
      scope = scope.and(Scope.Dimension.PERSON, run.people().resolve(row, Field.PERSON, person));
    }
    if (!run.addQuota(new Quota(scope, period, amount))) {
      throw row.rejected(
          Field.PERIOD, Reason.DUPLICATE_ID, Message.of("allowed.one-quota", scope, period));
    }
    run.teams().keep(team);
    run.people().keep(person);
  }

  private Period period() {
    String name = row.required(Field.PERIOD);
    try {
      return run.mapping().calendar().period(name);
    } catch (IllegalArgumentException e) {
      throw row.rejected(Field.PERIOD, Reason.UNKNOWN_VALUE, Message.of("allowed.period"));
    }
  }
}
