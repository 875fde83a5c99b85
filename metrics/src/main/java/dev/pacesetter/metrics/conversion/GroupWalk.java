package dev.pacesetter.metrics.conversion;

import static com.google.common.base.Preconditions.checkArgument;

/** Walks the tables of several groups together, one distinct age after the other. */
final class GroupWalk {
  private final LifeTable[] groups;
  private final int[] row;
  private final int[] entry;
  private final long[] present;

  // at the age where the walk stands, by group
  private final long[] atRisk;
  private final long[] won;
  private final long[] lost;

  GroupWalk(LifeTable... groups) {
    checkArgument(
        groups.length >= 2,
        "CurveTest compares %s groups; there must be at least 2",
        groups.length);
    this.groups = groups.clone();
    int n = groups.length;
    row = new int[n];
    entry = new int[n];
    present = new long[n];
    atRisk = new long[n];
    won = new long[n];
    lost = new long[n];
    for (int g = 0; g < n; g++) {
      groups[0].checkSameTicks(groups[g]);
      present[g] = groups[g].n() - groups[g].lateEntries().total(0);
    }
  }

  /** Goes to the next age at which an observation ended; false when there is none. */
  boolean next() {
    long time = Long.MAX_VALUE;
    boolean more = false;
    for (int g = 0; g < groups.length; g++) {
      if (row[g] < groups[g].rows()) {
        time = Math.min(time, groups[g].ends().time(row[g]));
        more = true;
      }
    }
    for (int g = 0; g < groups.length && more; g++) {
      LifeTable group = groups[g];
      TimeCounts entries = group.lateEntries();
      while (entry[g] < entries.rows() && entries.time(entry[g]) < time) {
        present[g] += entries.count(0, entry[g]++);
      }
      atRisk[g] = present[g];
      boolean here = row[g] < group.rows() && group.ends().time(row[g]) == time;
      won[g] = here ? group.count(End.WON, row[g]) : 0;
      lost[g] = here ? group.count(End.LOST, row[g]) : 0;
      if (here) {
        present[g] -= group.ended(row[g]) + group.count(End.OPEN, row[g]);
        row[g]++;
      }
    }
    return more;
  }

  int groups() {
    return groups.length;
  }

  long atRisk(int group) {
    return atRisk[group];
  }

  long won(int group) {
    return won[group];
  }

  long lost(int group) {
    return lost[group];
  }

  long ended(int group) {
    return won[group] + lost[group];
  }
}
