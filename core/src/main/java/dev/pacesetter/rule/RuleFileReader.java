package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.rule.RuleFile.Entry;
import dev.pacesetter.rule.RuleFile.Place;
import dev.pacesetter.rule.RuleFile.Wanted;
import dev.pacesetter.rule.RuleProblem.Kind;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one rule file and collects what is wrong with how it is written. */
final class RuleFileReader {
  /** In bytes; far more than all rules with all parameters need. */
  static final int LARGEST = 1_000_000;

  private static final String RULES = "rules";

  /** Decimal as YAML 1.2 and JSON write it; YAML also begins with a plus or ends with a point. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private final String name;
  private final List<RuleProblem> problems = new ArrayList<>();
  private final TreeMap<String, Entry> rules = new TreeMap<>();

  RuleFileReader(String name) {
    this.name = name;
  }

  RuleFileReader read(byte[] bytes) {
    @Nullable String text = new PlainYaml(this).decoded(bytes);
    return text == null ? this : read(text);
  }

  RuleFileReader read(String text) {
    @Nullable Node root = new PlainYaml(this).root(text);
    if (root != null) {
      file(root);
    }
    return this;
  }

  /** What was read, if nothing is wrong with it, neither in itself nor beside the books. */
  RuleFile file(Iterable<? extends RuleBook<?>> books, boolean all) {
    RuleFile file = new RuleFile(name, ImmutableSortedMap.copyOf(rules));
    if (!isHopeless()) {
      problems.addAll(file.problems(books, all));
    }
    RuleFile.refuseAny(problems);
    return file;
  }

  /** Whether there are so many problems that one more tells nobody anything. */
  boolean isHopeless() {
    return problems.size() >= RuleFileException.MOST;
  }

  void problem(Place place, Kind kind, String key, String value, Text allowed) {
    if (isHopeless()) {
      return;
    }
    problems.add(new RuleProblem(name, place.line(), place.column(), kind, key, value, allowed));
  }

  private void file(Node root) {
    if (!(root instanceof MappingNode keys)) {
      problem(place(root), Kind.SHAPE, RULES, shown(root), Allowed.say("allowed.file"));
      return;
    }
    boolean found = false;
    for (Keyed entry : entries(keys, "")) {
      if (!entry.name().equals(RULES)) {
        problem(
            entry.key(),
            Kind.UNKNOWN_KEY,
            entry.name(),
            shown(entry.value()),
            Allowed.say("allowed.file"));
        continue;
      }
      found = true;
      if (entry.value() instanceof MappingNode group) {
        entries(group, "").forEach(this::rule);
      } else {
        problem(
            place(entry.value()),
            Kind.SHAPE,
            RULES,
            shown(entry.value()),
            Allowed.say("allowed.group"));
      }
    }
    if (!found) {
      problem(place(root), Kind.SHAPE, RULES, "", Allowed.say("allowed.file"));
    }
  }

  private void rule(Keyed rule) {
    if (rule.value() instanceof MappingNode group) {
      ImmutableList.Builder<Wanted> parameters = ImmutableList.builder();
      for (Keyed parameter : entries(group, rule.name() + ".")) {
        @Nullable Wanted number = number(rule.name(), parameter);
        if (number != null) {
          parameters.add(number);
        }
      }
      rules.put(rule.name(), new Entry(rule.key(), shown(group), null, parameters.build()));
      return;
    }
    @Nullable Boolean on = switched(rule.value());
    if (on == null) {
      problem(
          place(rule.value()),
          Kind.SHAPE,
          rule.name(),
          shown(rule.value()),
          Allowed.say("allowed.rule"));
    }
    // kept even so, in order to say whether there is such a rule
    rules.put(rule.name(), new Entry(rule.key(), shown(rule.value()), on, ImmutableList.of()));
  }

  /** In YAML 1.2 on and off are texts; true and false are what YAML 1.1 makes of them. */
  private static @Nullable Boolean switched(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return null;
    }
    return switch (scalar.getValue()) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> null;
    };
  }

  private @Nullable Wanted number(String rule, Keyed parameter) {
    if (parameter.value() instanceof ScalarNode scalar
        && scalar.isPlain()
        && NUMBER.matcher(scalar.getValue()).matches()) {
      return new Wanted(
          parameter.name(),
          parameter.key(),
          place(scalar),
          scalar.getValue(),
          // no negative zero: it would be another number than the standard 0
          Double.parseDouble(scalar.getValue()) + 0.0);
    }
    problem(
        place(parameter.value()),
        Kind.NOT_A_NUMBER,
        rule + "." + parameter.name(),
        shown(parameter.value()),
        Allowed.say("allowed.number"));
    return null;
  }

  private record Keyed(String name, Place key, Node value) {}

  private List<Keyed> entries(MappingNode group, String prefix) {
    Map<String, Place> before = new HashMap<>();
    List<Keyed> entries = new ArrayList<>();
    for (NodeTuple tuple : group.getValue()) {
      if (isHopeless()) {
        break;
      }
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(
            place, Kind.SHAPE, prefix + "?", shown(tuple.getKeyNode()), Allowed.say("allowed.key"));
        continue;
      }
      @Nullable Place first = before.putIfAbsent(key.getValue(), place);
      if (first == null) {
        entries.add(new Keyed(key.getValue(), place, tuple.getValueNode()));
      } else {
        problem(
            place,
            Kind.DUPLICATE,
            prefix + key.getValue(),
            shown(tuple.getValueNode()),
            Allowed.say("allowed.once", Integer.toString(first.line())));
      }
    }
    return entries;
  }

  private static Place place(Node node) {
    return node.getStartMark().map(PlainYaml::place).orElseThrow();
  }

  private static String shown(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.isPlain() ? scalar.getValue() : '"' + scalar.getValue() + '"';
    }
    return node instanceof SequenceNode ? "[…]" : "{…}";
  }
}
