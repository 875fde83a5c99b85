package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Scope.Dimension;
import dev.pacesetter.organization.Team;
import org.jspecify.annotations.Nullable;

/**
 * A scope turned into comparisons of ints.
 *
 * @param person a place, or {@link #ANY}, or {@link #NOTHING}
 * @param teams for each way up from a team whether it is meant; null for all
 * @param territories for each way up from a territory whether it is meant; null for all
 * @param products for each product whether it is meant; null for all
 * @param segment a place, or {@link #ANY}, or {@link #NOTHING}
 * @param channel a place, or {@link #ANY}, or {@link #NOTHING}
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one scan
record ScopeFilter(
    int person,
    boolean @Nullable [] teams,
    boolean @Nullable [] territories,
    boolean @Nullable [] products,
    int segment,
    int channel) {
  private static final int ANY = -2;
  private static final int NOTHING = -3;

  static ScopeFilter of(Scope scope, Dimensions dimensions) {
    return new ScopeFilter(
        wanted(scope, Dimension.PERSON, dimensions.person(scope.person())),
        scope.team().isPresent() ? teams(scope.team().get(), dimensions) : null,
        scope.on(Dimension.TERRITORY).map(dimensions::territoriesThrough).orElse(null),
        products(scope, dimensions),
        wanted(scope, Dimension.SEGMENT, dimensions.segment(scope.on(Dimension.SEGMENT))),
        wanted(scope, Dimension.CHANNEL, dimensions.channel(scope.on(Dimension.CHANNEL))));
  }

  private static boolean[] teams(String team, Dimensions dimensions) {
    Organization organization = dimensions.organization();
    checkArgument(
        organization.team(team).isPresent(),
        "the question names team '%s'; known teams are %s",
        team,
        organization.teams().stream().map(Team::id).toList());
    return dimensions.teamsThrough(team);
  }

  private static boolean @Nullable [] products(Scope scope, Dimensions dimensions) {
    if (scope.product().isEmpty() && scope.on(Dimension.LINE).isEmpty()) {
      return null;
    }
    boolean[] wanted = new boolean[dimensions.products().size()];
    for (int place = 0; place < wanted.length; place++) {
      String product = dimensions.products().get(place);
      wanted[place] =
          scope.product().map(product::equals).orElse(true)
              && scope
                  .on(Dimension.LINE)
                  .map(dimensions.organization().linesOf(product)::contains)
                  .orElse(true);
    }
    return wanted;
  }

  private static int wanted(Scope scope, Dimension dimension, int place) {
    if (scope.on(dimension).isEmpty()) {
      return ANY;
    }
    return place == Dimensions.NONE ? NOTHING : place;
  }

  boolean covers(int who, int team, int territory, int product, int market, int through) {
    return (person == ANY || person == who)
        && (teams == null || teams[team])
        && (territories == null || territories[territory])
        && (products == null || (product >= 0 && products[product]))
        && (segment == ANY || segment == market)
        && (channel == ANY || channel == through);
  }
}
