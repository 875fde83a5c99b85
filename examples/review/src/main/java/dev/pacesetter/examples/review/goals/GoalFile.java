package dev.pacesetter.examples.review.goals;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.examples.review.yaml.YamlException;
import dev.pacesetter.examples.review.yaml.YamlNode;
import dev.pacesetter.kpi.KpiCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a file.
 *
 * @param goals the goals in the order of the file; ids are distinct and every goal above is there
 */
public record GoalFile(ImmutableList<WrittenGoal> goals) {
  private static final ImmutableList<String> READY =
      ImmutableList.of("sample", "crm-sales-opportunities");

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
    return read(path, KpiCatalogue.standard());
  }

  /**
   * Reads a goal file that may speak of metrics of one's own.
   *
   * @param path a YAML file
   * @param catalogue the metrics there are
   * @return the goals
   * @throws YamlException if something in it is not as it must be
   */
  public static GoalFile read(Path path, KpiCatalogue catalogue) {
    return of(YamlNode.read(path), catalogue);
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
    return of(YamlNode.read(file, in), KpiCatalogue.standard());
  }

  private static GoalFile of(YamlNode root, KpiCatalogue catalogue) {
    root.allowing(ImmutableList.of("currency", "goals"));
    CurrencyUnit currency =
        root.get("currency").as(CurrencyUnit::of, Message.of("mapping.allowed.currency"));
    Map<String, WrittenGoal> goals = new LinkedHashMap<>();
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    for (YamlNode node : root.get("goals").items()) {
      WrittenGoal goal = GoalEntry.read(node, currency, catalogue);
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
