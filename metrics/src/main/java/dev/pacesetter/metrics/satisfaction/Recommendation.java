package dev.pacesetter.metrics.satisfaction;

import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.confidence.Confidence;

/** What both net promoter scores share: the classes of answers, and intervals. */
final class Recommendation {
  static final int FIRST_PASSIVE = 7;
  static final int FIRST_PROMOTER = 9;
  static final int HIGHEST = 10;

  private Recommendation() {}

  /** Returns the normal quantile of {@code 1 - (1 - confidence)/2}. */
  static double z(double confidence) {
    Confidence.check("NetPromoterScore confidence", confidence);
    return Confidence.normal(confidence);
  }

  /** Returns the adjusted interval; numbers of answers may be fractional. */
  static Interval adjusted(
      double promoters, double detractors, double n, double z, double score, double confidence) {
    double p = (promoters + 1) / (n + 2);
    double d = (detractors + 1) / (n + 2);
    double passive = Math.max(0, n - promoters - detractors) / (n + 2);
    double variance = 4 * p * d + passive * (p + d);
    return clipped(100 * (p - d), 100 * z * Math.sqrt(variance / (n + 2)), score, confidence);
  }

  /** Returns what is within a margin of the centre, with the score, and within the scale. */
  static Interval clipped(double centre, double margin, double score, double confidence) {
    return new Interval(
        Math.max(-100, Math.min(score, centre - margin)),
        Math.min(100, Math.max(score, centre + margin)),
        confidence);
  }
}
