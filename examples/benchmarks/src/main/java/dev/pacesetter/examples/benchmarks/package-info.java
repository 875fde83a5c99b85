/**
 * Benchmarks of funnels over columns of events, beside a database that answers the same question,
 * and of statistics, beside other libraries and what one writes by hand.
 *
 * <p>{@link dev.pacesetter.examples.benchmarks.SalesEvents} makes the events, the same ones for the
 * same seed; {@link dev.pacesetter.examples.benchmarks.DuckDbEvents} holds them in DuckDB and knows
 * the SQL of every question. {@link dev.pacesetter.examples.benchmarks.SalesFigures} makes columns
 * for statistics, which {@link dev.pacesetter.examples.benchmarks.BesidePlainCode} compares. Each
 * {@code *Benchmark} class measures one question, and refuses to when the two sides disagree about
 * the answer. README.md says how to run them and what came out.
 */
@NullMarked
package dev.pacesetter.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
