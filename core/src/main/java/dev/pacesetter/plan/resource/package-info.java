/**
 * Concentration of resources: hours or a budget over customers, segments or channels.
 *
 * <p>Each {@link dev.pacesetter.plan.resource.Alternative} answers what it is given by a concave
 * {@link dev.pacesetter.plan.resource.ResponseCurve}, within limits. {@link
 * dev.pacesetter.plan.resource.Concentration} finds the best {@link
 * dev.pacesetter.plan.resource.Allocation}, whole in every unit, says what one unit more would
 * return, and proves how far from the best possible it is at most; it judges an allocation that
 * somebody else made in the same way. {@link dev.pacesetter.plan.resource.Allocation#comparedWith}
 * lays two of them side by side.
 */
@NullMarked
package dev.pacesetter.plan.resource;

import org.jspecify.annotations.NullMarked;
