package dev.pacesetter.examples.review.importing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;

/**
 * The rows that could not be used: all of them counted, the first of them listed.
 *
 * @param counts how many rows were rejected for each reason; reasons without a row are not there
 * @param listed the first {@value #LISTED_AT_MOST} rejections, in the order in which they were met
 */
public record Rejections(ImmutableSortedMap<Reason, Long> counts, ImmutableList<Rejection> listed) {
  /** How many rejections are listed. */
  public static final int LISTED_AT_MOST = 200;

  /** No row was rejected. */
  public static final Rejections NONE = new Rejections(ImmutableSortedMap.of(), ImmutableList.of());

  /**
   * Returns how many rejections there are.
   *
   * @return the sum of the counts
   */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns how many rows were rejected for a reason.
   *
   * @param reason the reason
   * @return the count, 0 where there is none
   */
  public long count(Reason reason) {
    return counts.getOrDefault(reason, 0L);
  }
}
