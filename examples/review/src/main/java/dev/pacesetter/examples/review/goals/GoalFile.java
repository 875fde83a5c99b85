package dev.pacesetter.examples.review.goals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a file.
 *
 * @param goals the goals in the order of the file; ids are distinct and every goal above is there
 */
public record GoalFile(ImmutableList<WrittenGoal> goals) {
  private static final ImmutableList<String> READY =
      ImmutableList.of("sample", "crm-sales-opportunities");
  private static final Pattern ID = Pattern.compile("[^\\s/]+");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,3})?");

  private static final ImmutableList<Kpi> IN_MONEY =
      Kpis.all().stream()
          .filter(kpi -> kpi.unit() == Unit.MONEY)
          .collect(ImmutableList.toImmutableList());

  /** Names of periods of any calendar; which of them there are is known with the mapping. */
  private static final Pattern PERIOD =
      Pattern.compile("FY\\d{4}(-(H[12]|Q[1-4]|[PW]?\\d{2}))?|\\d{4}-W\\d{2}");

  /**
   * Returns the names of the ready goal files.
   *
   * @return the names that {@link #ready} takes
   */
  public static ImmutableList<String> readyNames() {
    return READY;
  }

  /**
   * Returns a ready goal file.
   *
   * @param name one of {@link #readyNames}
   * @return the goals
   * @throws IllegalArgumentException if there is none of that name
   */
  public static GoalFile ready(String name) {
    if (!READY.contains(name)) {
      throw new IllegalArgumentException(
          "there is no ready goal file '%s'; there are %s".formatted(name, READY));
    }
    String file = name + ".yaml";
    try (InputStream in = GoalFile.class.getResourceAsStream(file)) {
      return read(file, in == null ? InputStream.nullInputStream() : in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a goal file.
   *
   * @param path a YAML file
   * @return the goals
   * @throws YamlException if something in it is not as it must be
   */
  public static GoalFile read(Path path) {
    return of(YamlNode.read(path));
  }

  /**
   * Reads a goal file.
   *
   * @param file what to call it in errors
   * @param in YAML
   * @return the goals
   * @throws YamlException if something in it is not as it must be
   */
  public static GoalFile read(String file, InputStream in) {
    return of(YamlNode.read(file, in));
  }

  private static GoalFile of(YamlNode root) {
    root.allowing(ImmutableList.of("currency", "goals"));
    CurrencyUnit currency =
        root.get("currency").as(CurrencyUnit::of, Message.of("mapping.allowed.currency"));
    Map<String, WrittenGoal> goals = new LinkedHashMap<>();
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    for (YamlNode node : root.get("goals").items()) {
      WrittenGoal goal = goal(node, currency);
      if (goals.putIfAbsent(goal.id(), goal) != null) {
        int first = nodes.getOrDefault(goal.id(), node).line();
        throw node.get("id").problem("goal.id-twice", goal.id(), first);
      }
      nodes.put(goal.id(), node);
    }
    if (goals.isEmpty()) {
      throw root.get("goals").problem("goal.no-goals");
    }
    nodes.forEach((id, node) -> checkAbove(id, node, goals));
    return new GoalFile(ImmutableList.copyOf(goals.values()));
  }

  private static WrittenGoal goal(YamlNode node, CurrencyUnit currency) {
    node.allowing(
        ImmutableList.of(
            "id",
            "title",
            "owner",
            "kpi",
            "at-least",
            "currency",
            "scope",
            "period",
            "contributes-to",
            "rationale"));
    CurrencyUnit own =
        node.find("currency")
            .map(code -> code.as(CurrencyUnit::of, Message.of("mapping.allowed.currency")))
            .orElse(currency);
    return new WrittenGoal(
        node.get("id").as(GoalFile::id, Message.of("goal.allowed.id")),
        node.get("title").wording(),
        node.get("owner").text(),
        node.get("kpi").as(GoalFile::kpi, Lists.transform(IN_MONEY, Kpi::id)),
        node.get("at-least").as(text -> amount(text, own), Message.of("goal.allowed.amount")),
        node.get("scope").as(Scope::parse, Message.of("goal.allowed.scope")),
        node.get("period").as(GoalFile::period, Message.of("goal.allowed.period")),
        node.find("contributes-to").map(YamlNode::text).orElse(null),
        node.find("rationale").map(YamlNode::wording).orElse(null),
        node);
  }

  /** Finds a metric; amounts are of money, so it must be in money too. */
  private static Kpi kpi(String id) {
    return IN_MONEY.stream()
        .filter(kpi -> kpi.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String period(String text) {
    if (!PERIOD.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Money amount(String text, CurrencyUnit currency) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    try {
      Money amount = Money.of(currency, new BigDecimal(text));
      if (amount.isPositive()) {
        return amount;
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
    throw new IllegalArgumentException(text);
  }

  /** Checks that following the goals above ends at one that is above all. */
  private static void checkAbove(String id, YamlNode node, Map<String, WrittenGoal> goals) {
    Set<String> seen = new LinkedHashSet<>();
    @Nullable String at = id;
    while (at != null) {
      if (!seen.add(at)) {
        throw node.problem("goal.circle", id, seen);
      }
      @Nullable WrittenGoal goal = goals.get(at);
      if (goal == null) {
        throw node.get("contributes-to").problem("goal.unknown-parent", id, at, goals.keySet());
      }
      at = goal.contributesTo();
    }
  }
}
