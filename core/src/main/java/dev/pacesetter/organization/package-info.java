/**
 * Who sells what to whom, and through which steps.
 *
 * <p>An {@link dev.pacesetter.organization.Organization} holds {@link
 * dev.pacesetter.organization.Person people} in a tree of {@link dev.pacesetter.organization.Team
 * teams}, a tree of {@link dev.pacesetter.organization.Territory territories} that people look
 * after and {@link dev.pacesetter.organization.Customer customers} belong to, {@link
 * dev.pacesetter.organization.Product products} in {@link dev.pacesetter.organization.ProductLine
 * lines}, and the {@link dev.pacesetter.organization.SalesProcess stages} a deal passes.
 *
 * <p>People join, move and leave, teams are put below others, territories change hands: each such
 * place is a list of {@link dev.pacesetter.organization.Tenure tenures}, and {@link
 * dev.pacesetter.organization.Organization#chartOn} shows the {@link
 * dev.pacesetter.organization.OrganizationChart chart} of a day. What happened counts where it
 * belonged on its day. What somebody can carry on a day follows from their {@link
 * dev.pacesetter.organization.Ramp ramp} and their {@link dev.pacesetter.organization.WorkingTime
 * working time}. Gaps, overlaps and cycles are refused, all at once and by name, with an {@link
 * dev.pacesetter.organization.InvalidOrganizationException}.
 *
 * <p>A {@link dev.pacesetter.organization.Scope} names a part of it all: a team, a person, a
 * territory, a product line, a product, or a combination.
 */
@NullMarked
package dev.pacesetter.organization;

import org.jspecify.annotations.NullMarked;
