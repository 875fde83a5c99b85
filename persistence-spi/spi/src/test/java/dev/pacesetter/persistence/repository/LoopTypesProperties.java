package dev.pacesetter.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.pacesetter.SalesLoop;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.WeekPattern;
import dev.pacesetter.calendar.WeekYear;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.kpi.AdditiveKpi;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.pipeline.PipelineScope;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.review.Review;
import dev.pacesetter.text.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LoopTypesProperties {

  record Kept(
      Kpi kpi,
      AdditiveKpi additive,
      Measure measure,
      Scope scope,
      PipelineScope pipeline,
      FiscalCalendar calendar,
      ImmutableLongArray longs,
      ImmutableDoubleArray doubles) {}

  private static final RecordCodec<Kept> CODEC =
      RecordCodec.of(Kept.class, LoopTypes.by(KpiCatalogue.standard()));

  @Property
  void whatIsReadEqualsWhatWasWritten(@ForAll("kept") Kept kept) {
    Fields written = CODEC.write(kept);

    assertThat(CODEC.read(written)).isEqualTo(kept);
  }

  record Worded(Text text, ImmutableList<Text> more) {}

  @Property
  void whatSomebodyWordedIsReadBackInEveryLanguage(
      @ForAll("texts") Text text, @ForAll List<@From("texts") Text> more) {
    assertReadBackEqual(RecordCodec.of(Worded.class), new Worded(text, ImmutableList.copyOf(more)));
  }

  @Provide
  Arbitrary<Text> texts() {
    Arbitrary<String> wordings = Arbitraries.strings().ofMaxLength(6);
    return Arbitraries.oneOf(
        wordings.map(Text::of), Combinators.combine(wordings, wordings).as(Text::of));
  }

  @Property(tries = 12)
  void theResultsOfALoopAreReadBackEqual(@ForAll long seed) {
    SimulatedLoop company = SimulatedLoop.of(seed, 5, 2, 300);
    SalesLoop loop = company.loop();
    Review review = loop.review(SimulatedLoop.QUARTER, SimulatedLoop.AS_OF);

    assertReadBackEqual(
        RecordCodec.of(Review.class, LoopTypes.by(KpiCatalogue.standard())), review);
    RecordCodec<Note> notes = RecordCodec.of(Note.class, LoopTypes.by(KpiCatalogue.standard()));
    loop.notes(review).forEach(note -> assertReadBackEqual(notes, note));
    assertReadBackEqual(
        RecordCodec.of(SalesPlan.class, LoopTypes.by(KpiCatalogue.standard())),
        loop.plan(company.companyGoal()));
    assertThat(company.events())
        .allSatisfy(event -> assertThat(FactCodec.read(FactCodec.write(event))).isEqualTo(event));
  }

  private static <T> void assertReadBackEqual(RecordCodec<T> codec, T value) {
    assertThat(codec.read(codec.write(value))).isEqualTo(value);
  }

  @Property
  void differentIdsAreKeptUnderDifferentIds(@ForAll("ids") String one, @ForAll("ids") String two) {
    assertThat(Ids.stored(one).equals(Ids.stored(two))).isEqualTo(one.equals(two));
    assertThat(Ids.stored(one)).hasSizeBetween(1, 200).isNotBlank();
    assertThat(Ids.stored(one).chars()).noneMatch(Character::isISOControl);
    assertThat(Ids.stored(Ids.stored(one)).equals(Ids.stored(one)))
        .isEqualTo(Ids.stored(one).equals(one));
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(3),
        Arbitraries.strings().ofMinLength(198).ofMaxLength(203),
        Arbitraries.of("a", "a\t", "a\n").map(text -> text + "b".repeat(200)),
        Arbitraries.of("", " ", "a\t", "a~" + "0".repeat(64), "\uD83D\uDE00".repeat(101)));
  }

  @Provide
  Arbitrary<Kept> kept() {
    return Combinators.combine(
            Arbitraries.of(Kpis.all()),
            Arbitraries.of(Kpis.WON_VALUE, Kpis.WON_COUNT, Kpis.ORDER_VALUE, Kpis.ORDER_LINES),
            measures(),
            scopes(),
            pipelines(),
            calendars(),
            Arbitraries.longs().array(long[].class).map(ImmutableLongArray::copyOf),
            doubles().array(double[].class).map(ImmutableDoubleArray::copyOf))
        .as(Kept::new);
  }

  private static Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(), Arbitraries.longs().map(Double::longBitsToDouble));
  }

  private static Arbitrary<Measure> measures() {
    Arbitrary<Unit> units = Arbitraries.of(Unit.class);
    Arbitrary<Long> counts = Arbitraries.longs().greaterOrEqual(0);
    Arbitrary<Measure> plain =
        Combinators.combine(doubles().filter(Double::isFinite), units, counts).as(Measure::of);
    Arbitrary<Interval> intervals =
        Combinators.combine(Arbitraries.doubles(), Arbitraries.doubles())
            .as((one, two) -> new Interval(Math.min(one, two), Math.max(one, two), 0.95));
    return Arbitraries.oneOf(
        plain,
        Combinators.combine(plain, intervals).as(Measure::withInterval),
        Combinators.combine(units, counts, Arbitraries.of(NoData.class)).as(Measure::noData));
  }

  private static Arbitrary<Scope> scopes() {
    Arbitrary<String> names =
        Arbitraries.of("a", "%", "=", ",", "%3D", "%252C", "销售", "company", " x ");
    return Arbitraries.maps(
            Arbitraries.of(Dimension.class),
            Combinators.combine(names, names).as((one, two) -> one + two))
        .map(conditions -> new Scope(ImmutableSortedMap.copyOf(conditions)));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(-800_000, 4_000_000).map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<PipelineScope> pipelines() {
    return Arbitraries.oneOf(
        Arbitraries.of(List.of(PipelineScope.allOpen())),
        Combinators.combine(days(), Arbitraries.integers().between(1, 900))
            .as((day, length) -> PipelineScope.closingIn(day, day.plusDays(length))));
  }

  private static Arbitrary<FiscalCalendar> calendars() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of("Z", "Europe/Berlin", "Asia/Shanghai", "+05:45").map(ZoneId::of);
    Arbitrary<WeekYear> weekYears =
        Combinators.combine(
                Arbitraries.of(WeekPattern.class),
                Arbitraries.of(DayOfWeek.class),
                Arbitraries.of(Month.class),
                Arbitraries.of(WeekYear.End.class),
                Arbitraries.integers().between(1, 12))
            .as(WeekYear::new);
    return Combinators.combine(
            Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Month.class), zones)
                    .as(FiscalCalendar::startingIn),
                Combinators.combine(weekYears, zones).as(FiscalCalendar::ofWeeks)),
            Arbitraries.of(true, false),
            Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6),
            days().set().ofMaxSize(5))
        .as(
            (calendar, afterStart, weekend, holidays) ->
                (afterStart ? calendar.namedAfterStart() : calendar)
                    .withWeekend(weekend)
                    .withHolidays(holidays));
  }
}
