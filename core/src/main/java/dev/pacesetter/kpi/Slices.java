package dev.pacesetter.kpi;

import com.google.common.primitives.Ints;
import dev.pacesetter.organization.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** To which parts of the business rows belong, each as things stood on the day of the row. */
final class Slices {
  private final Dimensions dimensions;
  private final int[] person;
  private final int[] teams;
  private final int[] territories;
  private final int[] product;
  private final int[] segment;
  private final int[] channel;
  private volatile @Nullable Index index;
  private final Map<String, int[]> ofTeam = new ConcurrentHashMap<>();

  Slices(Dimensions dimensions, int size) {
    this.dimensions = dimensions;
    person = new int[size];
    teams = new int[size];
    territories = new int[size];
    product = new int[size];
    segment = new int[size];
    channel = new int[size];
  }

  void set(
      int row,
      LocalDate day,
      Optional<String> who,
      Optional<String> what,
      Optional<String> customer,
      Optional<String> through) {
    person[row] = dimensions.person(who);
    teams[row] = dimensions.teams(who, day);
    territories[row] = dimensions.territories(customer, day);
    product[row] = dimensions.product(what);
    segment[row] = dimensions.segmentOf(customer);
    channel[row] = dimensions.channel(through);
  }

  /** Some rows, in the order asked for. */
  Slices only(int[] rows) {
    Slices some = new Slices(dimensions, rows.length);
    for (int row = 0; row < rows.length; row++) {
      some.person[row] = person[rows[row]];
      some.teams[row] = teams[rows[row]];
      some.territories[row] = territories[rows[row]];
      some.product[row] = product[rows[row]];
      some.segment[row] = segment[rows[row]];
      some.channel[row] = channel[rows[row]];
    }
    return some;
  }

  int size() {
    return person.length;
  }

  int person(int row) {
    return person[row];
  }

  int product(int row) {
    return product[row];
  }

  private boolean isIn(ScopeFilter filter, int row) {
    return filter.covers(
        person[row], teams[row], territories[row], product[row], segment[row], channel[row]);
  }

  /** All rows of a scope, ascending. */
  int[] rows(Scope scope) {
    return rows(scope, candidates(scope));
  }

  /** All rows of a scope whose day is in {@code [first, end)}, ascending. */
  int[] rows(Scope scope, int[] day, long first, long end) {
    int[] candidates = candidates(scope);
    int[] rows = new int[candidates.length];
    int found = 0;
    for (int row : candidates) {
      if (day[row] >= first && day[row] < end) {
        rows[found++] = row;
      }
    }
    return rows(scope, Arrays.copyOf(rows, found));
  }

  /** Those of some rows that belong to a scope, in their order. */
  int[] rows(Scope scope, int[] among) {
    ScopeFilter filter = ScopeFilter.of(scope, dimensions);
    int[] rows = new int[among.length];
    int found = 0;
    for (int row : among) {
      if (isIn(filter, row)) {
        rows[found++] = row;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /** Rows that may belong to a scope, ascending; found by person or team where one is named. */
  private int[] candidates(Scope scope) {
    if (scope.person().isPresent()) {
      int place = dimensions.person(scope.person());
      return place < 0 ? new int[0] : index().ofPerson().rows(place);
    }
    if (scope.team().isEmpty()) {
      return index().all();
    }
    return ofTeam.computeIfAbsent(scope.team().get(), this::rowsOfTeam);
  }

  private int[] rowsOfTeam(String team) {
    boolean[] through = dimensions.teamsThrough(team);
    List<int[]> parts = new ArrayList<>();
    for (int path = 0; path < through.length; path++) {
      if (through[path]) {
        parts.add(index().ofTeams().rows(path));
      }
    }
    int[] found = Ints.concat(parts.toArray(int[][]::new));
    Arrays.sort(found);
    return found;
  }

  /** Made when rows are first looked for, since many columns are only gone through once. */
  private Index index() {
    Index known = index;
    if (known == null) {
      known =
          new Index(IntStream.range(0, size()).toArray(), Buckets.of(person), Buckets.of(teams));
      index = known;
    }
    return known;
  }

  /**
   * Where the rows of somebody, or of a way up from a team, are.
   *
   * @param all every row
   * @param ofPerson rows by the place of the person
   * @param ofTeams rows by the place of the way up
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Index(int[] all, Buckets ofPerson, Buckets ofTeams) {}

  /**
   * Rows by what they have in a column, one after the other.
   *
   * @param starts where each bucket starts in {@code rows}; one more than there are buckets
   * @param rows the rows, ascending within a bucket
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Buckets(int[] starts, int[] rows) {
    static Buckets of(int[] column) {
      int buckets = 0;
      for (int place : column) {
        buckets = Math.max(buckets, place + 1);
      }
      int[] starts = new int[buckets + 1];
      for (int place : column) {
        if (place >= 0) {
          starts[place + 1]++;
        }
      }
      for (int place = 0; place < buckets; place++) {
        starts[place + 1] += starts[place];
      }
      int[] next = Arrays.copyOf(starts, buckets);
      int[] rows = new int[starts[buckets]];
      for (int row = 0; row < column.length; row++) {
        if (column[row] >= 0) {
          rows[next[column[row]]++] = row;
        }
      }
      return new Buckets(starts, rows);
    }

    int[] rows(int place) {
      return place >= starts.length - 1
          ? new int[0]
          : Arrays.copyOfRange(rows, starts[place], starts[place + 1]);
    }
  }
}
