/**
 * Rules written as CEL expressions in a file, beside those written in Java.
 *
 * <p>A {@link dev.pacesetter.examples.cel.CelRuleFile} is read from YAML or JSON; every expression
 * is parsed and type-checked at once, and {@link dev.pacesetter.examples.cel.CelRuleException}
 * carries everything that is wrong. What an expression may name are the facts of a {@link
 * dev.pacesetter.examples.cel.FactBinding}; {@link dev.pacesetter.examples.cel.Bindings} has those
 * for goals, pace, people and the company, and a host makes its own. The rules join the books of
 * the library like any other, are tuned by the same rule files, and explain themselves the same
 * way.
 */
@NullMarked
package dev.pacesetter.examples.cel;

import org.jspecify.annotations.NullMarked;
