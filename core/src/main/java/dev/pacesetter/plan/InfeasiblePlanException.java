package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.InfeasibleDivisionException;
import dev.pacesetter.division.InfeasibleDivisionException.Confinement;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** No plan can meet everything asked for; says which requirements contradict each other. */
public final class InfeasiblePlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** A sentence names so many requirements; {@link #conflict()} has all. */
  private static final int MOST_NAMED = 10;

  private final transient Text problem;
  private final transient ImmutableList<Requirement> conflict;

  private InfeasiblePlanException(
      Function<Locale, String> problem,
      ImmutableList<Requirement> conflict,
      @Nullable InfeasibleDivisionException cause) {
    super(problem.apply(Locale.ENGLISH), cause);
    this.problem = Text.inEach(problem);
    this.conflict = conflict;
  }

  static InfeasiblePlanException because(
      InfeasibleDivisionException cause, long lot, LongFunction<String> amounts) {
    return new InfeasiblePlanException(
        locale -> say(cause, lot, new PartWords(locale, amounts)), cause.conflict(), cause);
  }

  /** What is asked for cannot be had in the unit of the plan. */
  static InfeasiblePlanException offUnit(
      ImmutableList<Requirement> asked, long unit, LongFunction<String> amounts) {
    return new InfeasiblePlanException(
        locale -> {
          PartWords words = new PartWords(locale, amounts);
          return words
              .phrases()
              .fill(
                  "infeasible.unit",
                  ImmutableMap.of("unit", words.amount(unit), "list", list(asked, words)));
        },
        asked,
        null);
  }

  /** The goal has something beside whole units, and every cell is held or capped. */
  static InfeasiblePlanException leftOver(
      ImmutableList<Requirement> asked, long total, long unit, LongFunction<String> amounts) {
    return new InfeasiblePlanException(
        locale -> {
          PartWords words = new PartWords(locale, amounts);
          return words
              .phrases()
              .fill(
                  "infeasible.rest",
                  ImmutableMap.of(
                      "total", words.amount(total),
                      "rest", words.amount(total % unit),
                      "unit", words.amount(unit),
                      "list", list(asked, words)));
        },
        asked,
        null);
  }

  private static String say(InfeasibleDivisionException cause, long lot, PartWords words) {
    Phrases phrases = words.phrases();
    String total = words.amount(cause.total());
    if (cause.conflict().isEmpty()) {
      return lot > 1
          ? phrases.fill(
              "infeasible.lots", ImmutableMap.of("total", total, "lot", words.amount(lot)))
          : phrases.fill("infeasible.unknown", ImmutableMap.of("total", total));
    }
    Map<String, String> said = new HashMap<>();
    said.put("total", total);
    said.put("list", list(cause.conflict(), cause.inUnits(), words));
    boolean isAlone = cause.conflict().size() == 1;
    if (isAlone && cause.confinements().isEmpty()) {
      boolean isMore = cause.inUnits().get(0).amount() > cause.total();
      return phrases.fill(isMore ? "infeasible.alone.more" : "infeasible.alone.less", said);
    }
    if (cause.confinements().isEmpty() && isOneAxis(cause.conflict())) {
      said.put("sum", words.amount(cause.inUnits().stream().mapToLong(Requirement::amount).sum()));
      return phrases.fill("infeasible.sum", said);
    }
    said.put(
        "confined",
        words.each(
            cause.confinements().subList(0, Math.min(MOST_NAMED, cause.confinements().size())),
            one -> said(one, words)));
    String key =
        cause.confinements().isEmpty()
            ? "infeasible.together"
            : isAlone ? "infeasible.alone.confined" : "infeasible.together.confined";
    return phrases.fill(key, said);
  }

  private static String list(ImmutableList<Requirement> asked, PartWords words) {
    return list(asked, asked, words);
  }

  private static String list(
      ImmutableList<Requirement> asked, ImmutableList<Requirement> inUnits, PartWords words) {
    int named = Math.min(asked.size(), MOST_NAMED);
    ImmutableList<Integer> first =
        IntStream.range(0, named).boxed().collect(ImmutableList.toImmutableList());
    return words.each(first, at -> words.asked(asked.get(at), inUnits.get(at)))
        + (asked.size() > named
            ? words.phrases().fill("list.rest", ImmutableMap.of("n", asked.size() - named))
            : "");
  }

  /** Whether all that contradict the total lie side by side, so that adding them up says it all. */
  private static boolean isOneAxis(ImmutableList<Requirement> conflict) {
    return conflict.stream().allMatch(one -> one.part().places().size() == 1)
        && conflict.stream().map(one -> one.part().places().keySet()).distinct().count() == 1
        && conflict.stream().map(Requirement::part).distinct().count() == conflict.size();
  }

  private static String said(Confinement one, PartWords words) {
    return words
        .phrases()
        .fill(
            one.places().isEmpty() ? "confined.nowhere" : "confined.only",
            ImmutableMap.of(
                "part",
                words.part(one.part()),
                "places",
                String.join(words.phrases().say("list"), one.places())));
  }

  /**
   * Returns what contradicts what.
   *
   * @return a sentence without its end; in English it is the message of this exception
   */
  public Text problem() {
    return problem;
  }

  /**
   * Returns which requirements are in conflict: without any one of them the others could be met,
   * with the whole goal and the presence of people.
   *
   * @return targets, then floors and caps, each in the order in which they were given; targets that
   *     are no multiple of the plan's unit; all targets and caps where they leave no cell to carry
   *     what the goal has beside whole units; empty where they could be met in parts of units and
   *     no whole plan was found
   */
  public ImmutableList<Requirement> conflict() {
    return conflict;
  }
}
