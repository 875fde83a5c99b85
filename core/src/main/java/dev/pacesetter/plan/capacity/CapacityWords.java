package dev.pacesetter.plan.capacity;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Says what people can be expected to sell, and what is lost on the way to it. */
final class CapacityWords {
  private final Capacity capacity;
  private final Phrases phrases;

  CapacityWords(Capacity capacity, Locale locale) {
    this.capacity = capacity;
    phrases = Phrases.named(Capacity.PHRASES, locale);
  }

  String explain() {
    return phrases.fill(
        "capacity",
        ImmutableMap.of(
            "period", capacity.period().name(),
            "capacity", said(capacity.total()),
            "interval", capacity.interval().map(this::said).orElse(""),
            "heads", Numbers.decimal(capacity.heads(), 1),
            "steps",
                capacity.steps().entrySet().stream()
                    .filter(step -> step.getValue() != 0)
                    .map(this::said)
                    .collect(Collectors.joining(phrases.say("list")))));
  }

  /** What is lost on the way is said as an amount above 0, and what is expected on top too. */
  private String said(Map.Entry<CapacityStep, Long> step) {
    boolean isMore = step.getKey() == CapacityStep.ATTAINMENT && step.getValue() > 0;
    return phrases.fill(
        "step." + step.getKey().name() + (isMore ? ".more" : ""),
        ImmutableMap.of(
            "attainment",
            Numbers.percent(capacity.attainment().value()),
            "amount",
            said(Math.abs(step.getValue()))));
  }

  private String said(Interval ends) {
    return phrases.fill(
        "interval",
        ImmutableMap.of(
            "confidence", Numbers.decimal(ends.confidence() * 100, 0) + "%",
            "low", said((long) ends.lower()),
            "high", said((long) ends.upper())));
  }

  private String said(long amount) {
    return Numbers.money(Money.ofMinor(capacity.currency(), amount));
  }
}
