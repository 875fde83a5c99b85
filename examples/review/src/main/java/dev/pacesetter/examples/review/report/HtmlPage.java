package dev.pacesetter.examples.review.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a view into one self-contained page.
 *
 * <p>Text reaches the page only through the template, which escapes HTML, or as JSON in which no
 * character can end the script element; nothing is loaded from elsewhere.
 */
final class HtmlPage {
  private static final String CHARTS =
      "META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";
  private static final ObjectMapper JSON = mapper();

  private HtmlPage() {}

  /** Lays out a view; the same view gives the same text. */
  static String render(Map<String, Object> view, JsonNode charts, Wording wording) {
    Map<String, Object> context = new HashMap<>(view);
    context.put("language", wording.language().getLanguage());
    context.put("t", (Mustache.Lambda) (key, out) -> out.write(escape(wording.say(key.execute()))));
    context.put("style", read("page.css"));
    context.put("script", read("page.js"));
    context.put("library", library());
    context.put("charts", embedded(charts));
    Template template = Mustache.compiler().defaultValue("").compile(read("page.mustache"));
    return template.execute(context);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String embedded(JsonNode charts) {
    try {
      return JSON.writeValueAsString(charts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String library() {
    return read(HtmlPage.class.getClassLoader().getResource(CHARTS), CHARTS);
  }

  private static String read(String name) {
    return read(HtmlPage.class.getResource(name), name);
  }

  private static String read(@Nullable URL resource, String name) {
    if (resource == null) {
      throw new IllegalStateException("the page needs the resource " + name);
    }
    try {
      return Resources.toString(resource, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.getFactory().setCharacterEscapes(new ScriptSafe());
    return mapper;
  }

  /** Escapes what could end a script element or start a comment in it. */
  private static final class ScriptSafe extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    ScriptSafe() {
      for (char c : new char[] {'<', '>', '&', '\''}) {
        escapes[c] = CharacterEscapes.ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return ch == 0x2028 || ch == 0x2029
          ? new SerializedString(String.format("\\u%04x", ch))
          : null;
    }
  }
}
