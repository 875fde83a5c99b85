package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What a rule found: a verdict, the reason, and the numbers it rests on. It cannot be built without
 * evidence.
 */
@Value.Immutable
@HouseStyle
public abstract class Finding {
  Finding() {}

  /**
   * Returns a builder for a rule's finding.
   *
   * @param rule the rule that found it
   * @param phrases the base name of the resource bundle with the rule's phrases, such as {@code
   *     dev.pacesetter.goal.smart}
   * @return a builder with rule and phrases set
   */
  public static Builder by(Rule<?> rule, String phrases) {
    return new Builder().ruleId(rule.id()).ruleVersion(rule.version()).phrases(phrases);
  }

  /**
   * Returns a builder for the finding of a rule that has words of its own instead of a bundle.
   *
   * @param rule the rule that found it
   * @param wording the words for this finding; their placeholders are the names of {@link
   *     #words()}, {@code subject}, and for each number {@code <name>.observed}, {@code <name>.n},
   *     {@code <name>.expected} and {@code <name>.limit}
   * @return a builder with rule and wording set
   */
  public static Builder by(Rule<?> rule, Wording wording) {
    return new Builder().ruleId(rule.id()).ruleVersion(rule.version()).wording(wording);
  }

  /**
   * Returns a builder for a finding that was stored and is read again.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns which rule found it.
   *
   * @return the rule's id
   */
  public abstract String ruleId();

  /**
   * Returns the version of the rule.
   *
   * @return the version
   */
  public abstract int ruleVersion();

  /**
   * Returns what the rule says.
   *
   * @return the verdict
   */
  public abstract Verdict verdict();

  /**
   * Returns why, as a stable word of the rule.
   *
   * @return the reason, such as {@code tooHigh}
   */
  public abstract String reason();

  /**
   * Returns whom or what it is about.
   *
   * @return the scope
   */
  public abstract Scope subject();

  /**
   * Returns what people call the subject.
   *
   * @return the name at the time of the finding
   */
  public abstract Text subjectName();

  /**
   * Returns the numbers it rests on.
   *
   * @return at least one, in the order of importance
   */
  public abstract ImmutableList<Evidence> evidence();

  /**
   * Returns words its text needs beside the numbers, such as the name of a product.
   *
   * @return words by placeholder
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, Text> words();

  /**
   * Returns which earlier finding explains this one, so that it is not held against the subject.
   *
   * @return the id of the rule of the earlier finding
   */
  public abstract Optional<String> explainedBy();

  /**
   * Returns which other explanations the engine looked for in vain.
   *
   * @return the alternatives in the order in which they were asked; none where a rule has none
   */
  @Value.Default
  public ImmutableList<RuledOut> ruledOut() {
    return ImmutableList.of();
  }

  /**
   * Returns the parameters the rule judged by; set by the {@link RuleBook} that asked it.
   *
   * @return a value for every parameter, in the order of the rule
   */
  @Value.Default
  public ImmutableList<Setting> settings() {
    return ImmutableList.of();
  }

  /**
   * Returns which notes somebody wrote that bear on it, of the market, say, or of what customers
   * need. No rule judges by them.
   *
   * @return ids of notes; none unless somebody refers to them
   */
  @Value.Default
  @Value.NaturalOrder
  public ImmutableSortedSet<String> notes() {
    return ImmutableSortedSet.of();
  }

  /**
   * Returns the base name of the resource bundle with the rule's phrases.
   *
   * @return the base name; empty for a finding in words of its own
   */
  @Value.Default
  public String phrases() {
    return "";
  }

  /**
   * Returns the words of a finding that needs no bundle.
   *
   * @return the words; empty for a finding whose phrases stand in a bundle
   */
  public abstract Optional<Wording> wording();

  /**
   * Returns this finding as explained by an earlier one.
   *
   * @param ruleId the rule of the earlier finding
   * @return the suppressed finding
   */
  public Finding explainedBy(String ruleId) {
    return ImmutableFinding.builder().from(this).explainedBy(ruleId).build();
  }

  /**
   * Returns this finding with what it is not explained by.
   *
   * @param alternatives in the order in which they were asked
   * @return the finding
   */
  public Finding rulingOut(Iterable<RuledOut> alternatives) {
    return ImmutableFinding.builder()
        .from(this)
        .ruledOut(ImmutableList.copyOf(alternatives))
        .build();
  }

  /**
   * Returns this finding with reference to notes.
   *
   * @param notes ids of notes, beside those it refers to already
   * @return the finding
   * @throws IllegalArgumentException if an id is blank
   */
  public Finding referringTo(Iterable<String> notes) {
    return ImmutableFinding.builder()
        .from(this)
        .notes(ImmutableSortedSet.<String>naturalOrder().addAll(notes()).addAll(notes).build())
        .build();
  }

  /** Returns this finding with the parameters it was judged by. */
  Finding judgedBy(ImmutableList<Setting> settings) {
    return settings.isEmpty() || settings.equals(settings())
        ? this
        : ImmutableFinding.builder().from(this).settings(settings).build();
  }

  /**
   * Returns a number by its name.
   *
   * @param name the evidence's name
   * @return the evidence
   * @throws IllegalArgumentException if there is none of that name
   */
  public Evidence evidence(String name) {
    return evidence().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "finding of %s has no evidence '%s'".formatted(ruleId(), name)));
  }

  /**
   * Returns what the rule is called.
   *
   * @param locale Chinese, or English for every other language
   * @return the title
   */
  public String title(Locale locale) {
    return wording()
        .map(own -> fill(own.title(), locale))
        .orElseGet(() -> Phrases.named(phrases(), locale).say(ruleId() + ".title"));
  }

  /**
   * Says what was found, with the numbers.
   *
   * @param locale Chinese, or English for every other language
   * @return one or two sentences
   */
  public String explain(Locale locale) {
    return wording()
        .map(own -> fill(own.sentence(), locale))
        .orElseGet(
            () ->
                Phrases.named(phrases(), locale)
                    .fill(ruleId() + "." + reason(), placeholders(locale)));
  }

  /**
   * Says what to do about it.
   *
   * @param locale Chinese, or English for every other language
   * @return a sentence; empty where there is nothing to do
   */
  public Optional<String> repair(Locale locale) {
    if (wording().isPresent()) {
      return wording().get().repair().map(own -> fill(own, locale));
    }
    String key = ruleId() + "." + reason() + ".repair";
    Phrases known = Phrases.named(phrases(), locale);
    return known.knows(key) ? Optional.of(known.fill(key, placeholders(locale))) : Optional.empty();
  }

  private String fill(Text own, Locale locale) {
    return Phrases.fillIn(Wording.plain(own, locale), locale, placeholders(locale));
  }

  private Map<String, Object> placeholders(Locale locale) {
    Map<String, Object> placeholders = new TreeMap<>();
    words().forEach((name, word) -> placeholders.put(name, word.in(locale)));
    placeholders.put("subject", subjectName().in(locale));
    for (Evidence number : evidence()) {
      placeholders.put(number.name() + ".observed", word(number, valueOf(number.observed())));
      placeholders.put(number.name() + ".n", number.observed().n());
      placeholders.put(number.name() + ".expected", word(number, number.expected()));
      placeholders.put(number.name() + ".limit", word(number, number.limit()));
      number.kpi().ifPresent(kpi -> placeholders.put(number.name() + ".kpi", kpi.nameIn(locale)));
      number
          .period()
          .ifPresent(period -> placeholders.put(number.name() + ".period", period.name()));
    }
    return placeholders;
  }

  private static OptionalDouble valueOf(Measure measure) {
    return measure.isPresent() ? OptionalDouble.of(measure.value()) : OptionalDouble.empty();
  }

  /** Counts and days stay numbers, since a phrase may choose by them. */
  private static Object word(Evidence number, OptionalDouble value) {
    if (value.isEmpty()) {
      return "–";
    }
    return switch (number.observed().unit()) {
      case COUNT, DAYS -> value.getAsDouble();
      case MONEY, RATIO, SCORE ->
          Numbers.value(value.getAsDouble(), number.observed().unit(), number.currency());
    };
  }

  @Value.Check
  void check() {
    checkArgument(
        !evidence().isEmpty(),
        "finding '%s' of rule %s about %s has no evidence; at least one number is needed",
        reason(),
        ruleId(),
        subject());
    checkArgument(
        wording().isPresent() == phrases().isEmpty(),
        "finding '%s' of rule %s has phrases in '%s' and the wording %s; it must have one of both",
        reason(),
        ruleId(),
        phrases(),
        wording());
    checkArgument(
        notes().stream().noneMatch(String::isBlank),
        "finding '%s' of rule %s refers to the notes %s; no id must be blank",
        reason(),
        ruleId(),
        notes());
    wording().ifPresent(this::check);
  }

  private void check(Wording own) {
    ImmutableSet<String> known = ImmutableSet.copyOf(placeholders(Locale.ENGLISH).keySet());
    for (String name : own.placeholders()) {
      checkArgument(
          known.contains(name),
          "finding '%s' of rule %s is worded with {%s}; known are %s",
          reason(),
          ruleId(),
          name,
          known);
    }
  }

  /** Collects a finding. */
  public static final class Builder extends ImmutableFinding.Builder {
    Builder() {}

    /**
     * Sets what people call the subject, in every language.
     *
     * @param name the name
     * @return this builder
     */
    public Builder subjectName(String name) {
      subjectName(Text.of(name));
      return this;
    }

    /**
     * Adds a word that is the same in every language, such as a name.
     *
     * @param placeholder the placeholder it stands for
     * @param word the word
     * @return this builder
     */
    public Builder putWord(String placeholder, String word) {
      putWord(placeholder, Text.of(word));
      return this;
    }
  }
}
