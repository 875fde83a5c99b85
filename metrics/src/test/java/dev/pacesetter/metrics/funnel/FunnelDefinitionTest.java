package dev.pacesetter.metrics.funnel;

import static dev.pacesetter.metrics.funnel.Streams.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which funnels may be asked for. */
class FunnelDefinitionTest {
  private static final FunnelDefinition SALE = Funnel.ordered("lead", "meeting", "won");

  private static void refused(ThrowingCallable definition, String message) {
    assertThatIllegalArgumentException().isThrownBy(definition).withMessageContaining(message);
  }

  @Test
  void needsFromOneToFortySteps() {
    refused(Funnel::ordered, "the funnel has 0 steps; there must be from 1 to 40");
    assertThat(steps(40).steps()).hasSize(40);
    refused(() -> steps(41), "the funnel has 41 steps");
  }

  private static FunnelDefinition steps(int count) {
    return Funnel.ordered(IntStream.range(0, count).mapToObj(k -> "s" + k).toArray(String[]::new));
  }

  @Test
  void needsStepsOfDifferentNames() {
    refused(() -> Funnel.ordered("lead", "lead"), "there are two steps called 'lead'");
    assertThat(Funnel.of(Step.named("first", "call"), Step.named("second", "call")).steps())
        .hasSize(2);
  }

  @Test
  void needsAFirstStepThatIsTaken() {
    refused(() -> Funnel.of(Step.of("lead").optional()), "the first step lead is optional");
    refused(() -> Funnel.of(Step.of("lead").within(days(1))), "has a window after the step before");
  }

  @Test
  void needsAnOrderForWhatFollowsFromIt() {
    FunnelDefinition optional = Funnel.of(Step.of("lead"), Step.of("won").optional());
    FunnelDefinition gap = Funnel.of(Step.of("lead"), Step.of("won").within(days(1)));

    for (StepOrder any : new StepOrder[] {StepOrder.ANY_ORDER, StepOrder.ANY_AFTER_ANCHOR}) {
      refused(() -> optional.with(any), "step won is optional or has a window of its own");
      refused(() -> gap.with(any), "step won is optional or has a window of its own");
      refused(() -> SALE.with(Repeats.BREAK).with(any), "there is no step just reached");
      refused(
          () -> SALE.excluding(Exclusion.of("lost").between("lead", "meeting")).with(any),
          "it must span the whole funnel");
    }
  }

  @Test
  void needsExclusionsOnTheWay() {
    refused(() -> Exclusion.of(), "an exclusion needs at least one event");
    refused(
        () -> SALE.excluding(Exclusion.of("lost").between("won", "lead")),
        "exclusion of [lost] is from step won to lead; it must end later than it starts");
    refused(
        () -> SALE.excluding(Exclusion.of("lost").between("lead", "demo")),
        "the funnel has no step 'demo'; it has [lead, meeting, won]");
    refused(() -> Funnel.ordered("lead").excluding("lost"), "it must end later than it starts");
    FunnelDefinition.Builder many = FunnelDefinition.builder().addAllSteps(SALE.steps());
    for (int x = 0; x < 21; x++) {
      many.addExclusions(Exclusion.of("lost" + x));
    }
    refused(many::build, "the funnel has 21 exclusions; there may be at most 20");
  }

  @Test
  void needsAGapForSessionsAlone() {
    refused(() -> SALE.with(Entry.PER_SESSION), "PER_SESSION needs a gap");
    refused(() -> SALE.perSession(days(-1)), "it must not be negative");
    assertThat(SALE.perSession(days(1)).with(Entry.BEST).sessionGap()).isEmpty();
  }

  @Test
  void needsDimensionsOnce() {
    refused(() -> SALE.holding("product", "product"), "each must be there once");
    refused(() -> SALE.by("region", "region"), "each once");
    refused(SALE::by, "there must be at least one dimension");
  }

  @Test
  void needsAStepToGroupByWhereItIsAskedFor() {
    refused(() -> SALE.by(Breakdown.by("region").atStep("demo")), "the funnel has no step 'demo'");
    refused(() -> Breakdown.by("region").at(Attribution.STEP), "STEP must name one");
    refused(() -> Breakdown.by("region").atStep(""), "STEP must name one");
  }

  @Test
  void needsAConfidenceBetweenZeroAndOne() {
    refused(() -> SALE.withConfidence(0), "confidence is 0.0");
    refused(() -> SALE.withConfidence(1), "confidence is 1.0");
    refused(() -> SALE.withConfidence(Double.NaN), "confidence is NaN");
    assertThat(SALE.confidence()).isEqualTo(0.95);
  }

  @Test
  void needsStepsThatSayWhatTheyAre() {
    refused(() -> Step.named(" ", "lead"), "it needs a name");
    refused(() -> Step.of("lead").where("region"), "step lead asks for no value of region");
  }

  @Test
  void aStepOfNoEventsMatchesAny() {
    assertThat(Streams.level(Funnel.of(Step.named("any"), Step.of("won")), "call@1 won@2"))
        .isEqualTo(2);
  }

  @Test
  void aStepMayAskForSeveralDimensions() {
    FunnelDefinition funnel =
        Funnel.of(Step.of("lead").where("product", "crm", "erp").where("region", "north"));

    assertThat(Streams.level(funnel, "lead@1/crm/north")).isEqualTo(1);
    assertThat(Streams.level(funnel, "lead@1/erp/north")).isEqualTo(1);
    assertThat(Streams.level(funnel, "lead@1/crm/south")).isZero();
    assertThat(Streams.level(funnel, "lead@1/crm")).isZero();
  }

  @Test
  void aLaterConditionReplacesAnEarlierOfTheSameDimension() {
    assertThat(Step.of("lead").where("region", "north").where("region", "south").where())
        .containsEntry("region", ImmutableSet.of("south"));
  }
}
