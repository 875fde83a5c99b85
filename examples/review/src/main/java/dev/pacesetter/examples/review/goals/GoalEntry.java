package dev.pacesetter.examples.review.goals;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.examples.review.goals.WrittenGoal.Details;
import dev.pacesetter.examples.review.goals.WrittenGoal.Start;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.Target;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.goal.Tier;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one goal of a file. */
final class GoalEntry {
  private static final ImmutableList<String> KEYS =
      ImmutableList.of(
          "id",
          "title",
          "owner",
          "kpi",
          "at-least",
          "at-most",
          "between",
          "floor",
          "stretch",
          "challenge",
          "currency",
          "scope",
          "period",
          "milestones",
          "baseline",
          "contributes-to",
          "worth",
          "weight",
          "review-every-days",
          "replanning",
          "requires",
          "trainings",
          "rationale");
  private static final ImmutableMap<String, Bound> BOUNDS =
      ImmutableMap.of(
          "at-least", Bound.AT_LEAST, "at-most", Bound.AT_MOST, "between", Bound.BETWEEN);
  private static final ImmutableMap<String, Tier> TIERS =
      ImmutableMap.of("floor", Tier.FLOOR, "stretch", Tier.STRETCH, "challenge", Tier.CHALLENGE);
  private static final Pattern ID = Pattern.compile("[^\\s/]+");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,3})?");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,6})?)( ?%)?");

  /** Names of periods of any calendar; which of them there are is known with the mapping. */
  private static final Pattern PERIOD =
      Pattern.compile("FY\\d{4}(-(H[12]|Q[1-4]|[PW]?\\d{2}))?|\\d{4}-W\\d{2}");

  private final YamlNode node;
  private final CurrencyUnit currency;
  private final Kpi kpi;

  private GoalEntry(YamlNode node, CurrencyUnit currency, KpiCatalogue catalogue) {
    this.node = node.allowing(KEYS);
    this.currency =
        node.find("currency")
            .map(code -> code.as(CurrencyUnit::of, Message.of("mapping.allowed.currency")))
            .orElse(currency);
    kpi = node.get("kpi").as(catalogue::get, likeliest(node.get("kpi").text(), catalogue));
  }

  /** The metrics of the catalogue, those first that begin like what was written. */
  private static ImmutableList<String> likeliest(String written, KpiCatalogue catalogue) {
    return catalogue.all().stream()
        .map(Kpi::id)
        .sorted(
            Comparator.comparingInt((String id) -> -Strings.commonPrefix(id, written).length())
                .thenComparing(Comparator.naturalOrder()))
        .collect(ImmutableList.toImmutableList());
  }

  static WrittenGoal read(YamlNode node, CurrencyUnit currency, KpiCatalogue catalogue) {
    return new GoalEntry(node, currency, catalogue).goal();
  }

  private WrittenGoal goal() {
    String id = node.get("id").as(GoalEntry::id, Message.of("goal.allowed.id"));
    Target target = target();
    return new WrittenGoal(
        id,
        node.get("title").wording(),
        node.get("owner").text(),
        kpi,
        target,
        node.get("scope").as(Scope::parse, Message.of("goal.allowed.scope")),
        period(node.get("period")),
        node.find("contributes-to").map(YamlNode::text).orElse(null),
        node.find("worth")
            .map(
                worth ->
                    worth.as(
                        text -> Money.ofMinor(currency, money(text)),
                        Message.of("goal.allowed.amount")))
            .orElse(null),
        node.find("rationale").map(YamlNode::wording).orElse(null),
        details(),
        node);
  }

  private Details details() {
    ImmutableSortedMap.Builder<Tier, Long> tiers = ImmutableSortedMap.naturalOrder();
    TIERS.forEach((key, tier) -> node.find(key).ifPresent(at -> tiers.put(tier, steps(at))));
    return new Details(
        tiers.buildOrThrow(),
        milestones(),
        node.find("baseline").map(this::start).orElse(null),
        number("weight", GoalEntry::weight, "goal.allowed.weight"),
        number("review-every-days", GoalEntry::days, "goal.allowed.days"),
        node.find("replanning").map(YamlNode::wording).orElse(null),
        node.find("requires")
            .map(required -> ImmutableSortedSet.copyOf(required.texts()))
            .orElse(ImmutableSortedSet.of()),
        node.find("trainings").map(GoalEntry::trainings).orElse(ImmutableSortedMap.of()));
  }

  private OptionalInt number(String key, Function<String, Integer> reading, String allowed) {
    Optional<Integer> number = node.find(key).map(value -> value.as(reading, Message.of(allowed)));
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }

  private static ImmutableSortedMap<String, LocalDate> trainings(YamlNode trainings) {
    ImmutableSortedMap.Builder<String, LocalDate> ends = ImmutableSortedMap.naturalOrder();
    trainings.entries().forEach((training, day) -> ends.put(training, day(day)));
    return ends.buildOrThrow();
  }

  private Start start(YamlNode baseline) {
    baseline.allowing(ImmutableList.of("period", "amount"));
    return new Start(period(baseline.get("period")), steps(baseline.get("amount")));
  }

  private @Nullable ImmutableList<Milestone> milestones() {
    Optional<YamlNode> written = node.find("milestones");
    if (written.isEmpty()) {
      return null;
    }
    if (!written.get().isList()) {
      String word =
          written
              .get()
              .as(
                  text -> {
                    if (!text.equals("monthly") && !text.equals("none")) {
                      throw new IllegalArgumentException(text);
                    }
                    return text;
                  },
                  Message.of("goal.allowed.milestones"));
      return word.equals("monthly") ? null : ImmutableList.of();
    }
    return written.get().items().stream()
        .map(
            entry -> {
              entry.allowing(ImmutableList.of("day", "amount"));
              return new Milestone(day(entry.get("day")), steps(entry.get("amount")));
            })
        .collect(ImmutableList.toImmutableList());
  }

  private Target target() {
    List<String> asked =
        BOUNDS.keySet().stream().filter(key -> node.find(key).isPresent()).toList();
    if (asked.size() > 1) {
      throw node.get(asked.get(1)).problem("goal.one-bound", asked);
    }
    String key = asked.isEmpty() ? "at-least" : asked.get(0);
    YamlNode amount = node.get(key);
    Bound bound = BOUNDS.getOrDefault(key, Bound.AT_LEAST);
    String code = kpi.unit() == Unit.MONEY ? currency.getCode() : null;
    if (bound != Bound.BETWEEN) {
      return new Target(bound, kpi.unit(), steps(amount), null, code);
    }
    ImmutableList<YamlNode> ends = amount.items();
    if (ends.size() != 2 || steps(ends.get(0)) >= steps(ends.get(1))) {
      throw amount.problem("goal.between");
    }
    return new Target(bound, kpi.unit(), steps(ends.get(0)), steps(ends.get(1)), code);
  }

  /** An amount in the steps of the metric's unit. */
  private long steps(YamlNode amount) {
    return switch (kpi.unit()) {
      case MONEY -> amount.as(this::money, Message.of("goal.allowed.amount"));
      case COUNT -> amount.as(GoalEntry::count, Message.of("goal.allowed.count"));
      case RATIO -> amount.as(this::scaled, Message.of("goal.allowed.share"));
      case DAYS, SCORE -> amount.as(this::scaled, Message.of("goal.allowed.number"));
    };
  }

  private long money(String text) {
    refuseUnless(AMOUNT.matcher(text).matches(), text);
    try {
      Money amount = Money.of(currency, new BigDecimal(text));
      refuseUnless(amount.isPositive(), text);
      return amount.getAmountMinorLong();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static long count(String text) {
    long count = Long.parseLong(text);
    refuseUnless(count > 0, text);
    return count;
  }

  private long scaled(String text) {
    Matcher matcher = NUMBER.matcher(text);
    boolean percent = matcher.matches() && matcher.group(2) != null;
    refuseUnless(matcher.matches() && (!percent || kpi.unit() == Unit.RATIO), text);
    BigDecimal value = new BigDecimal(matcher.group(1)).movePointLeft(percent ? 2 : 0);
    try {
      long steps =
          value
              .movePointRight(Target.decimals(kpi.unit()))
              .setScale(0, RoundingMode.UNNECESSARY)
              .longValueExact();
      refuseUnless(steps > 0 || kpi.unit() == Unit.SCORE, text);
      return steps;
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static int weight(String text) {
    Matcher matcher = NUMBER.matcher(text);
    refuseUnless(matcher.matches() && matcher.group(2) != null, text);
    try {
      int weight = new BigDecimal(matcher.group(1)).movePointRight(2).intValueExact();
      refuseUnless(weight >= 1 && weight <= 10_000, text);
      return weight;
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static int days(String text) {
    int days = Integer.parseInt(text);
    refuseUnless(days >= 1, text);
    return days;
  }

  private static LocalDate day(YamlNode day) {
    return day.as(LocalDate::parse, Message.of("goal.allowed.day"));
  }

  private static String period(YamlNode period) {
    return period.as(
        name -> {
          refuseUnless(PERIOD.matcher(name).matches(), name);
          return name;
        },
        Message.of("goal.allowed.period"));
  }

  private static String id(String text) {
    refuseUnless(ID.matcher(text).matches(), text);
    return text;
  }

  private static void refuseUnless(boolean good, String text) {
    if (!good) {
      throw new IllegalArgumentException(text);
    }
  }

  /** Says that a goal was refused as a whole. */
  static YamlException refused(WrittenGoal written, IllegalArgumentException reason) {
    return written
        .entry()
        .problem("goal.refused", written.id(), Optional.ofNullable(reason.getMessage()).orElse(""));
  }
}
