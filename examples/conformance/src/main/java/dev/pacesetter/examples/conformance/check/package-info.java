/**
 * What every topic shares: a {@link dev.pacesetter.examples.conformance.check.Suite} turns a case
 * into {@link dev.pacesetter.examples.conformance.check.Check}s, each with a verdict and the group
 * in which it is counted.
 */
@NullMarked
package dev.pacesetter.examples.conformance.check;

import org.jspecify.annotations.NullMarked;
