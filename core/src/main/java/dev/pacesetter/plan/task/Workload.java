package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What tasks ask of a person in a week, when all start as early as they can, beside the time there
 * is.
 *
 * <p>The work of a task is spread evenly over its working days.
 *
 * @param person the person's id
 * @param week the Monday with which the week begins
 * @param work minutes of work on tasks
 * @param capacity minutes there are: the working days of the week on which the person is there,
 *     times their time a day
 * @param tasks ids of the tasks worked on, in order
 */
public record Workload(
    String person, LocalDate week, long work, long capacity, ImmutableList<String> tasks) {
  private static final double MINUTES_AN_HOUR = 60;

  /**
   * Returns whether there is more to do than time.
   *
   * @return whether {@code work > capacity}
   */
  public boolean isOverloaded() {
    return work > capacity;
  }

  /**
   * Says how much there is to do.
   *
   * @param locale Chinese, or English for every other language
   * @return a sentence
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named("dev.pacesetter.plan.task.task", locale);
    return phrases.fill(
        isOverloaded() ? "load.over" : "load.within",
        ImmutableMap.of(
            "person",
            person,
            "week",
            week.toString(),
            "work",
            Numbers.decimal(work / MINUTES_AN_HOUR, 1),
            "capacity",
            Numbers.decimal(capacity / MINUTES_AN_HOUR, 1),
            "tasks",
            String.join(phrases.say("list"), tasks)));
  }
}
