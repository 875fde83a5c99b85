/**
 * Who sells what to whom, and through which steps.
 *
 * <p>An {@link dev.pacesetter.organization.Organization} holds {@link
 * dev.pacesetter.organization.Person people} in a tree of {@link dev.pacesetter.organization.Team
 * teams}, {@link dev.pacesetter.organization.Product products}, {@link
 * dev.pacesetter.organization.Customer customers} and the {@link
 * dev.pacesetter.organization.SalesProcess stages} a deal passes. A {@link
 * dev.pacesetter.organization.Scope} names a part of it: a team, a person, a product, or a
 * combination.
 */
@NullMarked
package dev.pacesetter.organization;

import org.jspecify.annotations.NullMarked;
