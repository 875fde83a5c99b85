package dev.pacesetter.persistence.repository;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import java.util.regex.Pattern;

/**
 * Ids of any length and content as ids that every store accepts.
 *
 * <p>An id of 1 to 200 characters, not only spaces, well-formed and without control characters is
 * kept as it is. Any other becomes its first 100 characters, {@code ~} and the 64 hexadecimal
 * digits of its SHA-256, and so does an id that looks like such a one: different ids stay
 * different.
 */
final class Ids {

  private static final int LONGEST = 200;
  private static final int SHOWN = 100;
  private static final CharMatcher ODD =
      CharMatcher.javaIsoControl().or(CharMatcher.inRange('\uD800', '\uDFFF'));
  private static final Pattern SHORTENED = Pattern.compile(".*~[0-9a-f]{64}", Pattern.DOTALL);

  private Ids() {}

  /** Returns the id under which a store keeps what has an id of its own. */
  static String stored(String id) {
    if (isPlain(id)) {
      return id;
    }
    String shown = ODD.replaceFrom(id.substring(0, Math.min(SHOWN, id.length())), '_');
    return shown + "~" + Hashing.sha256().hashUnencodedChars(id);
  }

  private static boolean isPlain(String id) {
    return id.length() <= LONGEST
        && !id.isBlank()
        && isWellFormed(id)
        && !(id.length() > 64 && SHORTENED.matcher(id).matches());
  }

  /** Whether every surrogate has its partner and no character is a control. */
  private static boolean isWellFormed(String id) {
    int codePoint;
    for (int i = 0; i < id.length(); i += Character.charCount(codePoint)) {
      codePoint = id.codePointAt(i);
      if (Character.isISOControl(codePoint)
          || Character.getType(codePoint) == Character.SURROGATE) {
        return false;
      }
    }
    return true;
  }

  /** Returns an id made of parts; different parts give different ids. */
  static String of(String first, Object... more) {
    StringBuilder id = new StringBuilder(escaped(first));
    for (Object part : more) {
      id.append('/').append(escaped(part.toString()));
    }
    return id.toString();
  }

  private static String escaped(String part) {
    return part.replace("%", "%25").replace("/", "%2F");
  }

  /** Returns an id as a message shows it. */
  static String shown(String id) {
    return Ascii.truncate(ODD.replaceFrom(id, '\uFFFD'), SHOWN, "…");
  }
}
