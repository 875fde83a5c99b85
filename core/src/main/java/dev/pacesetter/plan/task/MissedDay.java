package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Phrases;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A task that cannot be done by the day it must be, even when all starts as early as it can.
 *
 * @param task the task
 * @param limit what sets the day
 * @param lastDay the last working day that would do
 * @param finish when it can be done at the earliest
 * @param workingDays by how many working days it is late, at least 1
 * @param chain what makes it so late: tasks that wait for each other without a day between, up to
 *     this one
 * @param startReason why the first of the chain does not start earlier
 */
public record MissedDay(
    Task task,
    Limit limit,
    LocalDate lastDay,
    LocalDate finish,
    int workingDays,
    ImmutableList<Task> chain,
    StartReason startReason) {

  /** What sets the day by which a task must be done. */
  public enum Limit {
    /** The day it is due. */
    DUE,
    /** The last working day of its owner. */
    OWNER_LEAVES
  }

  private static final String PHRASES = "dev.pacesetter.plan.task.task";

  /**
   * Says what is late and why.
   *
   * @param locale Chinese, or English for every other language
   * @return a few sentences
   */
  public String explain(Locale locale) {
    Phrases phrases = Phrases.named(PHRASES, locale);
    Map<String, Object> words = new HashMap<>();
    words.put("task", task.title().in(locale));
    words.put("owner", task.owner());
    words.put("day", lastDay.toString());
    words.put("finish", finish.toString());
    words.put("late.n", workingDays);
    words.put(
        "chain",
        chain.stream()
            .map(each -> phrases.fill("quoted", ImmutableMap.of("title", each.title().in(locale))))
            .collect(Collectors.joining(" → ")));
    words.put("reason", phrases.fill("start." + startReason.name(), first(locale)));
    String key = chain.size() > 1 ? ".chain" : ".alone";
    return phrases.fill("missed." + limit.name() + key, words);
  }

  private Map<String, Object> first(Locale locale) {
    Task first = chain.get(0);
    return ImmutableMap.of(
        "first", first.title().in(locale),
        "firstOwner", first.owner(),
        "firstDay", first.notBefore().map(LocalDate::toString).orElse("–"));
  }
}
