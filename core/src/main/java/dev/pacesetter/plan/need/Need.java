package dev.pacesetter.plan.need;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * What a goal takes, step by step.
 *
 * @param target the money to be won; empty for a goal in deals
 * @param deals the deals to be won; empty for a goal in money
 * @param average what a deal is worth on average, in minor units; empty where it is not known
 * @param period when they are to be won
 * @param confidence how likely the goal is to be reached with the numbers of the steps
 * @param heads how many people share the work
 * @param steps what is needed of each, from the first to the last; none where evidence is missing
 * @param missing what is lacking to say anything; none where the steps are known
 */
public record Need(
    Optional<Money> target,
    OptionalDouble deals,
    OptionalDouble average,
    Period period,
    double confidence,
    double heads,
    ImmutableList<StepNeed> steps,
    ImmutableList<MissingEvidence> missing) {
  static final String PHRASES = "dev.pacesetter.plan.need.need";

  /**
   * Checks that it says either what is needed or what is missing.
   *
   * @throws IllegalArgumentException if it says both or neither, or not what is to be won
   */
  public Need {
    checkArgument(
        steps.isEmpty() != missing.isEmpty() && target.isPresent() != deals.isPresent(),
        "the need in %s has %s steps and %s pieces of missing evidence, for %s and %s; it says one"
            + " of each two",
        period,
        steps.size(),
        missing.size(),
        target,
        deals);
  }

  /**
   * Returns what is needed of a step.
   *
   * @param step the step
   * @return how many, and when
   * @throws IllegalArgumentException if there is no such step, as where evidence is missing
   */
  public StepNeed step(String step) {
    return steps.stream()
        .filter(known -> known.step().equals(step))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no step '%s'; known are %s"
                        .formatted(step, steps.stream().map(StepNeed::step).toList())));
  }

  /**
   * Says what is needed, or what would have to be known.
   *
   * @param locale Chinese, or English for every other language
   * @return a sentence, then a line for each step
   */
  public String explain(Locale locale) {
    return new NeedWords(this, locale).explain();
  }
}
