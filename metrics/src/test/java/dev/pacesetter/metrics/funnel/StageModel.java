package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.conversion.End;
import dev.pacesetter.metrics.conversion.LifeTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stage funnel from first principles: every deal as a list of what happened, slow and plain.
 */
final class StageModel {
  static final int STAGES = 4;
  static final int LOST = STAGES;
  static final int WON = STAGES + 1;
  static final int CREATED = STAGES + 2;
  static final int UNKNOWN = STAGES + 3;

  /** By number; the funnel of the properties knows all but the last. */
  static final List<String> NAMES = List.of("a", "b", "c", "d", "Lost", "Won", "Created", "Call");

  /** What the whole funnel's tables are in. */
  static final long TICKS_PER_DAY = 86_400_000;

  record Fact(long deal, int what, long at, long sequence) {}

  record Visit(int place, long from, long to, End how) {}

  final long asOf;
  final List<Deal> deals = new ArrayList<>();

  StageModel(StageCohort cohort, List<Fact> facts, long asOf) {
    this.asOf = asOf;
    Map<Long, List<Fact>> byDeal =
        facts.stream()
            .filter(fact -> fact.what() != UNKNOWN && fact.at() <= asOf)
            .collect(Collectors.groupingBy(Fact::deal, TreeMap::new, Collectors.toList()));
    byDeal.values().stream()
        .map(own -> new Deal(own))
        .filter(deal -> deal.isIn(cohort))
        .forEach(deals::add);
  }

  /** One deal. */
  final class Deal {
    final long created;
    final List<Visit> visits = new ArrayList<>(); // of stages and ends

    Deal(List<Fact> own) {
      List<Fact> sorted =
          own.stream()
              .sorted(
                  Comparator.comparingLong(Fact::at)
                      .thenComparingLong(Fact::sequence)
                      .thenComparingInt(fact -> fact.what() == CREATED ? -1 : fact.what()))
              .toList();
      created = sorted.get(0).at();
      int place = CREATED;
      long since = 0;
      for (Fact fact : sorted) {
        if (fact.what() != CREATED && fact.what() != place) {
          if (place != CREATED) {
            visits.add(
                new Visit(place, since, fact.at(), fact.what() == LOST ? End.LOST : End.WON));
          }
          place = fact.what();
          since = fact.at();
        }
      }
      if (place != CREATED) {
        visits.add(new Visit(place, since, asOf, End.OPEN));
      }
    }

    boolean isIn(StageCohort cohort) {
      long from = cohort.basis() == StageCohort.Basis.ALL ? 0 : cohort.from().toEpochMilli();
      long to = cohort.basis() == StageCohort.Basis.ALL ? 0 : cohort.to().toEpochMilli();
      return switch (cohort.basis()) {
        case ALL -> true;
        case CREATED -> from <= created && created < to;
        case CLOSED -> end() != End.OPEN && from <= until() && until() < to;
        case ENTERED ->
            to(NAMES.indexOf(cohort.stage().orElseThrow())).stream()
                .limit(1)
                .anyMatch(visit -> from <= visit.from() && visit.from() < to);
      };
    }

    List<Visit> to(int place) {
      return visits.stream().filter(visit -> visit.place() == place).toList();
    }

    int deepest() {
      return visits.stream().mapToInt(Visit::place).filter(p -> p < STAGES).max().orElse(-1);
    }

    End end() {
      int last = visits.isEmpty() ? CREATED : visits.get(visits.size() - 1).place();
      return last == WON ? End.WON : last == LOST ? End.LOST : End.OPEN;
    }

    /** When it was closed, or the as-of instant. */
    long until() {
      return end() == End.OPEN ? asOf : visits.get(visits.size() - 1).from();
    }

    boolean reached(int stage, ReachRule rule) {
      return rule == ReachRule.ENTERED
          ? !to(stage).isEmpty()
          : end() == End.WON || stage <= deepest();
    }

    List<String> stages() {
      return visits.stream()
          .filter(visit -> visit.place() < STAGES)
          .map(visit -> NAMES.get(visit.place()))
          .toList();
    }
  }

  LifeTable times(int stage, VisitTime rule) {
    Ends ends = new Ends();
    for (Deal deal : deals) {
      List<Visit> visits = deal.to(stage);
      if (!visits.isEmpty()) {
        Visit first = visits.get(0);
        Visit last = visits.get(visits.size() - 1);
        switch (rule) {
          case FIRST -> ends.add(first.to() - first.from(), first.how());
          case LAST -> ends.add(last.to() - last.from(), last.how());
          case TOTAL ->
              ends.add(visits.stream().mapToLong(v -> v.to() - v.from()).sum(), last.how());
        }
      }
    }
    return ends.table();
  }

  LifeTable ages() {
    Ends ends = new Ends();
    deals.forEach(deal -> ends.add(deal.until() - deal.created, deal.end()));
    return ends.table();
  }

  LifeTable agesInStages() {
    Ends ends = new Ends();
    for (Deal deal : deals) {
      deal.visits.stream()
          .filter(visit -> visit.place() < STAGES)
          .findFirst()
          .ifPresent(visit -> ends.add(deal.until() - visit.from(), deal.end()));
    }
    return ends.table();
  }

  /** How often from one place to the next; {@link #CREATED} is the place of no stage yet. */
  long moves(int from, int to) {
    long moves = 0;
    for (Deal deal : deals) {
      int place = CREATED;
      for (Visit visit : deal.visits) {
        moves += place == from && visit.place() == to ? 1 : 0;
        place = visit.place();
      }
      int stays = place == WON || place == LOST ? place : CREATED;
      moves += place == from && stays == to ? 1 : 0;
    }
    return moves;
  }

  List<StagePath> paths() {
    return deals.stream()
        .map(deal -> new StagePath(ImmutableList.copyOf(deal.stages()), deal.end(), 1))
        .collect(Collectors.groupingBy(path -> path, Collectors.counting()))
        .entrySet()
        .stream()
        .map(way -> new StagePath(way.getKey().stages(), way.getKey().end(), way.getValue()))
        .sorted(
            Comparator.comparingLong((StagePath path) -> -path.deals())
                .thenComparing(path -> String.join("", path.stages()))
                .thenComparing(StagePath::end))
        .toList();
  }

  private static final class Ends {
    private final List<Long> times = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();

    void add(long time, End end) {
      times.add(time);
      ends.add(end);
    }

    LifeTable table() {
      byte[] codes = new byte[ends.size()];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = ends.get(i).code();
      }
      return LifeTable.ofTicks(
          TICKS_PER_DAY, times.stream().mapToLong(Long::longValue).toArray(), codes, codes.length);
    }
  }
}
