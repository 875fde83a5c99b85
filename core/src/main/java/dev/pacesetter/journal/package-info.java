/**
 * What happened, and how things stood.
 *
 * <p>A {@link dev.pacesetter.journal.SalesEvent} is one fact with a time: a deal was created, moved
 * to a stage, changed its amount, was won. A {@link dev.pacesetter.journal.Journal} holds facts;
 * the order in which they arrive does not matter and a fact that arrives twice does no harm. A
 * {@link dev.pacesetter.journal.Book} is the state that follows from them as of an instant: {@link
 * dev.pacesetter.journal.Opportunity deals} with their history, orders, activities and surveys,
 * with all money in one currency at given {@link dev.pacesetter.journal.PlanRates plan rates}.
 */
@NullMarked
package dev.pacesetter.journal;

import org.jspecify.annotations.NullMarked;
