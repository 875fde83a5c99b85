/**
 * The front door: the sales-management loop for the common case.
 *
 * <p>{@link dev.pacesetter.SalesLoop} wires organization, calendar, journal, goals and agreements,
 * and asks the rooms of the house in turn: is the goal SMART ({@code goal}), what follows from it
 * for whom ({@code plan}), is it kept ({@code monitor}), what does the period show ({@code
 * review}), and what may be said to whom ({@code feedback}). Each room can be used without the
 * front door.
 *
 * <p>{@link dev.pacesetter.LoopRules} holds the rules of all rooms, for a file or a host to change.
 */
@NullMarked
package dev.pacesetter;

import org.jspecify.annotations.NullMarked;
