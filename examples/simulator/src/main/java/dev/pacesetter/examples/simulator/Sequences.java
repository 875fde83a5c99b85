package dev.pacesetter.examples.simulator;

/** Ids in the order of the files. */
final class Sequences {
  private static final int DIGITS = 6;

  private long opportunities;
  private long activities;
  private long quotes;
  private long surveys;

  String nextOpportunity() {
    return Ids.padded('O', ++opportunities, DIGITS);
  }

  String nextActivity() {
    return Ids.padded('A', ++activities, DIGITS);
  }

  String nextQuote() {
    return Ids.padded('Q', ++quotes, DIGITS);
  }

  String nextSurvey() {
    return Ids.padded('R', ++surveys, DIGITS);
  }
}
