package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.review.PeerMetric.Kind;
import java.util.Comparator;
import java.util.Optional;

/** What a rule about a person looks at; its slug is part of the rule's id. */
enum Aspect {
  WIN_RATE("win-rate"),
  VALUE("value"),
  CYCLE("cycle"),
  DISCOUNT("discount"),
  /** The first step of the process. */
  QUALIFICATION("qualification"),
  /** Of the steps between the first and the offer, the one where the person differs most clearly. */
  DISCOVERY("discovery"),
  /** The step before the last, where there are four or more: the offer. */
  PROPOSAL("proposal"),
  /** The last step: winning. */
  CLOSING("closing");

  private final String slug;

  Aspect(String slug) {
    this.slug = slug;
  }

  String slug() {
    return slug;
  }

  boolean isStage() {
    return compareTo(DISCOUNT) > 0;
  }

  Optional<PeerComparison> of(PersonFacts facts) {
    ImmutableList<PeerComparison> stages = facts.stages();
    return switch (this) {
      case WIN_RATE -> facts.on(Kind.WIN_RATE);
      case VALUE -> facts.on(Kind.AVERAGE_WON_VALUE);
      case CYCLE -> facts.on(Kind.SALES_CYCLE);
      case DISCOUNT -> facts.on(Kind.DISCOUNT_RATE);
      case QUALIFICATION -> stages.size() < 2 ? Optional.empty() : Optional.of(stages.get(0));
      case DISCOVERY ->
          stages.size() < 3
              ? Optional.empty()
              : stages.subList(1, Math.max(2, stages.size() - 2)).stream()
                  .min(Comparator.comparingDouble(Aspect::clearness));
      case PROPOSAL -> stages.size() < 4 ? Optional.empty() : Optional.of(stages.get(stages.size() - 2));
      case CLOSING ->
          stages.size() < 2 ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    };
  }

  private static double clearness(PeerComparison comparison) {
    return comparison.adjustedPValue().orElse(2);
  }
}
