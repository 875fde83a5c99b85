package dev.pacesetter.examples.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A value of a file with its place; what it is not, it puts among the problems. */
final class Yaml {
  private static final int DEEPEST = 20;

  private final String file;
  private final String key;
  private final Node keyNode;
  private final Node node;
  private final List<CelProblem> problems;

  private Yaml(String file, String key, Node keyNode, Node node, List<CelProblem> problems) {
    this.file = file;
    this.key = key;
    this.keyNode = keyNode;
    this.node = node;
    this.problems = problems;
  }

  /** The root of a file; null and a problem where it is no YAML. */
  static @Nullable Yaml root(String file, String text, List<CelProblem> problems) {
    LoadSettings settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
    try {
      int depth = 0;
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
      while (events.hasNext()) {
        Event event = events.next();
        depth +=
            switch (event.getEventId()) {
              case MappingStart, SequenceStart -> 1;
              case MappingEnd, SequenceEnd -> -1;
              default -> 0;
            };
        if (depth > DEEPEST || event instanceof AliasEvent) {
          problems.add(
              problem(
                  file,
                  event.getStartMark().orElse(null),
                  "the file",
                  "aliases and more than " + DEEPEST + " levels are not allowed"));
          return null;
        }
      }
      Composer composer =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
      @Nullable Node root = composer.getSingleNode().orElse(null);
      if (root != null) {
        return new Yaml(file, "the file", root, root, problems);
      }
      problems.add(problem(file, null, "the file", "it is empty; it must have the key rules"));
    } catch (MarkedYamlEngineException e) {
      problems.add(problem(file, e.getProblemMark().orElse(null), "the file", e.getProblem()));
    } catch (YamlEngineException | NumberFormatException | IndexOutOfBoundsException e) {
      // the parser itself stumbles over escapes that break off at the end of the file
      problems.add(problem(file, null, "the file", String.valueOf(e.getMessage())));
    }
    return null;
  }

  private static CelProblem problem(String file, @Nullable Mark mark, String key, String message) {
    return new CelProblem(
        file,
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        key,
        "",
        0,
        0,
        message);
  }

  String key() {
    return key;
  }

  void problem(String message) {
    problems.add(problem(file, node.getStartMark().orElse(null), key, message));
  }

  private void problemOfKey(String message) {
    problems.add(problem(file, keyNode.getStartMark().orElse(null), key, message));
  }

  void problem(String expression, Expressions.Refused refused) {
    Mark mark = node.getStartMark().orElseThrow();
    problems.add(
        new CelProblem(
            file,
            mark.getLine() + 1,
            mark.getColumn() + 1,
            key,
            expression,
            refused.line(),
            refused.column(),
            String.valueOf(refused.getMessage())));
  }

  /** The text, or a problem and an empty one. */
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    problem("it must be a text that is not blank");
    return "";
  }

  /** The number, or a problem and 0. */
  double number() {
    if (node instanceof ScalarNode scalar && scalar.isPlain()) {
      try {
        double value = Double.parseDouble(scalar.getValue());
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below
      }
    }
    problem("it must be a decimal number such as 0.5");
    return 0;
  }

  /** The items of a list, or a problem and none. */
  ImmutableList<Yaml> items() {
    if (!(node instanceof SequenceNode sequence)) {
      problem("it must be a list");
      return ImmutableList.of();
    }
    ImmutableList.Builder<Yaml> items = ImmutableList.builder();
    int at = 1;
    for (Node item : sequence.getValue()) {
      items.add(new Yaml(file, "%s[%d]".formatted(key, at++), item, item, problems));
    }
    return items.build();
  }

  /** The values by key, in the order of the file; problems where it is no group. */
  ImmutableMap<String, Yaml> entries() {
    if (!(node instanceof MappingNode group)) {
      problem("it must be a group of keys");
      return ImmutableMap.of();
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : group.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      String path = key.equals("the file") ? name : key + "." + name;
      Yaml value = new Yaml(file, path, tuple.getKeyNode(), tuple.getValueNode(), problems);
      if (entries.put(name, value) != null) {
        value.problemOfKey("the key is there twice");
      }
    }
    return ImmutableMap.copyOf(entries);
  }

  /** The values by key; problems where one is needed and missing, or not known. */
  ImmutableMap<String, Yaml> entries(ImmutableSet<String> needed, ImmutableSet<String> possible) {
    ImmutableMap<String, Yaml> entries = entries();
    for (String name : needed) {
      if (!entries.containsKey(name) && node instanceof MappingNode) {
        problem("the key %s is missing".formatted(name));
      }
    }
    entries.forEach(
        (name, value) -> {
          if (!needed.contains(name) && !possible.contains(name)) {
            value.problemOfKey(
                "there is no such key; allowed are %s"
                    .formatted(ImmutableSet.builder().addAll(needed).addAll(possible).build()));
          }
        });
    return entries;
  }

  /** This value under another name. */
  Yaml named(String name) {
    return new Yaml(file, name, keyNode, node, problems);
  }
}
