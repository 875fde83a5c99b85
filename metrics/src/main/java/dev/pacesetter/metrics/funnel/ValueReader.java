package dev.pacesetter.metrics.funnel;

/** Gives the value of a row. */
@FunctionalInterface
interface ValueReader {
  long value(int row);
}
