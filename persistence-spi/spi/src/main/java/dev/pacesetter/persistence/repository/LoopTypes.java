package dev.pacesetter.persistence.repository;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.AgreementStep;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.pipeline.PipelineScope;
import dev.pacesetter.organization.Scope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;

/** How those types of the sales loop are written that are neither records nor built values. */
final class LoopTypes {

  private final KpiCatalogue catalogue;

  private LoopTypes(KpiCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Those that speak of metrics take them from a catalogue. */
  static ImmutableList<StandIn<?, ?>> by(KpiCatalogue catalogue) {
    LoopTypes types = new LoopTypes(catalogue);
    return ImmutableList.<StandIn<?, ?>>builder()
        .add(
            StandIn.text(
                Kpi.class,
                types::written,
                types::kpi,
                "the id and version of a KPI such as won.value@1"),
            StandIn.text(
                AdditiveKpi.class,
                types::written,
                types::additive,
                "the id and version of an additive KPI such as won.value@1"),
            StandIn.text(
                Scope.class, Scope::toString, Scope::parse, "a scope such as company or team=emea"),
            StandIn.text(
                PipelineScope.class,
                PipelineScope::toString,
                PipelineScope::parse,
                "all open, or closing in [2026-07-01, 2026-10-01)"),
            new StandIn<>(
                Measure.class,
                WrittenMeasure.class,
                WrittenMeasure::of,
                WrittenMeasure::measure,
                "a measure with a value or a reason why there is none"),
            new StandIn<>(
                FiscalCalendar.class,
                WrittenCalendar.class,
                WrittenCalendar::of,
                WrittenCalendar::calendar,
                "a fiscal calendar"),
            new StandIn<>(
                Agreement.class,
                WrittenAgreement.class,
                agreement -> new WrittenAgreement(agreement.steps()),
                WrittenAgreement::agreement,
                "an agreement"))
        .addAll(OrganizationTypes.ALL)
        .build();
  }

  private record WrittenMeasure(
      Unit unit,
      long n,
      OptionalDouble value,
      Optional<Interval> interval,
      Optional<NoData> reason) {

    static WrittenMeasure of(Measure measure) {
      return new WrittenMeasure(
          measure.unit(),
          measure.n(),
          measure.isPresent() ? OptionalDouble.of(measure.value()) : OptionalDouble.empty(),
          measure.interval(),
          measure.reason());
    }

    Measure measure() {
      checkArgument(
          value.isPresent() != reason.isPresent(),
          "it has the %s and the %s; it must have exactly one of them",
          value,
          reason);
      Measure measure =
          reason.isPresent()
              ? Measure.noData(unit, n, reason.get())
              : Measure.of(value.orElseThrow(), unit, n);
      return interval.map(measure::withInterval).orElse(measure);
    }
  }

  /** What was added later is left out where it says nothing, as it was before. */
  private record WrittenCalendar(
      Month firstMonth,
      ZoneId zone,
      ImmutableSortedSet<DayOfWeek> weekend,
      ImmutableSortedSet<LocalDate> holidays,
      Optional<WeekYear> weekYear,
      Optional<Boolean> namedAfterStart) {

    static WrittenCalendar of(FiscalCalendar calendar) {
      return new WrittenCalendar(
          calendar.firstMonth(),
          calendar.zone(),
          ImmutableSortedSet.copyOf(calendar.weekend()),
          calendar.holidays(),
          calendar.weekYear(),
          calendar.isNamedAfterStart() ? Optional.of(true) : Optional.empty());
    }

    FiscalCalendar calendar() {
      FiscalCalendar calendar =
          weekYear
              .map(year -> FiscalCalendar.ofWeeks(year, zone))
              .orElseGet(() -> FiscalCalendar.startingIn(firstMonth, zone));
      checkArgument(
          calendar.firstMonth() == firstMonth,
          "its first month is %s; years that end with %s begin in %s",
          firstMonth,
          weekYear.map(WeekYear::lastMonth).orElse(firstMonth),
          calendar.firstMonth());
      FiscalCalendar named = namedAfterStart.orElse(false) ? calendar.namedAfterStart() : calendar;
      return named.withWeekend(weekend).withHolidays(holidays);
    }
  }

  private record WrittenAgreement(ImmutableList<AgreementStep> steps) {

    Agreement agreement() {
      return Agreement.of(steps);
    }
  }

  private String written(Kpi kpi) {
    checkArgument(
        catalogue.find(kpi.id()).filter(kpi::equals).isPresent(),
        "KPI '%s' version %s is not in the catalogue; only what KpiCatalogue.get finds can be kept",
        kpi.id(),
        kpi.version());
    return kpi.id() + "@" + kpi.version();
  }

  private Kpi kpi(String text) {
    int at = text.lastIndexOf('@');
    checkArgument(at > 0, "there is no '@' before a version");
    Kpi kpi = catalogue.get(text.substring(0, at));
    checkArgument(
        text.equals(written(kpi)),
        "KPI '%s' is known in version %s, not %s",
        kpi.id(),
        kpi.version(),
        text.substring(at + 1));
    return kpi;
  }

  private AdditiveKpi additive(String text) {
    Kpi kpi = kpi(text);
    checkArgument(kpi instanceof AdditiveKpi, "KPI '%s' is no sum", kpi.id());
    return (AdditiveKpi) kpi;
  }
}
