package dev.pacesetter.examples.conformance.check;

import java.util.Comparator;

/**
 * What is counted together.
 *
 * @param topic the topic, such as {@code funnel} or {@code two_sample}
 * @param subject the dialect of a funnel, otherwise the function
 * @param aspect the mode of a funnel, otherwise the quantity, empty for a whole function
 * @param option the options of a funnel joined by {@code +}; empty where there is none
 */
public record Group(String topic, String subject, String aspect, String option)
    implements Comparable<Group> {
  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::topic)
          .thenComparing(Group::subject)
          .thenComparing(Group::aspect)
          .thenComparing(Group::option);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
