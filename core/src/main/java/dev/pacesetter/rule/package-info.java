/**
 * The rule engine: one mechanism for SMART checks, plan checks, alerts and diagnoses.
 *
 * <p>A {@link dev.pacesetter.rule.Rule} looks at facts and returns a {@link
 * dev.pacesetter.rule.Finding}: a {@link dev.pacesetter.rule.Verdict} that refuses to exist without
 * {@link dev.pacesetter.rule.Evidence}. A {@link dev.pacesetter.rule.RuleBook} is an immutable
 * ordered set of rules with their {@link dev.pacesetter.rule.Parameter parameters}. Text is
 * rendered from a finding, in English and Chinese, and never parsed.
 *
 * <p>A {@link dev.pacesetter.rule.RuleFile} changes parameters and switches rules on and off
 * without a compiler; whatever is wrong with it is told at once, each {@link
 * dev.pacesetter.rule.RuleProblem} with its line and what is allowed.
 */
@NullMarked
package dev.pacesetter.rule;

import org.jspecify.annotations.NullMarked;
