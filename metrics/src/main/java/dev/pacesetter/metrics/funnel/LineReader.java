package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line word by word and says where it does not understand: it keeps in mind what was tried
 * at the present word, and that is what was allowed there.
 */
final class LineReader {
  /** What stands at a place of the line. */
  private enum Kind {
    WORD,
    QUOTED,
    SIGN,
    END
  }

  /** The name is without quotes and escapes. */
  private record Token(Kind kind, String text, String name, int start) {
    boolean isName() {
      return kind == Kind.QUOTED || (kind == Kind.WORD && !NameText.RESERVED.contains(text));
    }
  }

  private final String line;
  private final String what;
  private final ImmutableList<Token> tokens;
  private final Set<String> allowed = new LinkedHashSet<>();
  private int next;

  /**
   * Returns a reader before the first word.
   *
   * @param what what the line is, for messages
   * @throws IllegalArgumentException if a quote is not closed or an escape is unknown
   */
  LineReader(String what, String line) {
    this.what = what;
    this.line = line;
    List<Token> found = new ArrayList<>();
    int at = 0;
    do {
      at = skipSpace(at);
      found.add(token(at));
      at += found.get(found.size() - 1).text().length();
    } while (found.get(found.size() - 1).kind() != Kind.END);
    tokens = ImmutableList.copyOf(found);
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < line.length()
        && (Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at)))) {
      at++;
    }
    return at;
  }

  private Token token(int at) {
    if (at == line.length()) {
      return new Token(Kind.END, "", "", at);
    }
    char first = line.charAt(at);
    if (first == '\'' || first == '"') {
      return quoted(at);
    }
    int end = NameText.wordEnd(line, at);
    if (end > at) {
      String word = line.substring(at, end);
      return new Token(Kind.WORD, word, word, at);
    }
    String sign = Character.toString(line.codePointAt(at));
    return new Token(Kind.SIGN, sign, sign, at);
  }

  private Token quoted(int start) {
    StringBuilder name = new StringBuilder();
    int at = start + 1;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == line.charAt(start)) {
        return new Token(Kind.QUOTED, line.substring(start, at + 1), name.toString(), start);
      }
      if (c == '\\') {
        at = unescape(at, name);
      } else {
        name.append(c);
        at++;
      }
    }
    throw error(start, "the quote is not closed; a quote inside quotes is written \\'");
  }

  private int unescape(int at, StringBuilder name) {
    char letter = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
    switch (letter) {
      case '\'', '"', '\\' -> name.append(letter);
      case 'n' -> name.append('\n');
      case 'r' -> name.append('\r');
      case 't' -> name.append('\t');
      case 'u' -> {
        String digits = line.substring(at + 2, Math.min(at + 6, line.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
          throw error(at, "found '\\u" + digits + "'; \\u needs four hexadecimal digits");
        }
        name.append((char) Integer.parseInt(digits, 16));
        return at + 6;
      }
      default -> throw error(at, "a backslash starts one of \\' \\\" \\\\ \\n \\r \\t \\u0000");
    }
    return at + 2;
  }

  /** Goes past a word or sign if it comes next. */
  boolean takes(String text) {
    Token token = tokens.get(next);
    if (token.kind() != Kind.QUOTED && token.text().equals(text)) {
      advance();
      return true;
    }
    allowed.add("'" + text + "'");
    return false;
  }

  /**
   * Goes past words or signs that must come next.
   *
   * @throws IllegalArgumentException if they do not
   */
  void needs(String... texts) {
    for (String text : texts) {
      if (!takes(text)) {
        throw unexpected();
      }
    }
  }

  /** Whether a number comes next. */
  boolean seesDigits() {
    Token token = tokens.get(next);
    return token.kind() == Kind.WORD && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Reads a name.
   *
   * @param kind what it is the name of, for messages
   * @throws IllegalArgumentException if none comes next
   */
  String name(String kind) {
    return name(kind, name -> name);
  }

  /**
   * Reads a name that stands for something.
   *
   * @param meaning throws an {@link IllegalArgumentException} if it stands for nothing
   */
  <T> T name(String kind, Function<String, T> meaning) {
    allowed.add(kind);
    Token token = tokens.get(next);
    if (!token.isName()) {
      throw unexpected();
    }
    return read(token, meaning);
  }

  /**
   * Reads a word that stands for something.
   *
   * @param meaning throws an {@link IllegalArgumentException} if it stands for nothing
   */
  <T> T word(String kind, Function<String, T> meaning) {
    allowed.add(kind);
    Token token = tokens.get(next);
    if (token.kind() != Kind.WORD) {
      throw unexpected();
    }
    return read(token, meaning);
  }

  private <T> T read(Token token, Function<String, T> meaning) {
    T result = at(token.start(), () -> meaning.apply(token.name()));
    advance();
    return result;
  }

  private void advance() {
    next++;
    allowed.clear();
  }

  /** What else is allowed next, for messages. */
  void allows(String other) {
    allowed.add(other);
  }

  /**
   * Goes to the end.
   *
   * @throws IllegalArgumentException if something else comes before
   */
  void end() {
    allowed.add("the end");
    if (tokens.get(next).kind() != Kind.END) {
      throw unexpected();
    }
  }

  /** Where the next word starts, for {@link #at}. */
  int position() {
    return tokens.get(next).start();
  }

  /** Makes something of what was read; if it is refused, says where that stands. */
  <T> T at(int position, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      throw error(position, String.valueOf(refused.getMessage()), refused);
    }
  }

  /** What comes next is not what may. */
  IllegalArgumentException unexpected() {
    Token token = tokens.get(next);
    StringBuilder message = new StringBuilder("found ");
    message.append(
        switch (token.kind()) {
          case END -> "the end";
          case QUOTED -> visible(token.text());
          case WORD, SIGN -> "'" + visible(token.text()) + "'";
        });
    message.append("; allowed is ").append(list(new ArrayList<>(allowed)));
    if (token.kind() == Kind.WORD && NameText.RESERVED.contains(token.text())) {
      message.append("; as a name it must be in quotes");
    } else if (token.kind() == Kind.WORD && next > 0 && tokens.get(next - 1).isName()) {
      message.append("; a name of several words must be in quotes");
    } else if (token.kind() == Kind.SIGN && !">,:=?()".contains(token.text())) {
      message.append("; a name with other signs than letters and digits must be in quotes");
    }
    return error(token.start(), message.toString());
  }

  private static String list(List<String> items) {
    int last = items.size() - 1;
    return last == 0
        ? items.get(0)
        : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
  }

  private IllegalArgumentException error(int position, String message) {
    return error(position, message, null);
  }

  private IllegalArgumentException error(
      int position, String message, @Nullable IllegalArgumentException cause) {
    int column = line.codePointCount(0, position);
    String where = what + ", column " + (column + 1) + ": " + message;
    return new IllegalArgumentException(
        where + "\n  " + visible(line) + "\n  " + " ".repeat(column) + "^", cause);
  }

  /** One character for one, so that the mark below stands where it should. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
