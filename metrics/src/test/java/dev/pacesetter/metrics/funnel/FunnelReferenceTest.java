package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine against an exhaustive search, over all switches. {@code -Dpacesetter.funnel.streams=N}
 * asks for more streams than the default build, {@code -Dpacesetter.funnel.seed=N} for others,
 * {@code -Dpacesetter.funnel.rows=N} for longer ones.
 */
class FunnelReferenceTest {
  private static final long STREAMS = Long.getLong("pacesetter.funnel.streams", 220_000);
  private static final long SEED = Long.getLong("pacesetter.funnel.seed", 1);
  private static final int ROWS = Integer.getInteger("pacesetter.funnel.rows", 7);
  private static final int SUBJECTS = 20;

  private record Case(FunnelDefinition definition, List<RandomFunnels.Given> rows, long asOf) {
    Optional<String> difference() {
      return ReferenceComparison.difference(definition, RandomFunnels.table(rows), asOf);
    }

    boolean fails() {
      try {
        return difference().isPresent();
      } catch (RuntimeException e) {
        return true;
      }
    }
  }

  @Test
  void theEngineFindsWhatAnExhaustiveSearchFinds() {
    RandomFunnels random = new RandomFunnels(SEED);
    for (long streams = 0; streams < STREAMS; streams += SUBJECTS) {
      Case one = new Case(random.definition(), random.rows(SUBJECTS, ROWS), random.asOf());
      if (one.fails()) {
        Case least = reduce(one);
        assertThat(least.difference())
            .describedAs(
                "after %s streams: %s%n as of %s over %s",
                streams, least.definition, least.asOf, least.rows)
            .isEmpty();
      }
    }
  }

  /** Takes away rows and switches while the case still fails. */
  private static Case reduce(Case failing) {
    Case least = failing;
    for (boolean smaller = true; smaller; ) {
      smaller = false;
      for (Case candidate : smaller(least)) {
        if (candidate.fails()) {
          least = candidate;
          smaller = true;
          break;
        }
      }
    }
    return least;
  }

  private static List<Case> smaller(Case one) {
    List<Case> smaller = new ArrayList<>();
    for (long subject = 0; subject < SUBJECTS; subject++) {
      long kept = subject;
      List<RandomFunnels.Given> rows =
          one.rows.stream().filter(row -> row.subject() == kept).toList();
      if (!rows.isEmpty() && rows.size() < one.rows.size()) {
        smaller.add(new Case(one.definition, rows, one.asOf));
      }
    }
    for (int i = 0; i < one.rows.size(); i++) {
      List<RandomFunnels.Given> rows = new ArrayList<>(one.rows);
      rows.remove(i);
      smaller.add(new Case(one.definition, rows, one.asOf));
    }
    for (UnaryOperator<FunnelDefinition.Builder> change : changes(one.definition)) {
      FunnelDefinition.Builder builder = FunnelDefinition.builder();
      builder.from(one.definition);
      try {
        FunnelDefinition definition = change.apply(builder).build();
        if (!definition.equals(one.definition)) {
          smaller.add(new Case(definition, one.rows, one.asOf));
        }
      } catch (IllegalArgumentException notAFunnel) {
        // then the switch must stay
      }
    }
    return smaller;
  }

  private static List<UnaryOperator<FunnelDefinition.Builder>> changes(FunnelDefinition one) {
    List<UnaryOperator<FunnelDefinition.Builder>> changes = new ArrayList<>();
    changes.add(builder -> builder.breakdown(Optional.empty()));
    changes.add(builder -> builder.held(List.of()));
    changes.add(builder -> builder.counting(Counting.CHAINS));
    changes.add(builder -> builder.entry(Entry.BEST).sessionGap(Optional.empty()));
    changes.add(builder -> builder.window(Window.UNLIMITED));
    changes.add(builder -> builder.ties(Ties.ALLOW));
    changes.add(builder -> builder.rowUse(RowUse.DISTINCT_ROWS));
    changes.add(builder -> builder.repeats(Repeats.IGNORE));
    changes.add(builder -> builder.order(StepOrder.ORDERED));
    changes.add(builder -> builder.instantOrder(InstantOrder.AS_GIVEN));
    for (int x = 0; x < one.exclusions().size(); x++) {
      List<Exclusion> exclusions = new ArrayList<>(one.exclusions());
      exclusions.remove(x);
      changes.add(builder -> builder.exclusions(exclusions));
    }
    for (int k = 0; k < one.steps().size(); k++) {
      Step step = one.steps().get(k);
      int at = k;
      changes.add(builder -> builder.steps(with(one.steps(), at, null)));
      Step unlimited =
          new Step(step.name(), step.events(), step.where(), step.isOptional(), Window.UNLIMITED);
      Step required = new Step(step.name(), step.events(), step.where(), false, step.within());
      Step one1 = Step.named(step.name(), step.events().stream().limit(1).toArray(String[]::new));
      changes.add(builder -> builder.steps(with(one.steps(), at, unlimited)));
      changes.add(builder -> builder.steps(with(one.steps(), at, required)));
      if (step.events().size() > 1) {
        changes.add(builder -> builder.steps(with(one.steps(), at, one1)));
      }
    }
    return changes;
  }

  private static List<Step> with(List<Step> steps, int at, @Nullable Step step) {
    List<Step> changed = new ArrayList<>(steps);
    if (step == null) {
      changed.remove(at);
    } else {
      changed.set(at, step);
    }
    return changed;
  }
}
