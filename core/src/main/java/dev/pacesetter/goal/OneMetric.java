package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * S2: the goal is about one metric.
 *
 * <p>A goal has one by its nature; what the title promises may be two. Looked for are the names of
 * the standard metrics and of the goal's own, in English and Chinese, the longest first.
 */
final class OneMetric extends SmartRule {
  /** The standard metrics by what they are called in either language. */
  private static final Names STANDARD = Names.of(Kpis.all());

  OneMetric() {
    super("smart.S2", List.of("one", "own", "two", "other"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    Kpi kpi = facts.goal().kpi();
    Names names = Kpis.all().contains(kpi) ? STANDARD : STANDARD.and(kpi);
    ImmutableList<Kpi> named = named(facts.goal().title(), names);
    ImmutableList<Kpi> others =
        named.stream()
            .filter(other -> !other.id().equals(kpi.id()))
            .collect(ImmutableList.toImmutableList());
    Evidence metrics =
        counted("metrics", Math.max(1, named.size())).kpi(KpiVersion.of(kpi)).build();
    if (others.isEmpty()) {
      return pass(facts, Kpis.find(kpi.id()).isPresent() ? "one" : "own", metrics);
    }
    boolean both = others.size() > 1 || others.size() < named.size();
    return finding(facts, both ? Verdict.FAIL : Verdict.WARN, both ? "two" : "other")
        .putWord("others", listed(locale -> names(both ? named : others, locale)))
        .addEvidence(metrics)
        .build();
  }

  private static Set<String> names(ImmutableList<Kpi> kpis, Locale locale) {
    return kpis.stream()
        .map(kpi -> kpi.name(locale))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The metrics that a title names, in any of its wordings. */
  private static ImmutableList<Kpi> named(Text title, Names names) {
    return title.wordings().stream()
        .flatMap(names::in)
        .distinct()
        .sorted(Comparator.comparing(Kpi::id))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * What metrics are called, and how any of that is found in a text.
   *
   * @param metrics by name in lower case
   * @param any matches each of the names, the longest first
   */
  private record Names(ImmutableMap<String, Kpi> metrics, Pattern any) {
    static Names of(List<Kpi> kpis) {
      return of(
          kpis.stream()
              .flatMap(
                  kpi ->
                      Stream.of(Locale.ENGLISH, Locale.CHINESE)
                          .map(locale -> Map.entry(kpi.name(locale).toLowerCase(Locale.ROOT), kpi)))
              .collect(
                  ImmutableMap.toImmutableMap(
                      Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first)));
    }

    private static Names of(ImmutableMap<String, Kpi> metrics) {
      return new Names(
          metrics,
          Pattern.compile(
              metrics.keySet().stream()
                  .sorted(
                      Comparator.comparingInt((String name) -> -name.length())
                          .thenComparing(Comparator.naturalOrder()))
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|")),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** With the names of one's own metric, which come first where they are those of another. */
    Names and(Kpi own) {
      ImmutableMap.Builder<String, Kpi> all = ImmutableMap.builder();
      all.putAll(metrics);
      all.putAll(of(ImmutableList.of(own)).metrics);
      return of(all.buildKeepingLast());
    }

    Stream<Kpi> in(String wording) {
      ImmutableList.Builder<Kpi> found = ImmutableList.builder();
      Matcher matcher = any.matcher(wording);
      for (int from = 0; matcher.find(from); ) {
        boolean alone = Words.isAlone(wording, matcher.start(), matcher.end());
        if (alone) {
          Kpi kpi = metrics.get(matcher.group().toLowerCase(Locale.ROOT));
          found.addAll(kpi == null ? ImmutableList.of() : ImmutableList.of(kpi));
        }
        from = alone ? matcher.end() : matcher.start() + 1;
      }
      return found.build().stream();
    }
  }
}
