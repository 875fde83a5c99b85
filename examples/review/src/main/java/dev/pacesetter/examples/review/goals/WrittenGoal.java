package dev.pacesetter.examples.review.goals;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.organization.Scope;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A goal as somebody wrote it.
 *
 * @param id what identifies it in its file
 * @param title what is to be reached, by language ({@code en}, {@code zh})
 * @param owner the id of the person or team that answers for it
 * @param kpi the id of the KPI it is measured by
 * @param atLeast what is to be reached, greater than zero
 * @param scope the part of the business it speaks of
 * @param period the fiscal period by name, such as {@code FY2017-Q4}
 * @param contributesTo the id of the goal above it, null at the top
 * @param rationale why this goal and this amount, by language; without entries where nothing is
 *     written
 */
public record WrittenGoal(
    String id,
    ImmutableMap<String, String> title,
    String owner,
    String kpi,
    Money atLeast,
    Scope scope,
    String period,
    @Nullable String contributesTo,
    ImmutableMap<String, String> rationale) {

  /**
   * Returns the title.
   *
   * @param locale the reader's language
   * @return the title in it, in English where there is none in it
   */
  public String title(Locale locale) {
    return in(title, locale);
  }

  /**
   * Returns the rationale.
   *
   * @param locale the reader's language
   * @return the rationale in it, in English where there is none in it, empty where none is written
   */
  public String rationale(Locale locale) {
    return in(rationale, locale);
  }

  private static String in(ImmutableMap<String, String> texts, Locale locale) {
    @Nullable String text = texts.get(locale.getLanguage());
    return text == null ? texts.getOrDefault("en", "") : text;
  }
}
