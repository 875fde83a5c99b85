package dev.pacesetter.rule;

import dev.pacesetter.rule.RuleFile.Place;
import dev.pacesetter.rule.RuleProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML without what makes it dangerous: looked at event by event before a tree is built of it, so
 * that neither depth nor aliases can make the tree larger than the text.
 */
final class PlainYaml {
  /** A rule file needs three. */
  private static final int DEEPEST = 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RuleFileReader reader;

  PlainYaml(RuleFileReader reader) {
    this.reader = reader;
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The text, or null and a problem where the bytes are not UTF-8. */
  @Nullable String decoded(byte[] bytes) {
    if (isTooLarge(bytes.length)) {
      return null;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(from, to, true);
    String text = to.flip().toString();
    if (!result.isError()) {
      return text;
    }
    String value = "0x%02X".formatted(from.get());
    reader.problem(after(text), Kind.ENCODING, "", value, Allowed.say("allowed.encoding"));
    return null;
  }

  /** The root of the only document, or null and a problem. */
  @Nullable Node root(String written) {
    if (isTooLarge(written.length())) {
      return null;
    }
    String text = written.startsWith(BYTE_ORDER_MARK) ? written.substring(1) : written;
    LoadSettings settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
    try {
      if (!isPlain(events(settings, text))) {
        return null;
      }
      Optional<Node> root = new Composer(settings, events(settings, text)).getSingleNode();
      if (root.isEmpty()) {
        reader.problem(new Place(1, 1), Kind.SHAPE, "rules", "", Allowed.say("allowed.file"));
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(PlainYaml::place).orElse(new Place(1, 1));
      unreadable(place, e.getProblem());
    } catch (ReaderException e) {
      int index =
          text.offsetByCodePoints(
              0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
      unreadable(after(text.substring(0, index)), "U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      unreadable(new Place(1, 1), String.valueOf(e.getMessage()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // the parser stumbles over escapes that break off, such as "\\u at the end of the file
      unreadable(after(text), String.valueOf(e.getMessage()));
    }
    return null;
  }

  private static Parser events(LoadSettings settings, String text) {
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  private void unreadable(Place place, String problem) {
    reader.problem(place, Kind.SYNTAX, "", problem, Allowed.say("allowed.syntax"));
  }

  private boolean isTooLarge(int size) {
    if (size <= RuleFileReader.LARGEST) {
      return false;
    }
    reader.problem(
        new Place(1, 1),
        Kind.TOO_LARGE,
        "",
        "",
        Allowed.say("allowed.size", RuleFileReader.LARGEST));
    return true;
  }

  /** Whether there is one document without anchors, aliases, tags and needless depth. */
  private boolean isPlain(Parser events) {
    int depth = 0;
    int documents = 0;
    boolean plain = true;
    while (events.hasNext() && !reader.isHopeless()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> {
          depth++;
          if (depth > DEEPEST) {
            reader.problem(
                place(event), Kind.TOO_DEEP, "", "", Allowed.say("allowed.depth", DEEPEST));
            return false;
          }
        }
        case MappingEnd, SequenceEnd -> depth--;
        case DocumentStart -> {
          documents++;
          if (documents > 1) {
            notPlain(event, "---");
            return false;
          }
        }
        default -> {}
      }
      plain &= isPlain(event);
    }
    return plain;
  }

  private boolean isPlain(Event event) {
    if (event instanceof AliasEvent alias) {
      notPlain(event, "*" + alias.getAlias());
      return false;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      notPlain(event, "&" + node.getAnchor().get());
      return false;
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    tag.ifPresent(text -> notPlain(event, text));
    return tag.isEmpty();
  }

  private void notPlain(Event event, String value) {
    reader.problem(place(event), Kind.NOT_PLAIN, "", value, Allowed.say("allowed.plain"));
  }

  private static Place place(Event event) {
    return event.getStartMark().map(PlainYaml::place).orElse(new Place(1, 1));
  }

  /** The place of what follows a text. */
  private static Place after(String text) {
    int line = 1;
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      line++;
      start = at + 1;
    }
    return new Place(line, text.codePointCount(start, text.length()) + 1);
  }
}
