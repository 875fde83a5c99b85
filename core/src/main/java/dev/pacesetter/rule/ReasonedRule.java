package dev.pacesetter.rule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.function.Function;

/**
 * A rule that names every reason it can give, with its phrases in a bundle.
 *
 * @param <F> the facts it looks at
 */
public abstract class ReasonedRule<F> implements Rule<F> {
  private final String id;
  private final String phrases;
  private final ImmutableSet<String> reasons;
  private final ImmutableList<Parameter> parameters;

  /**
   * Takes what stands on the rule's card.
   *
   * @param id the stable id
   * @param phrases the base name of the bundle with the phrase of every reason
   * @param reasons every reason it can give
   * @param parameters what it can be tuned with
   */
  protected ReasonedRule(
      String id, String phrases, Iterable<String> reasons, Parameter... parameters) {
    this.id = id;
    this.phrases = phrases;
    this.reasons = ImmutableSet.copyOf(reasons);
    this.parameters = ImmutableList.copyOf(parameters);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public final ImmutableList<Parameter> parameters() {
    return parameters;
  }

  /**
   * Returns every reason this rule can give.
   *
   * @return stable words; each has a phrase
   */
  public final ImmutableSet<String> reasons() {
    return reasons;
  }

  /**
   * Returns whom or what findings are about.
   *
   * @param facts what is known
   * @return the scope
   */
  protected abstract Scope subject(F facts);

  /**
   * Returns what people call the subject.
   *
   * @param facts what is known
   * @return the name
   */
  protected abstract Text subjectName(F facts);

  /**
   * Starts a finding.
   *
   * @param facts what is known
   * @param verdict what the rule says
   * @param reason why, one of {@link #reasons()}
   * @return the finding without evidence yet
   * @throws IllegalArgumentException if the rule has no such reason
   */
  protected final Finding.Builder finding(F facts, Verdict verdict, String reason) {
    checkArgument(reasons.contains(reason), "rule %s gives '%s'; it has %s", id, reason, reasons);
    Finding.Builder builder = Finding.by(this, phrases);
    builder.verdict(verdict).reason(reason).subject(subject(facts)).subjectName(subjectName(facts));
    return builder;
  }

  /**
   * Starts a finding that passes or warns.
   *
   * @param facts what is known
   * @param passes whether all is well
   * @param well the reason where it is
   * @param otherwise the reason where it is not
   * @return the finding without evidence yet
   * @throws IllegalArgumentException if the rule has no such reason
   */
  protected final Finding.Builder passOrWarn(
      F facts, boolean passes, String well, String otherwise) {
    return finding(facts, passes ? Verdict.PASS : Verdict.WARN, passes ? well : otherwise);
  }

  /**
   * Returns a finding that needs no words beside its numbers.
   *
   * @param facts what is known
   * @param verdict what the rule says
   * @param reason why, one of {@link #reasons()}
   * @param evidence the numbers
   * @return the finding
   * @throws IllegalArgumentException if the rule has no such reason
   */
  protected final Finding say(F facts, Verdict verdict, String reason, Evidence... evidence) {
    return finding(facts, verdict, reason).addEvidence(evidence).build();
  }

  /**
   * Starts the evidence of a number.
   *
   * @param name what phrases call it
   * @param measure the number
   * @return the evidence without limit and expectation yet
   */
  protected static Evidence.Builder number(String name, Measure measure) {
    Evidence.Builder builder = Evidence.builder();
    builder.name(name).observed(measure);
    return builder;
  }

  /**
   * Starts the evidence of things that were counted.
   *
   * @param name what phrases call it
   * @param count how many there are
   * @return the evidence without limit and expectation yet
   */
  protected static Evidence.Builder counted(String name, long count) {
    return number(name, Measure.of((double) count, Unit.COUNT, count));
  }

  /**
   * Returns names one after the other, as each language lists them.
   *
   * @param names what is listed, alike in all languages
   * @return the list
   */
  protected static Text listed(Iterable<String> names) {
    return listed(locale -> names);
  }

  /**
   * Returns names one after the other, as each language lists them.
   *
   * @param names what is listed in a language
   * @return the list
   */
  protected static Text listed(Function<Locale, ? extends Iterable<String>> names) {
    return Text.inEach(
        locale ->
            String.join(
                Phrases.named(RuleProblem.PHRASES, locale).say("list"), names.apply(locale)));
  }
}
