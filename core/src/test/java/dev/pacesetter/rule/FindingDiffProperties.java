package dev.pacesetter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FindingDiffProperties {

  @Property
  void ofAnEvaluationWithItselfIsEmptyInAnyOrder(
      @ForAll @From("findings") List<Finding> findings, @ForAll Random random) {
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, random);
    assertThat(FindingDiff.between(findings, shuffled).isEmpty()).isTrue();
  }

  @Property
  void theOtherWayRoundIsItsReverse(
      @ForAll @From("findings") List<Finding> one, @ForAll @From("findings") List<Finding> other) {
    FindingDiff there = FindingDiff.between(one, other);
    assertThat(FindingDiff.between(other, one)).isEqualTo(there.reversed());
    assertThat(there.reversed().reversed()).isEqualTo(there);
  }

  @Property
  void isEmptyOnlyIfNothingIsDifferent(
      @ForAll @From("findings") List<Finding> one, @ForAll @From("findings") List<Finding> other) {
    boolean same =
        one.size() == other.size()
            && one.stream()
                .allMatch(
                    finding ->
                        Collections.frequency(one, finding)
                            == Collections.frequency(other, finding));
    assertThat(FindingDiff.between(one, other).isEmpty()).isEqualTo(same);
  }

  @Property
  void everyChangeHasAKindAndBothEndsAreThere(
      @ForAll @From("findings") List<Finding> one, @ForAll @From("findings") List<Finding> other) {
    for (FindingChange change : FindingDiff.between(one, other).changes()) {
      assertThat(change.kinds()).isNotEmpty();
      assertThat(change.before())
          .satisfiesAnyOf(
              before -> assertThat(before).isNull(), before -> assertThat(one).contains(before));
      assertThat(change.after())
          .satisfiesAnyOf(
              after -> assertThat(after).isNull(), after -> assertThat(other).contains(after));
    }
  }

  @Property
  void isSaidInTheSameWordsEachTime(
      @ForAll @From("findings") List<Finding> one, @ForAll @From("findings") List<Finding> other) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(FindingDiff.between(one, other).explain(locale).render())
          .isEqualTo(
              FindingDiff.between(ImmutableList.copyOf(one), ImmutableList.copyOf(other))
                  .explain(locale)
                  .render());
    }
  }

  @Provide
  Arbitrary<List<Finding>> findings() {
    return Combinators.combine(
            Arbitraries.of("few", "another"),
            Arbitraries.of("ana", "wei"),
            Arbitraries.of("Ana", "Wei", "王伟"),
            Arbitraries.of(Verdict.class),
            Arbitraries.of("few", "enough"),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(1, 2))
        .as(FindingDiffProperties::finding)
        .list()
        .ofMaxSize(6);
  }

  private static Finding finding(
      String rule,
      String who,
      String name,
      Verdict verdict,
      String reason,
      int deals,
      int numbers) {
    Finding.Builder finding = Finding.by(new FewDeals(rule), FewDeals.PHRASES);
    finding.verdict(verdict).reason(reason).subject(Scope.person(who)).subjectName(name);
    for (int at = 0; at < numbers; at++) {
      finding.addEvidence(
          Evidence.builder()
              .name(at == 0 ? "deals" : "more")
              .observed(Measure.of(deals, Unit.COUNT, deals))
              .limit(5)
              .build());
    }
    return finding.build();
  }
}
