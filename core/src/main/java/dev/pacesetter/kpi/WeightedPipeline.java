package dev.pacesetter.kpi;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Opportunity.StageVisit;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.NoData;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.metrics.forecast.Pipeline;
import dev.pacesetter.organization.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What open deals are worth, each amount times a chance of being won. */
final class WeightedPipeline {
  private static final Pattern PERCENT = Pattern.compile("([^=,]*[^=,\\s])=(100|[1-9]?[0-9])");

  private WeightedPipeline() {}

  /** The chance of a deal to be won. */
  private interface Chance {
    double of(Opportunity deal);
  }

  /** By the win rate, in the whole business so far, of the deals that were ever in its stage. */
  static Measure byHistory(SalesFacts facts, Scope scope, IntPredicate which) {
    if (!facts.deals().recordsLosses()) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOT_RECORDED);
    }
    Map<String, long[]> byStage = new HashMap<>();
    long[] all = new long[2];
    for (Opportunity deal : facts.book().opportunities()) {
      if (deal.outcome() != Outcome.OPEN) {
        count(all, deal);
        Set<String> stages = new HashSet<>();
        for (StageVisit visit : deal.stages()) {
          if (stages.add(visit.stage())) {
            count(byStage.computeIfAbsent(visit.stage(), unseen -> new long[2]), deal);
          }
        }
      }
    }
    if (all[1] == 0) {
      return Measure.noData(Unit.MONEY, 0, NoData.NOTHING_OBSERVED);
    }
    return sum(
        facts,
        scope,
        which,
        deal -> {
          long[] seen = deal.stage().map(byStage::get).orElse(all);
          return (double) seen[0] / seen[1];
        });
  }

  private static void count(long[] wonAndClosed, Opportunity deal) {
    wonAndClosed[0] += deal.outcome() == Outcome.WON ? 1 : 0;
    wonAndClosed[1]++;
  }

  /** By percentages of stages; in another stage, or in none, a deal weighs nothing. */
  static Measure byPercent(SalesFacts facts, Scope scope, Map<String, Integer> percents) {
    return sum(
        facts,
        scope,
        row -> true,
        deal -> deal.stage().map(stage -> percents.getOrDefault(stage, 0)).orElse(0) / 100.0);
  }

  private static Measure sum(SalesFacts facts, Scope scope, IntPredicate which, Chance chance) {
    Deals deals = facts.deals();
    int[] rows =
        Arrays.stream(deals.rows(scope))
            .filter(row -> deals.outcome(row) == Outcome.OPEN && which.test(row))
            .toArray();
    int[] valued = Arrays.stream(rows).filter(deals::isValued).toArray();
    if (deals.size() == 0 || (rows.length > 0 && valued.length == 0)) {
      return Measure.noData(Unit.MONEY, rows.length, NoData.NOT_RECORDED);
    }
    long[] amounts = Arrays.stream(valued).mapToLong(deals::amount).toArray();
    double[] chances =
        Arrays.stream(valued)
            .mapToDouble(row -> chance.of(facts.book().opportunities().get(row)))
            .toArray();
    return Measure.of(Pipeline.of(amounts, chances).mean(), Unit.MONEY, valued.length);
  }

  /** The parameter of some percentages, such as {@code Lead=10,Proposal=50}. */
  static String parameter(Map<String, Integer> percents) {
    String written =
        percents.entrySet().stream()
            .map(percent -> percent.getKey() + "=" + percent.getValue())
            .collect(Collectors.joining(","));
    checkArgument(
        parse(written).filter(percents::equals).isPresent(),
        "a KPI is asked for the percentages %s; they must be from 0 to 100, at least one, of stages"
            + " without '=' and ',' and without spaces around them",
        percents);
    return written;
  }

  /** The percentages of a parameter, in its order; empty when it is none. */
  static Optional<ImmutableMap<String, Integer>> parse(String parameter) {
    Map<String, Integer> percents = new HashMap<>();
    ImmutableMap.Builder<String, Integer> inOrder = ImmutableMap.builder();
    for (String part : parameter.split(",", -1)) {
      Matcher matcher = PERCENT.matcher(part);
      if (!matcher.matches() || matcher.group(1).startsWith(" ")) {
        return Optional.empty();
      }
      int percent = Integer.parseInt(matcher.group(2));
      if (percents.put(matcher.group(1), percent) != null) {
        return Optional.empty();
      }
      inOrder.put(matcher.group(1), percent);
    }
    return Optional.of(inOrder.buildOrThrow());
  }
}
