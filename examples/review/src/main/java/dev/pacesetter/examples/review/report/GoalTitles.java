package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableMap;
import dev.pacesetter.goal.SalesGoal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What goals are called in Chinese, where that was written down; in English they have their title.
 *
 * @param chinese titles by goal id
 */
public record GoalTitles(ImmutableMap<String, String> chinese) {

  /**
   * Returns what a goal is called.
   *
   * @param goal the goal
   * @param locale the reader's language
   * @return the title in it, or the goal's own
   */
  public String of(SalesGoal goal, Locale locale) {
    @Nullable String title = chinese.get(goal.id());
    return title != null && locale.getLanguage().equals(Locale.CHINESE.getLanguage())
        ? title
        : goal.title();
  }
}
