package dev.pacesetter.plan.need;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a goal takes. */
final class NeedWords {
  private final Need need;
  private final Phrases phrases;

  NeedWords(Need need, Locale locale) {
    this.need = need;
    phrases = Phrases.named(Need.PHRASES, locale);
  }

  String explain() {
    Map<String, String> words =
        ImmutableMap.of(
            "goal", goal(),
            "period", need.period().name(),
            "confidence", Numbers.decimal(need.confidence() * 100, 0) + "%");
    return need.missing().isEmpty()
        ? Stream.concat(
                Stream.of(phrases.fill("need", words)), need.steps().stream().map(this::said))
            .collect(Collectors.joining("\n"))
        : Stream.concat(
                Stream.of(phrases.fill("missing", words)), need.missing().stream().map(this::said))
            .collect(Collectors.joining("\n"));
  }

  private String goal() {
    return need.target()
        .map(Numbers::money)
        .orElseGet(
            () -> phrases.fill("deals", ImmutableMap.of("n", (long) need.deals().orElseThrow())));
  }

  private String said(StepNeed step) {
    Map<String, String> words = new HashMap<>();
    words.put("step", name(step.step()));
    words.put("rate", Numbers.percent(step.rate().value()));
    words.put(
        "range",
        step.rate()
            .interval()
            .map(
                ends ->
                    "["
                        + Numbers.percent(ends.lower())
                        + ", "
                        + Numbers.percent(ends.upper())
                        + "]")
            .orElse(""));
    words.put("average", Numbers.decimal(step.onAverage(), 1));
    if (step.number().isEmpty()) {
      return phrases.fill("step.unknown", words);
    }
    words.put("number", Numbers.decimal((double) step.number().getAsLong(), 0));
    words.put("existing", step.existing().isPresent() ? existing(step) : "");
    words.put(
        "weekly",
        step.perPersonAndWeek().isPresent()
            ? phrases.fill(
                step.existing().isPresent() ? "step.weekly" : "step.all",
                ImmutableMap.of("n", Numbers.decimal(step.perPersonAndWeek().getAsDouble(), 2)))
            : phrases.say("step.late"));
    return phrases.fill("step", words);
  }

  private String existing(StepNeed step) {
    return phrases.fill(
        "step.existing",
        ImmutableMap.of(
            "share", Numbers.percent(step.existing().getAsDouble()),
            "latest", step.latest().orElseThrow().toString()));
  }

  private String said(MissingEvidence missing) {
    return phrases.fill(
        "missing." + missing.lacking().name(),
        ImmutableMap.of("step", name(missing.step()), "more", missing.more()));
  }

  /** A step that people know has a name in both languages; others are called what they are. */
  private String name(String step) {
    return phrases.knows("name." + step) ? phrases.say("name." + step) : step;
  }
}
