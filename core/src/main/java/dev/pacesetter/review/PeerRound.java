package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.SalesFacts;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.compare.FunnelLimits;
import dev.pacesetter.metrics.compare.MultipleTesting;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.review.PeerComparison.TeamContext;
import dev.pacesetter.review.PeerSamples.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Compares everybody in everything that is recorded, all tests together. */
final class PeerRound {
  private static final double TAIL_95 = 0.025;
  private static final double TAIL_998 = 0.001;

  private final SalesFacts facts;
  private final Period period;
  private final ReviewSettings settings;
  private final ImmutableList<String> people;

  private PeerRound(SalesFacts facts, Period period, ReviewSettings settings) {
    this.facts = facts;
    this.period = period;
    this.settings = settings;
    people = facts.deals().people();
  }

  /** A comparison whose p-values wait for those of the others. */
  private record Draft(int person, PeerSamples samples, Measure observed, boolean tested) {}

  /** In the order of people, then of metrics. */
  static ImmutableList<PeerComparison> compare(
      SalesFacts facts, Period period, ReviewSettings settings) {
    return new PeerRound(facts, period, settings).compare();
  }

  private ImmutableList<PeerComparison> compare() {
    ImmutableList<PeerSamples> metrics = PeerSampling.of(facts, period);
    List<Draft> drafts = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      for (PeerSamples samples : metrics) {
        boolean[] group = only(person);
        long n = samples.n(group);
        int fewest = settings.fewestObservations();
        drafts.add(
            new Draft(
                person,
                samples,
                observed(samples, group, Scope.person(people.get(person))),
                n >= fewest && samples.n() - n >= fewest));
      }
    }
    List<Difference> mixed = new ArrayList<>();
    List<Difference> unmixed = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.tested()) {
        mixed.add(draft.samples().againstMix(only(draft.person())));
        unmixed.add(draft.samples().againstCompany(only(draft.person())));
      }
    }
    double[] adjusted = adjust(mixed);
    double[] unmixedAdjusted = adjust(unmixed);
    ImmutableList.Builder<PeerComparison> comparisons = ImmutableList.builder();
    int test = 0;
    for (Draft draft : drafts) {
      PeerComparison.Builder builder = describe(draft);
      if (draft.tested()) {
        judge(draft, mixed.get(test), adjusted[test], builder);
        builder
            .unmixedPValue(unmixedAdjusted[test])
            .unmixedVerdict(
                verdict(
                    draft, unmixed.get(test), unmixedAdjusted[test], draft.samples().company()));
        test++;
      } else {
        builder.verdict(PeerVerdict.NOT_ENOUGH_DATA).unmixedVerdict(PeerVerdict.NOT_ENOUGH_DATA);
      }
      comparisons.add(builder.build());
    }
    return comparisons.build();
  }

  private static double[] adjust(List<Difference> tests) {
    return MultipleTesting.BENJAMINI_HOCHBERG.adjust(
        tests.stream().mapToDouble(Difference::pValue).toArray());
  }

  private PeerComparison.Builder describe(Draft draft) {
    boolean[] group = only(draft.person());
    PeerSamples samples = draft.samples();
    String id = people.get(draft.person());
    OptionalDouble expected = samples.expected(group);
    PeerComparison.Builder builder =
        PeerComparison.builder()
            .person(id)
            .personName(facts.organization().nameOf(Scope.person(id)))
            .metric(samples.metric())
            .observed(draft.observed())
            .n(samples.n(group))
            .expected(expected)
            .company(company(samples))
            .standardised(standardised(draft.observed(), expected, samples.company()))
            .test(samples.test())
            .needed(needed(draft));
    if (samples instanceof RateSamples && samples.n(group) > 0) {
      double target = samples.company().orElseThrow();
      builder
          .limits95(FunnelLimits.exactBinomial(target, samples.n(group), TAIL_95))
          .limits998(FunnelLimits.exactBinomial(target, samples.n(group), TAIL_998));
    }
    return builder;
  }

  private OptionalLong needed(Draft draft) {
    boolean[] group = only(draft.person());
    boolean anyPeers =
        draft.samples().n() - draft.samples().n(group) >= settings.fewestObservations();
    return anyPeers ? draft.samples().needed(group, settings) : OptionalLong.empty();
  }

  private void judge(
      Draft draft, Difference difference, double adjusted, PeerComparison.Builder builder) {
    OptionalDouble expected = draft.samples().expected(only(draft.person()));
    PeerVerdict verdict = verdict(draft, difference, adjusted, expected);
    builder.pValue(difference.pValue()).adjustedPValue(adjusted).verdict(verdict);
    if (verdict == PeerVerdict.ABOVE || verdict == PeerVerdict.BELOW) {
      builder.team(team(draft, difference.sign()));
    }
  }

  /**
   * What a test shows. A difference is stated only when the numbers people read point the way the
   * test does: a single huge deal can lift a mean above those of people who sell larger deals.
   */
  private PeerVerdict verdict(
      Draft draft, Difference difference, double adjusted, OptionalDouble expected) {
    boolean agree =
        draft.observed().isPresent()
            && expected.isPresent()
            && Math.signum(draft.observed().value() - expected.getAsDouble()) == difference.sign();
    if (adjusted <= settings.falseDiscoveryRate()
        && difference.pValue() <= settings.alpha()
        && agree
        && difference.sign() != 0) {
      return difference.sign() > 0 ? PeerVerdict.ABOVE : PeerVerdict.BELOW;
    }
    OptionalLong needed = needed(draft);
    long n = draft.samples().n(only(draft.person()));
    return needed.isPresent() && n >= needed.getAsLong()
        ? PeerVerdict.IN_LINE
        : PeerVerdict.NOT_ENOUGH_DATA;
  }

  private Optional<TeamContext> team(Draft draft, int sign) {
    String id = people.get(draft.person());
    return facts
        .organization()
        .chartOn(period.lastDay())
        .teamOf(id)
        .flatMap(team -> team(draft, sign, team));
  }

  private Optional<TeamContext> team(Draft draft, int sign, Team team) {
    boolean[] whole = new boolean[people.size()];
    for (int person = 0; person < whole.length; person++) {
      whole[person] =
          facts.organization().teamsOf(people.get(person), period.lastDay()).contains(team.id());
    }
    boolean[] rest = whole.clone();
    rest[draft.person()] = false;
    PeerSamples samples = draft.samples();
    int fewest = settings.fewestObservations();
    if (samples.n(rest) < fewest || samples.n() - samples.n(whole) < fewest) {
      return Optional.empty();
    }
    Difference restDiffers = samples.againstMix(rest);
    Difference within = samples.against(only(draft.person()), rest);
    boolean explains =
        restDiffers.sign() == sign
            && restDiffers.pValue() <= settings.alpha()
            && within.pValue() > settings.alpha();
    return Optional.of(
        new TeamContext(
            team.id(),
            team.name(),
            observed(samples, whole, Scope.team(team.id())),
            samples.expected(whole).orElseThrow(),
            restDiffers.pValue(),
            within.pValue(),
            explains));
  }

  private Measure observed(PeerSamples samples, boolean[] group, Scope scope) {
    return samples
        .metric()
        .kind()
        .kpi()
        .map(kpi -> kpi.measure(facts, scope, period))
        .orElseGet(() -> ((RateSamples) samples).rate(group));
  }

  private static Measure company(PeerSamples samples) {
    Unit unit = samples.metric().unit();
    return samples.company().isPresent()
        ? Measure.of(samples.company().getAsDouble(), unit, samples.n())
        : Measure.noData(unit, samples.n(), NoData.NOTHING_OBSERVED);
  }

  private static Measure standardised(
      Measure observed, OptionalDouble expected, OptionalDouble company) {
    if (!observed.isPresent() || expected.isEmpty() || expected.getAsDouble() == 0) {
      return Measure.noData(observed.unit(), observed.n(), NoData.NOTHING_OBSERVED);
    }
    double factor = company.orElse(0) / expected.getAsDouble();
    return Measure.of(observed.value() * factor, observed.unit(), observed.n());
  }

  private boolean[] only(int person) {
    boolean[] group = new boolean[people.size()];
    group[person] = true;
    return group;
  }
}
