/**
 * Seeded sales teams with known truth: what a B2B CRM would export, and what really was the cause.
 *
 * <p>{@link dev.pacesetter.examples.simulator.SimulationSettings} says how many people, how long
 * and where; {@link dev.pacesetter.examples.simulator.SalesTeamSimulator} plays it, one {@link
 * dev.pacesetter.examples.simulator.Deal} at a time, with the opportunity and everything recorded
 * about it; {@link dev.pacesetter.examples.simulator.CrmExport} writes the files of a CRM export,
 * with {@code truth.json} beside them. {@link dev.pacesetter.examples.simulator.Truth} holds the
 * causes that were planted: who sells differently, which product fell behind, which team sells
 * another mix. Everybody else is exactly equally good, so a finding about them is a false one.
 *
 * <p>The same settings give the same bytes on every machine. {@link
 * dev.pacesetter.examples.simulator.SimulatorProgram} is the command line.
 */
@NullMarked
package dev.pacesetter.examples.simulator;

import org.jspecify.annotations.NullMarked;
