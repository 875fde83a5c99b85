package dev.pacesetter.examples.review.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.CharStreams;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a YAML file: a text, a list or a group of keys, with its place. */
public final class YamlNode {
  /** A mapping needs ten. */
  private static final int DEEPEST = 20;

  private final String file;
  private final String name;
  private final Node node;

  private YamlNode(String file, String name, Node node) {
    this.file = file;
    this.name = name;
    this.node = node;
  }

  /**
   * Reads a file.
   *
   * @param path a YAML file in UTF-8
   * @return its content
   * @throws YamlException if there is no such file, or it is no YAML
   */
  public static YamlNode read(Path path) {
    String file = String.valueOf(path.getFileName());
    try (InputStream in = Files.newInputStream(path)) {
      return read(file, in);
    } catch (NoSuchFileException e) {
      throw new YamlException(Message.of("yaml.no-file", path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param file what to call it in errors
   * @param in YAML in UTF-8
   * @return its content
   * @throws YamlException if it is no YAML
   * @throws UncheckedIOException if the stream fails
   */
  public static YamlNode read(String file, InputStream in) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try (Reader reader =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      String text = CharStreams.toString(reader);
      checkDepth(file, new Parse(settings).parseString(text));
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> new YamlException(file, 1, 1, Message.of("yaml.empty")));
      return new YamlNode(file, file, root);
    } catch (CharacterCodingException e) {
      throw new YamlException(file, 1, 1, Message.of("yaml.encoding"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      throw new YamlException(file, line, column, Message.of("yaml.syntax", e.getProblem()));
    } catch (YamlEngineException | NumberFormatException | IndexOutOfBoundsException e) {
      // the last two come of escapes that break off, such as "\\u at the end of the file
      throw new YamlException(
          file, 1, 1, Message.of("yaml.syntax", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Composing goes as deep as the text, which would end in an overflow of the stack. */
  private static void checkDepth(String file, Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        throw new YamlException(file, line, column, Message.of("yaml.too-deep", DEEPEST));
      }
    }
  }

  /**
   * Returns the line.
   *
   * @return the line in the file, from 1
   */
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /**
   * Returns whether this is a group of keys.
   *
   * @return whether it has keys
   */
  public boolean isGroup() {
    return node instanceof MappingNode;
  }

  /**
   * Returns whether this is a list.
   *
   * @return whether it is a list
   */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /**
   * Returns the text.
   *
   * @return the text as it stands in the file, without quotes
   * @throws YamlException if this is no text
   */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem("yaml.not-text", name);
  }

  /**
   * Returns what somebody worded: a text for every reader, or a group with the keys {@code en} and
   * {@code zh}, of which the second may be missing.
   *
   * @return the text by language
   * @throws YamlException if this is neither
   */
  public Text wording() {
    if (!isGroup()) {
      return Text.of(text());
    }
    ImmutableMap<String, String> wordings = textEntries();
    String english = wordings.get("en");
    if (english == null || !ImmutableSet.of("en", "zh").containsAll(wordings.keySet())) {
      throw problem("yaml.language", name);
    }
    return Text.of(english, wordings.getOrDefault("zh", english));
  }

  /**
   * Returns the text as something else.
   *
   * @param reading turns the text into it
   * @param allowed what is allowed, for the error: a text, a collection or a message
   * @param <T> what it becomes
   * @return the value
   * @throws YamlException if this is no text, or the reading refuses it
   */
  public <T> T as(Function<String, T> reading, Object allowed) {
    String text = text();
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw problem("yaml.bad-value", name, text, allowed);
    }
  }

  /**
   * Returns the entries of a list.
   *
   * @return the entries in order
   * @throws YamlException if this is no list
   */
  public ImmutableList<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(item -> new YamlNode(file, name, item))
          .collect(ImmutableList.toImmutableList());
    }
    throw problem("yaml.not-list", name);
  }

  /**
   * Returns the entries of a list, or this alone where it is no list.
   *
   * @return the entries in order
   */
  public ImmutableList<YamlNode> itemOrItems() {
    return isList() ? items() : ImmutableList.of(this);
  }

  /**
   * Returns the texts of a list.
   *
   * @return the texts in order
   * @throws YamlException if this is no list of texts
   */
  public ImmutableList<String> texts() {
    return items().stream().map(YamlNode::text).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the keys with their values.
   *
   * @return the values by key, in the order of the file
   * @throws YamlException if this is no group of keys, or a key is there twice
   */
  public ImmutableMap<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw problem("yaml.not-group", name);
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(file, name, tuple.getKeyNode());
      YamlNode value = new YamlNode(file, key.text(), tuple.getValueNode());
      YamlNode before = entries.putIfAbsent(key.text(), value);
      if (before != null) {
        throw key.problem("yaml.key-twice", key.text(), before.line());
      }
    }
    return ImmutableMap.copyOf(entries);
  }

  /**
   * Returns the keys with texts as values.
   *
   * @return the texts by key, in the order of the file
   * @throws YamlException if this is no group of keys with texts
   */
  public ImmutableMap<String, String> textEntries() {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    entries().forEach((key, value) -> texts.put(key, value.text()));
    return texts.buildOrThrow();
  }

  /**
   * Checks that there are no other keys than these.
   *
   * @param keys the keys that are allowed
   * @return this
   * @throws YamlException if this is no group of keys, or another key is there
   */
  public YamlNode allowing(Iterable<String> keys) {
    ImmutableSet<String> allowed = ImmutableSet.copyOf(keys);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        YamlNode key = new YamlNode(file, name, tuple.getKeyNode());
        if (!allowed.contains(key.text())) {
          throw key.problem("yaml.unknown-key", key.text(), allowed);
        }
      }
    }
    entries();
    return this;
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key
   * @return the value
   * @throws YamlException if this is no group of keys, or the key is not there
   */
  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> problem("yaml.missing-key", name, key));
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key
   * @return the value, empty when the key is not there
   * @throws YamlException if this is no group of keys
   */
  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /**
   * Returns an error about this value.
   *
   * @param key the key of the text in the bundle
   * @param arguments what goes into its places
   * @return the error, to be thrown
   */
  public YamlException problem(String key, Object... arguments) {
    int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    return new YamlException(file, line(), column, Message.of(key, arguments));
  }

  @Override
  public String toString() {
    return name + " in line " + line() + " of " + file;
  }
}
