package dev.pacesetter.examples.conformance.funnel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.examples.conformance.check.NotExpressibleException;
import dev.pacesetter.examples.conformance.check.Reason;
import dev.pacesetter.metrics.funnel.Entry;
import dev.pacesetter.metrics.funnel.InstantOrder;
import dev.pacesetter.metrics.funnel.Repeats;
import dev.pacesetter.metrics.funnel.RowUse;
import dev.pacesetter.metrics.funnel.StepOrder;
import dev.pacesetter.metrics.funnel.Ties;

/** The profiles by name: dialect, mode and options. */
final class Profiles {
  private static final ImmutableMap<Name, Profile> PROFILES = profiles();

  /** Rules of peers for which there is no switch, by dialect and option. */
  private static final ImmutableMap<Name, String> QUIRKS =
      ImmutableMap.<Name, String>builder()
          .put(Name.of("clickhouse", "ordered", "strict_increase"), "one-slot")
          .put(Name.of("clickhouse", "ordered", "strict_deduplication"), "one-slot-filled")
          .put(Name.of("clickhouse", "ordered", "strict_order"), "first-entry-scan")
          .put(Name.of("clickhouse", "ordered", "allow_reentry"), "first-entry-scan")
          .put(Name.of("starrocks", "ordered", "increase"), "one-slot")
          .put(Name.of("starrocks", "ordered", "deduplication"), "one-slot-filled")
          .put(Name.of("starrocks", "ordered", "fixed"), "first-entry-scan")
          .put(Name.of("doris", "ordered", "deduplication"), "first-match")
          .put(Name.of("duckdb_behavioral", "ordered", "strict"), "first-match")
          .put(Name.of("duckdb_behavioral", "ordered", "strict_deduplication"), "first-match")
          .put(Name.of("duckdb_behavioral", "ordered", "strict_order"), "first-match")
          .put(Name.of("duckdb_behavioral", "ordered", "allow_reentry"), "forgets")
          .put(Name.of("pinot", "ordered", "strict_deduplication"), "first-match")
          .buildOrThrow();

  private static final ImmutableSet<String> DIALECTS =
      PROFILES.keySet().stream().map(Name::dialect).collect(ImmutableSet.toImmutableSet());

  private record Name(String dialect, String mode, ImmutableSet<String> options) {
    static Name of(String dialect, String mode, String... options) {
      return new Name(dialect, mode, ImmutableSet.copyOf(options));
    }
  }

  private Profiles() {}

  /** Returns the profile of a case. */
  static Profile of(FunnelCase asked) throws NotExpressibleException {
    if (!DIALECTS.contains(asked.dialect())) {
      throw new NotExpressibleException(Reason.of("dialect", asked.dialect()));
    }
    if (asked.mode().equals("unordered") && !asked.exclusions().isEmpty()) {
      throw new NotExpressibleException(Reason.of("forgets"));
    }
    Profile profile =
        PROFILES.get(new Name(asked.dialect(), asked.mode(), ImmutableSet.copyOf(asked.options())));
    if (profile == null) {
      throw new NotExpressibleException(why(asked));
    }
    return profile;
  }

  private static Reason why(FunnelCase asked) {
    for (String option : asked.options()) {
      String quirk = QUIRKS.get(Name.of(asked.dialect(), asked.mode(), option));
      if (quirk != null) {
        return Reason.of(quirk);
      }
    }
    return Reason.of("options", asked.mode(), String.join(", ", asked.options()));
  }

  private static ImmutableMap<Name, Profile> profiles() {
    ImmutableMap.Builder<Name, Profile> all = ImmutableMap.builder();

    Profile listed = Profile.of(funnel -> funnel.with(InstantOrder.AS_GIVEN));
    all.put(Name.of("best_chain", "ordered"), listed);
    all.put(Name.of("best_chain", "ordered", "strict_increase"), later(listed));

    Profile shared = Profile.of(funnel -> funnel.with(RowUse.SHARED_ROW));
    Profile distinct = Profile.of(funnel -> funnel.with(RowUse.DISTINCT_ROWS));
    all.put(Name.of("clickhouse", "ordered"), shared);
    all.put(Name.of("clickhouse", "ordered", "strict_once"), distinct);
    all.put(Name.of("clickhouse", "ordered", "strict_once", "strict_increase"), later(distinct));
    all.put(Name.of("starrocks", "ordered"), shared);

    all.put(Name.of("doris", "ordered"), listed);
    all.put(Name.of("doris", "ordered", "increase"), later(listed));
    all.put(Name.of("doris", "ordered", "fixed"), adjacent(listed, StepOrder.STRICT_KNOWN));
    all.put(Name.of("doris_v1", "ordered", "fixed"), adjacent(listed, StepOrder.STRICT_ALL));

    Profile scan = listed.and(funnel -> funnel.with(RowUse.SHARED_ROW));
    Profile laterScan = later(scan).after(Preparation.ENTRY_APART_AND_SINGLE);
    all.put(Name.of("duckdb_behavioral", "ordered"), scan.after(Preparation.ENTRY_APART));
    all.put(Name.of("duckdb_behavioral", "ordered", "strict_once"), listed);
    all.put(Name.of("duckdb_behavioral", "ordered", "strict_increase"), laterScan);
    all.put(Name.of("duckdb_behavioral", "ordered", "timestamp_dedup"), laterScan);
    all.put(
        Name.of("duckdb_behavioral", "ordered", "strict_once", "strict_increase"), later(listed));
    all.put(
        Name.of("duckdb_behavioral", "ordered", "strict_once", "timestamp_dedup"), later(listed));

    Profile single = distinct.after(Preparation.FIRST_STEP_ONLY).excludingEnd();
    all.put(Name.of("pinot", "ordered"), single);
    all.put(Name.of("pinot", "ordered", "keep_all"), single);
    all.put(Name.of("pinot", "ordered", "strict_increase"), later(single));
    all.put(Name.of("pinot", "ordered", "strict_increase", "keep_all"), later(single));
    all.put(Name.of("pinot", "ordered", "strict_order"), adjacent(single, StepOrder.STRICT_KNOWN));
    all.put(
        Name.of("pinot", "ordered", "strict_order", "keep_all"),
        adjacent(single, StepOrder.STRICT_ALL));

    Profile product = distinct.after(Preparation.STEPS_BEFORE_EXCLUSIONS).discarding();
    all.put(Name.of("posthog", "ordered"), product);
    all.put(
        Name.of("posthog", "strict"),
        product
            .and(funnel -> funnel.with(StepOrder.STRICT_ALL))
            .after(Preparation.ALIKE_IN_AN_INSTANT));
    all.put(
        Name.of("posthog", "unordered"), Profile.of(funnel -> funnel.with(StepOrder.ANY_ORDER)));

    all.put(
        Name.of("mixpanel", "ordered", "first_entry"),
        Profile.of(funnel -> funnel.with(Entry.FIRST)));
    all.put(Name.of("amplitude", "ordered"), Profile.of(funnel -> funnel.with(Entry.EACH)));
    all.put(Name.of("hubspot", "ordered", "through_all_stages"), distinct);
    return all.buildOrThrow();
  }

  private static Profile later(Profile profile) {
    return profile.and(funnel -> funnel.with(Ties.STRICTLY_LATER));
  }

  private static Profile adjacent(Profile profile, StepOrder order) {
    return profile.and(funnel -> funnel.with(order).with(Repeats.BREAK));
  }
}
