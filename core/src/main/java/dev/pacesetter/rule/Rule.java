package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;

/**
 * Looks at facts and returns a verdict with evidence.
 *
 * <p>A rule is stateless: the same facts and settings give an equal finding. Its phrases stand in a
 * resource bundle under {@code <id>.title}, {@code <id>.<reason>} and {@code <id>.<reason>.repair},
 * or come with each finding as its {@link Wording}.
 *
 * @param <F> the facts it looks at
 */
public interface Rule<F> {

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique in a book
   */
  String id();

  /**
   * Returns the version; it changes whenever the same facts may get another verdict.
   *
   * @return the version, from 1
   */
  int version();

  /**
   * Returns what the rule can be tuned with.
   *
   * @return the parameters in a stable order
   */
  ImmutableList<Parameter> parameters();

  /**
   * Judges.
   *
   * @param facts what is known
   * @param settings a value for every parameter
   * @return the finding; {@link Verdict#UNDECIDED} where the facts do not suffice
   */
  Finding evaluate(F facts, Settings settings);
}
