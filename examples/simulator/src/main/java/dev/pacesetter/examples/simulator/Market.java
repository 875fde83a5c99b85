package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;

/** How selling goes for everybody: the constants of the model. */
final class Market {
  /** Chance that an open stage is left forwards, by position of the stage. */
  static final double[] ADVANCE = {0.82, 0.84, 0.82, 0.70, 0.78};

  /** Mean working days in a stage that is left forwards. */
  static final double[] DAYS_TO_ADVANCE = {3, 5, 6, 8, 7};

  /** Mean working days in a stage that ends in a loss: people are slow to give up. */
  static final double[] DAYS_TO_LOSE = {9, 11, 10, 14, 12};

  static final double DAYS_SHAPE = 1.6;

  /** New deals by month, January first; on average 1. */
  static final double[] SEASON = {0.95, 1.0, 1.15, 1.05, 1.0, 1.05, 0.85, 0.7, 1.2, 1.15, 1.1, 0.8};

  static final double WORKING_DAYS_PER_MONTH = 21.5;

  static final ImmutableList<String> SOURCES =
      ImmutableList.of("Website", "Referral", "Trade fair", "Partner", "Outbound call");
  static final double[] SOURCE_SHARES = {0.30, 0.18, 0.12, 0.18, 0.22};

  /** Factor on the odds of turning a lead into a qualified one, by source. */
  static final double[] SOURCE_ODDS = {1.0, 1.5, 0.9, 1.1, 0.75};

  static final ImmutableList<String> SEGMENTS = ImmutableList.of("SMB", "Mid-market", "Enterprise");

  /** Segments of twenty customers: dealt out, so that no region has bigger customers by chance. */
  private static final int[] SEGMENT_DEAL = {
    0, 1, 0, 1, 0, 2, 0, 1, 0, 0, 1, 2, 0, 1, 0, 1, 0, 2, 0, 1
  };

  /** Factor on the quantity, by segment. */
  static final double[] SEGMENT_QUANTITY = {0.85, 1.05, 1.4};

  static final double QUANTITY_SPREAD = 0.4;
  static final double DISCOUNT_SPREAD = 0.035;
  static final double LARGEST_DISCOUNT = 0.45;

  /** Share of negotiations in which the price moves. */
  static final double CONCEDES = 0.75;

  /** Share of negotiations in which the quantity moves. */
  static final double RESIZES = 0.15;

  static final double FALLS_BACK = 0.04;
  static final double REOPENS = 0.012;
  static final double HANDED_OVER = 0.003;

  /** Chance that a stage is passed without being recorded, by position of the stage. */
  static final double[] SKIPPED = {0, 0.05, 0.07, 0, 0.06};

  /** The declining product: factor on its odds at Proposal and Negotiation, and on its demand. */
  static final double DECLINE_ODDS = 0.35;

  static final double DECLINE_DEMAND = 0.6;

  /** A new hire gets this share of the usual new deals at first, all of them after the ramp. */
  static final double RAMP_FROM = 0.2;

  static final int RAMP_MONTHS = 8;

  /** Chance that the customer of a won deal answers one kind of survey. */
  static final double SURVEY_RESPONSE = 0.30;

  static final double[] CSAT = {0.03, 0.06, 0.16, 0.42, 0.33};
  static final double[] NPS = {0.02, 0.01, 0.02, 0.02, 0.03, 0.07, 0.08, 0.15, 0.22, 0.20, 0.18};

  static final ImmutableList<String> KINDS =
      ImmutableList.of("call", "visit", "meeting", "demo", "negotiation", "email");

  /** Mean activities in a stage. */
  static final double[] ACTIVITIES = {1.1, 1.2, 1.6, 1.2, 1.5};

  /** Weights of the kinds of activity, by stage. */
  static final double[][] KIND_SHARES = {
    {0.5, 0, 0, 0, 0, 0.5},
    {0.45, 0.05, 0.05, 0.05, 0, 0.4},
    {0.1, 0.3, 0.4, 0.15, 0, 0.05},
    {0.25, 0.1, 0.15, 0.25, 0, 0.25},
    {0.2, 0.05, 0.1, 0, 0.5, 0.15}
  };

  private static final ImmutableList<String> EARLY_REASONS =
      ImmutableList.of("Not a fit", "No answer", "No budget", "Wrong contact, no decision maker");
  private static final double[] EARLY_SHARES = {0.35, 0.3, 0.25, 0.1};
  private static final ImmutableList<String> LATE_REASONS =
      ImmutableList.of("Price", "Competitor", "No decision", "Timing", "Missing feature");
  private static final double[] LATE_SHARES = {0.3, 0.25, 0.2, 0.15, 0.1};

  private Market() {}

  static String segmentOf(int customer) {
    return SEGMENTS.get(SEGMENT_DEAL[customer % SEGMENT_DEAL.length]);
  }

  static String lostReason(Stage stage, Chance chance) {
    return stage.compareTo(Stage.MEETING) < 0
        ? EARLY_REASONS.get(chance.pick(EARLY_SHARES))
        : LATE_REASONS.get(chance.pick(LATE_SHARES));
  }

  /** Multiplies odds: returns {@code p·m / (1 - p + p·m)}. */
  static double withOdds(double chance, double factor) {
    return chance * factor / (1 - chance + chance * factor);
  }
}
