package dev.pacesetter.examples.simulator;

/** Whether the simulated people, products and teams differ in truth. */
public enum Scenario {
  /** Known differences are planted; see {@link Truth}. */
  PLANTED,
  /** Nobody and nothing differs from the others: every finding is a false one. */
  NULL
}
