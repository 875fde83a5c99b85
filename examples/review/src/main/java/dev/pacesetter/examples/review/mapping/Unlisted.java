package dev.pacesetter.examples.review.mapping;

/** What happens to a row that names a person, team, product or customer no file lists. */
public enum Unlisted {
  /** The row is rejected. A misspelt name becomes usable by an alias. */
  REJECT,
  /** The name is added to the organization, and noted. */
  ADD
}
