package dev.pacesetter.examples.conformance.funnel;

import dev.pacesetter.metrics.funnel.ExclusionEffect;
import dev.pacesetter.metrics.funnel.FunnelDefinition;
import java.util.function.UnaryOperator;

/**
 * What asks our engine the question that a dialect asks its own: a set of switches, and what has to
 * be done to the rows first.
 *
 * @param switches sets the switches of a funnel
 * @param preparation what is done to the rows
 * @param effect what an excluded event does
 * @param excludesEnd whether the end of the window is outside
 */
record Profile(
    UnaryOperator<FunnelDefinition> switches,
    Preparation preparation,
    ExclusionEffect effect,
    boolean excludesEnd) {
  static Profile of(UnaryOperator<FunnelDefinition> switches) {
    return new Profile(switches, Preparation.NONE, ExclusionEffect.BREAK_ATTEMPT, false);
  }

  Profile and(UnaryOperator<FunnelDefinition> more) {
    return new Profile(
        funnel -> more.apply(switches.apply(funnel)), preparation, effect, excludesEnd);
  }

  Profile after(Preparation other) {
    return new Profile(switches, other, effect, excludesEnd);
  }

  Profile discarding() {
    return new Profile(switches, preparation, ExclusionEffect.DISCARD_SUBJECT, excludesEnd);
  }

  Profile excludingEnd() {
    return new Profile(switches, preparation, effect, true);
  }
}
