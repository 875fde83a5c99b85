package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.Revision;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stays of a deal in its stages: each from entering one to entering another, closing or, while
 * the deal is there, the as-of instant. Recording once more where a deal is begins no other stay.
 */
final class Stays {
  private static final double SECONDS_A_DAY = 86_400;
  private static final double NANOS_A_SECOND = 1e9;

  /** What ended a stay. */
  enum End {
    NEXT,
    WON,
    LOST,
    /** Nothing so far. */
    RUNNING
  }

  /**
   * One stay.
   *
   * @param stage where
   * @param from when the deal entered it
   * @param until when the stay ended, or the as-of instant
   * @param end what ended it
   * @param next the stage entered next, empty where none was
   */
  record Stay(String stage, Instant from, Instant until, End end, String next) {
    Duration time() {
      return Duration.between(from, until);
    }
  }

  /** A time in days of 24 hours; not by {@code toNanos()}, which overflows after 292 years. */
  static double days(Duration time) {
    return (time.getSeconds() + time.getNano() / NANOS_A_SECOND) / SECONDS_A_DAY;
  }

  private Stays() {}

  /** The stays of a deal in the order of their beginning. */
  static List<Stay> of(Opportunity deal, Instant asOf) {
    ImmutableList.Builder<Stay> stays = ImmutableList.builder();
    ImmutableList<StageVisit> visits = deal.stages();
    int at = 0;
    while (at < visits.size()) {
      StageVisit visit = visits.get(at);
      Optional<Revision> closing = closing(deal, visit.at());
      Instant closed = closing.map(Revision::at).orElse(Instant.MAX);
      do {
        at++;
      } while (at < visits.size()
          && visits.get(at).stage().equals(visit.stage())
          && visits.get(at).at().isBefore(closed));
      if (at < visits.size() && visits.get(at).at().isBefore(closed)) {
        StageVisit next = visits.get(at);
        stays.add(new Stay(visit.stage(), visit.at(), next.at(), End.NEXT, next.stage()));
      } else {
        Instant until = closing.map(Revision::at).orElse(asOf);
        stays.add(new Stay(visit.stage(), visit.at(), until, end(closing), ""));
      }
    }
    return stays.build();
  }

  private static End end(Optional<Revision> closing) {
    return closing
        .map(revision -> revision.outcome() == Outcome.WON ? End.WON : End.LOST)
        .orElse(End.RUNNING);
  }

  /** How a deal closed first from an instant on; facts of one instant are one change. */
  private static Optional<Revision> closing(Opportunity deal, Instant from) {
    ImmutableList<Revision> revisions = deal.revisions();
    for (int i = 0; i < revisions.size(); i++) {
      Revision revision = revisions.get(i);
      boolean last = i + 1 == revisions.size() || !revisions.get(i + 1).at().equals(revision.at());
      if (last && revision.outcome() != Outcome.OPEN && !revision.at().isBefore(from)) {
        return Optional.of(revision);
      }
    }
    return Optional.empty();
  }
}
