package dev.pacesetter.kpi;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.Linearity;
import dev.pacesetter.metrics.forecast.Pace;
import dev.pacesetter.metrics.forecast.PointAccuracy;
import dev.pacesetter.metrics.forecast.SeasonalProfile;
import dev.pacesetter.organization.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where the value won in a period will end, and how evenly it came in. */
final class Projections {
  /** From so many periods before is learned what comes that nobody sees coming. */
  private static final int PERIODS = 4;

  private static final int DAYS_A_WEEK = 7;

  private Projections() {}

  /** Won so far and the weighted pipeline due in the period; once that is over, what was won. */
  static Measure ofPipeline(SalesFacts facts, Scope scope, Period period) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    if (!won.isPresent() || isOver(facts, period)) {
      return won;
    }
    Measure due =
        WeightedPipeline.byHistory(
            facts,
            scope,
            row ->
                facts
                    .book()
                    .opportunities()
                    .get(row)
                    .expectedClose()
                    .filter(period::contains)
                    .isPresent());
    return due.isPresent()
        ? Measure.of(won.value() + due.value(), Unit.MONEY, won.n() + due.n())
        : due;
  }

  /** The same and what such periods brought, from this point on, of what was not in sight. */
  static Measure withExpected(SalesFacts facts, Scope scope, Period period) {
    Measure seen = ofPipeline(facts, scope, period);
    if (!seen.isPresent() || isOver(facts, period)) {
      return seen;
    }
    LocalDate first =
        IntStream.range(0, facts.deals().size()).map(facts.deals()::createdDay).min().stream()
            .mapToObj(LocalDate::ofEpochDay)
            .findFirst()
            .orElse(LocalDate.MAX);
    double unseen = 0;
    int periods = 0;
    Period past = period;
    for (int i = 0; i < PERIODS; i++) {
      past = facts.calendar().before(past);
      if (!past.start().isBefore(first) && !past.end().isAfter(tomorrow(facts))) {
        unseen += unseen(facts, scope, past, elapsed(facts, period) / (double) period.days());
        periods++;
      }
    }
    return periods == 0
        ? Measure.noData(Unit.MONEY, seen.n(), NoData.TOO_FEW)
        : Measure.of(seen.value() + unseen / periods, Unit.MONEY, seen.n());
  }

  /** What was won in the rest of a past period of deals not open and due in it at that point. */
  private static double unseen(SalesFacts facts, Scope scope, Period past, double share) {
    LocalDate day = past.start().plusDays(Math.round(share * past.days()));
    Instant point = facts.calendar().startOf(day);
    double value = 0;
    for (int row : facts.deals().rows(scope)) {
      boolean wonLater =
          facts.deals().outcome(row) == Outcome.WON
              && facts.deals().closedDay(row) >= day.toEpochDay()
              && facts.deals().closedDay(row) < past.end().toEpochDay();
      value += wonLater && !isInSight(facts, row, point, past) ? facts.deals().amount(row) : 0;
    }
    return value;
  }

  private static boolean isInSight(SalesFacts facts, int row, Instant point, Period past) {
    boolean inSight = false;
    for (Revision revision : facts.book().opportunities().get(row).revisions()) {
      if (!revision.at().isBefore(point)) {
        break;
      }
      inSight =
          revision.outcome() == Outcome.OPEN
              && revision.expectedClose().filter(past::contains).isPresent();
    }
    return inSight;
  }

  /** Won so far over the share of the working days that are over. */
  static Measure linear(SalesFacts facts, Scope scope, Period period) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    if (!won.isPresent()) {
      return won;
    }
    OptionalDouble end = pace(facts, period, 0, won.value()).projection();
    return end.isPresent()
        ? Measure.of(end.getAsDouble(), Unit.MONEY, won.n())
        : Measure.noData(Unit.MONEY, won.n(), NoData.TOO_FEW);
  }

  /** Progress by working days; a period without any is never begun. */
  static Pace pace(SalesFacts facts, Period period, double target, double actual) {
    int days = facts.calendar().workingDays(period.start(), period.end());
    LocalDate until = period.start().plusDays(elapsed(facts, period));
    int elapsed = facts.calendar().workingDays(period.start(), until);
    return new Pace(SeasonalProfile.even(Math.max(1, days)), elapsed, target, actual);
  }

  /** The days of a period that are over. */
  static int elapsed(SalesFacts facts, Period period) {
    long days = tomorrow(facts).toEpochDay() - period.start().toEpochDay();
    return (int) Math.max(0, Math.min(period.days(), days));
  }

  private static boolean isOver(SalesFacts facts, Period period) {
    return elapsed(facts, period) == period.days();
  }

  /** The first day that is not over yet. */
  static LocalDate tomorrow(SalesFacts facts) {
    LocalDate today = facts.today();
    return facts.book().asOf().isBefore(facts.calendar().endOf(today)) ? today : today.plusDays(1);
  }

  /** {@code max(0, 1 - |A - F| / A)} of the projection made on the eve of the period. */
  static Measure accuracy(SalesFacts facts, Scope scope, Period period) {
    return ofForecast(
        facts,
        scope,
        period,
        accuracy -> {
          Measure error = accuracy.weightedPercentageError();
          return error.isPresent()
              ? Measure.of(Math.max(0, 1 - error.value()), Unit.RATIO, 1)
              : error;
        });
  }

  /** {@code (F - A) / A} of the same projection. */
  static Measure bias(SalesFacts facts, Scope scope, Period period) {
    return ofForecast(facts, scope, period, PointAccuracy::bias);
  }

  private static Measure ofForecast(
      SalesFacts facts, Scope scope, Period period, Function<PointAccuracy, Measure> score) {
    if (!isOver(facts, period)) {
      return Measure.noData(Unit.RATIO, 0, NoData.TOO_FEW);
    }
    Instant eve = facts.calendar().endOf(period.start().minusDays(1));
    Measure forecast = withExpected(facts.rewoundTo(eve), scope, period);
    Measure actual = Kpis.WON_VALUE.measure(facts, scope, period);
    for (Measure part : new Measure[] {forecast, actual}) {
      if (!part.isPresent()) {
        return Measure.noData(Unit.RATIO, 0, part.reason().orElseThrow());
      }
    }
    return score.apply(
        PointAccuracy.of(
            Unit.MONEY, new double[] {actual.value()}, new double[] {forecast.value()}));
  }

  /** The share of the last third of the days of a period that is over. */
  static Measure lastThird(SalesFacts facts, Scope scope, Period period) {
    return linearity(facts, scope, period, period.days(), Linearity::shareOfLastThird);
  }

  /** The Gini coefficient over the weeks of a period that is over. */
  static Measure gini(SalesFacts facts, Scope scope, Period period) {
    return linearity(facts, scope, period, weeks(period), Linearity::gini);
  }

  /** How far the bookings ran behind the working days at the worst end of a week. */
  static Measure largestGap(SalesFacts facts, Scope scope, Period period) {
    int weeks = weeks(period);
    double[] planned = new double[weeks];
    for (int day = 0; day < period.days(); day++) {
      boolean works = facts.calendar().isWorkingDay(period.start().plusDays(day));
      planned[part(day, period, weeks)] += works ? 1 : 0;
    }
    if (Arrays.stream(planned).sum() == 0) {
      return Measure.noData(Unit.RATIO, 0, NoData.NOTHING_OBSERVED);
    }
    SeasonalProfile plan = SeasonalProfile.ofWeights(planned);
    return linearity(facts, scope, period, weeks, bookings -> bookings.against(plan).largestGap());
  }

  private static Measure linearity(
      SalesFacts facts,
      Scope scope,
      Period period,
      int parts,
      Function<Linearity, Measure> question) {
    Measure won = Kpis.WON_VALUE.measure(facts, scope, period);
    if (!won.isPresent() || !isOver(facts, period)) {
      return Measure.noData(Unit.RATIO, won.n(), won.reason().orElse(NoData.TOO_FEW));
    }
    double[] bookings = new double[parts];
    Credits credits = Kpis.WON_VALUE.credits(facts);
    for (int row : credits.rows(scope, period.start(), period.end())) {
      int day = (int) (credits.day(row) - period.start().toEpochDay());
      bookings[part(day, period, parts)] += credits.value(row);
    }
    Measure answer = question.apply(Linearity.of(bookings));
    return answer.isPresent()
        ? Measure.of(answer.value(), Unit.RATIO, won.n())
        : Measure.noData(Unit.RATIO, won.n(), answer.reason().orElseThrow());
  }

  /** Weeks from the first day on; days that are left over join the last one. */
  private static int weeks(Period period) {
    return Math.max(1, Math.round(period.days() / (float) DAYS_A_WEEK));
  }

  private static int part(int day, Period period, int parts) {
    return parts == period.days() ? day : Math.min(day / DAYS_A_WEEK, parts - 1);
  }
}
