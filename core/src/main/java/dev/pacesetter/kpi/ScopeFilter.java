package dev.pacesetter.kpi;

import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scope turned into comparisons of ints. */
final class ScopeFilter {
  private static final int ANY = -2;
  private static final int NOTHING = -3;

  private final boolean @Nullable [] people;
  private final int product;
  private final int segment;
  private final int channel;

  private ScopeFilter(boolean @Nullable [] people, int product, int segment, int channel) {
    this.people = people;
    this.product = product;
    this.segment = segment;
    this.channel = channel;
  }

  static ScopeFilter of(Scope scope, SalesFacts facts) {
    Dimensions dimensions = facts.dimensions();
    return new ScopeFilter(
        people(scope, facts),
        wanted(scope, Dimension.PRODUCT, dimensions.product(scope.product())),
        wanted(scope, Dimension.SEGMENT, dimensions.segment(scope.on(Dimension.SEGMENT))),
        wanted(scope, Dimension.CHANNEL, dimensions.channel(scope.on(Dimension.CHANNEL))));
  }

  private static boolean @Nullable [] people(Scope scope, SalesFacts facts) {
    if (scope.team().isEmpty() && scope.person().isEmpty()) {
      return null;
    }
    Dimensions dimensions = facts.dimensions();
    boolean[] wanted = new boolean[dimensions.people().size()];
    if (scope.team().isEmpty()) {
      mark(wanted, dimensions.person(scope.person()));
    } else {
      for (String person : facts.organization().peopleIn(scope)) {
        mark(wanted, dimensions.person(Optional.of(person)));
      }
    }
    return wanted;
  }

  private static void mark(boolean[] wanted, int person) {
    if (person >= 0) {
      wanted[person] = true;
    }
  }

  private static int wanted(Scope scope, Dimension dimension, int place) {
    if (scope.on(dimension).isEmpty()) {
      return ANY;
    }
    return place == Dimensions.NONE ? NOTHING : place;
  }

  boolean covers(int person, int product, int segment, int channel) {
    return (people == null || (person >= 0 && people[person]))
        && (this.product == ANY || this.product == product)
        && (this.segment == ANY || this.segment == segment)
        && (this.channel == ANY || this.channel == channel);
  }
}
