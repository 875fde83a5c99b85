package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.text.Text;
import java.util.Locale;
import java.util.Map;

/** What somebody worded: a text, or fields with {@code en} and {@code zh} where they differ. */
final class TextShape implements Shape {
  private static final String ENGLISH = "en";
  private static final String CHINESE = "zh";

  @Override
  public Object write(Object value) {
    Text text = (Text) value;
    return text.wordings().size() == 1
        ? text.in(Locale.ENGLISH)
        : ImmutableMap.of(ENGLISH, text.in(Locale.ENGLISH), CHINESE, text.in(Locale.CHINESE));
  }

  @Override
  public Object read(Object plain, String path) {
    if (plain instanceof String wording) {
      return Text.of(wording);
    }
    if (plain instanceof Fields fields) {
      Map<String, Object> wordings = fields.asMap();
      if (wordings.size() == 2
          && wordings.get(ENGLISH) instanceof String english
          && wordings.get(CHINESE) instanceof String chinese) {
        return Text.of(english, chinese);
      }
    }
    throw refuse(plain, path);
  }

  @Override
  public String allowed() {
    return "a text, or fields with the texts en and zh";
  }
}
