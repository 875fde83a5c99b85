package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Text;
import dev.pacesetter.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * S2: the goal is about one metric.
 *
 * <p>A goal has one by its nature; what the title promises may be two. Looked for are the names of
 * the catalogue's metrics, in English and Chinese, the longest first.
 */
final class OneMetric extends SmartRule {
  /** The names of the catalogue's metrics in both languages, the longest first. */
  private static final ImmutableList<Name> NAMES =
      Kpis.all().stream()
          .flatMap(
              kpi ->
                  Stream.of(Locale.ENGLISH, Locale.CHINESE)
                      .map(locale -> new Name(kpi, kpi.name(locale))))
          .sorted(
              Comparator.comparing((Name name) -> name.text().length())
                  .reversed()
                  .thenComparing(Name::text))
          .collect(ImmutableList.toImmutableList());

  /** What a metric is called in a language. */
  private record Name(Kpi kpi, String text) {}

  OneMetric() {
    super("smart.S2", List.of("one", "own", "two", "other"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Kpi kpi = facts.goal().kpi();
    ImmutableList<Kpi> named = named(facts.goal().title());
    ImmutableList<Kpi> others =
        named.stream()
            .filter(other -> !other.id().equals(kpi.id()))
            .collect(ImmutableList.toImmutableList());
    Evidence metrics =
        counted("metrics", Math.max(1, named.size())).kpi(KpiVersion.of(kpi)).build();
    if (others.isEmpty()) {
      boolean listed = Kpis.all().stream().anyMatch(known -> known.id().equals(kpi.id()));
      return pass(facts, listed ? "one" : "own", metrics);
    }
    boolean both = others.size() > 1 || others.size() < named.size();
    return finding(facts, both ? Verdict.FAIL : Verdict.WARN, both ? "two" : "other")
        .putWord("others", Text.inEach(locale -> names(both ? named : others, locale)))
        .addEvidence(metrics)
        .build();
  }

  private static String names(ImmutableList<Kpi> kpis, Locale locale) {
    return String.join(
        ", ",
        kpis.stream().map(kpi -> kpi.name(locale)).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The metrics of the catalogue that a title names, in any of its wordings. */
  private static ImmutableList<Kpi> named(Text title) {
    return title.wordings().stream()
        .flatMap(OneMetric::named)
        .distinct()
        .sorted(Comparator.comparing(Kpi::id))
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<Kpi> named(String wording) {
    ImmutableList.Builder<Kpi> found = ImmutableList.builder();
    String rest = wording;
    for (Name name : NAMES) {
      int at = Words.indexOf(rest, name.text());
      if (at >= 0) {
        found.add(name.kpi());
        rest = Words.blanked(rest, at, name.text().length());
      }
    }
    return found.build().stream();
  }
}
