/**
 * The rule engine: one mechanism for SMART checks, plan checks, alerts and diagnoses.
 *
 * <p>A {@link dev.pacesetter.rule.Rule} looks at facts and returns a {@link
 * dev.pacesetter.rule.Finding}: a {@link dev.pacesetter.rule.Verdict} that refuses to exist without
 * {@link dev.pacesetter.rule.Evidence}. A {@link dev.pacesetter.rule.RuleBook} is an immutable
 * ordered set of rules with their {@link dev.pacesetter.rule.Parameter parameters}. Text is
 * rendered from a finding, in English and Chinese, and never parsed.
 *
 * <p>An {@link dev.pacesetter.rule.Explanation} is the tree of why something was found: rule and
 * verdict, numbers with their slices, tests and limits, the parameters in force, what was ruled out
 * and what explains it. A {@link dev.pacesetter.rule.FindingDiff} tells two evaluations apart. A
 * rule of a host application that has no bundle of phrases gives its findings a {@link
 * dev.pacesetter.rule.Wording}.
 *
 * <p>A {@link dev.pacesetter.rule.RuleFile} changes parameters and switches rules on and off
 * without a compiler; whatever is wrong with it is told at once, each {@link
 * dev.pacesetter.rule.RuleProblem} with its line and what is allowed.
 */
@NullMarked
package dev.pacesetter.rule;

import org.jspecify.annotations.NullMarked;
