package dev.pacesetter.metrics.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/** Subjects that have names, numbered in the order of the names. */
final class NameNumbers implements SubjectNumbers {
  private final IntColumn codes;
  private final ImmutableList<String> names;
  private final int[] sorted;
  private final int[] ranks;

  NameNumbers(IntColumn codes, ImmutableList<String> names) {
    this.codes = codes;
    this.names = names;
    sorted = NameOrder.of(names);
    ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
      checkArgument(
          rank == 0 || !name(rank).equals(name(rank - 1)),
          "the name '%s' is there twice among subjects",
          name(rank));
    }
  }

  @Override
  public int range() {
    return Math.max(1, sorted.length);
  }

  @Override
  public void read(int from, int count, int[] to) {
    int[] chunk = codes.chunk(from);
    int at = codes.offset(from);
    for (int i = 0; i < count; i++) {
      int code = chunk[at + i];
      if (code < 0 || code >= ranks.length) {
        throw new IllegalArgumentException(
            "subject code of row %d is %d; it must be from 0 below %d"
                .formatted(from + i, code, ranks.length));
      }
      to[i] = ranks[code];
    }
  }

  @Override
  public long key(int number) {
    throw new IllegalStateException("subject '" + name(number) + "' has a name, not a number");
  }

  @Override
  public String name(int number) {
    return names.get(sorted[number]);
  }
}
