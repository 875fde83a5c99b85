package dev.pacesetter.plan.resource;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Something that hours or money can be put into: a customer, a segment, a channel.
 *
 * @param id what it is called, unique among alternatives
 * @param response what comes back
 * @param least the least it must be given, in units of the resource, at least 0
 * @param most the most it can be given, at least {@code least}
 */
public record Alternative(String id, ResponseCurve response, long least, long most) {

  /**
   * Checks id and limits.
   *
   * @throws IllegalArgumentException if the id is blank or the limits are out of order
   */
  public Alternative {
    checkArgument(!id.isBlank(), "an alternative is called '%s'; it must not be blank", id);
    checkArgument(
        least >= 0 && least <= most,
        "alternative %s takes from %s to %s; both must be at least 0 and in order",
        id,
        least,
        most);
  }

  /**
   * Returns an alternative without limits.
   *
   * @param id what it is called
   * @param response what comes back
   * @return the alternative
   * @throws IllegalArgumentException if the id is blank
   */
  public static Alternative of(String id, ResponseCurve response) {
    return new Alternative(id, response, 0, Long.MAX_VALUE);
  }

  /**
   * Returns this alternative with limits.
   *
   * @param least the least it must be given, at least 0
   * @param most the most it can be given, at least {@code least}
   * @return the alternative
   * @throws IllegalArgumentException if the limits are out of order
   */
  public Alternative between(long least, long most) {
    return new Alternative(id, response, least, most);
  }
}
