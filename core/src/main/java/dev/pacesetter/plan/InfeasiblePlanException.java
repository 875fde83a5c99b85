package dev.pacesetter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.division.InfeasibleDivisionException;
import dev.pacesetter.division.InfeasibleDivisionException.Confinement;
import dev.pacesetter.division.Part;
import dev.pacesetter.division.Requirement;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** No plan can meet everything asked for; says which requirements contradict each other. */
public final class InfeasiblePlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** A sentence names so many requirements; {@link #conflict()} has all. */
  private static final int MOST_NAMED = 10;

  private final transient Text problem;
  private final transient ImmutableList<Requirement> conflict;

  private InfeasiblePlanException(Text problem, InfeasibleDivisionException cause) {
    super(problem.in(Locale.ENGLISH), cause);
    this.problem = problem;
    conflict = cause.conflict();
  }

  static InfeasiblePlanException because(
      InfeasibleDivisionException cause, LongFunction<String> text) {
    return new InfeasiblePlanException(
        Text.inEach(locale -> say(cause, text, Phrases.named(PlanReason.PHRASES, locale))), cause);
  }

  private static String say(
      InfeasibleDivisionException cause, LongFunction<String> text, Phrases phrases) {
    String total = text.apply(cause.total());
    if (cause.conflict().isEmpty()) {
      return phrases.fill("infeasible.unknown", ImmutableMap.of("total", total));
    }
    Map<String, String> words = new HashMap<>();
    words.put("total", total);
    words.put(
        "list",
        cause.conflict().stream()
                .limit(MOST_NAMED)
                .map(asked -> said(asked, text, phrases))
                .collect(Collectors.joining(phrases.say("list.more")))
            + (cause.conflict().size() > MOST_NAMED
                ? phrases.fill(
                    "list.rest", ImmutableMap.of("n", cause.conflict().size() - MOST_NAMED))
                : ""));
    if (cause.confinements().isEmpty() && isOneAxis(cause.conflict())) {
      words.put("sum", text.apply(cause.conflict().stream().mapToLong(Requirement::amount).sum()));
      return phrases.fill("infeasible.sum", words);
    }
    words.put(
        "confined",
        cause.confinements().stream()
            .map(one -> said(one, phrases))
            .collect(Collectors.joining(phrases.say("list.more"))));
    return phrases.fill(
        cause.confinements().isEmpty() ? "infeasible.together" : "infeasible.confined", words);
  }

  /** Whether all that contradict the total lie side by side, so that adding them up says it all. */
  private static boolean isOneAxis(ImmutableList<Requirement> conflict) {
    return conflict.stream().allMatch(one -> one.part().places().size() == 1)
        && conflict.stream().map(one -> one.part().places().keySet()).distinct().count() == 1
        && conflict.stream().map(Requirement::part).distinct().count() == conflict.size();
  }

  /** Says what is asked of a part. */
  static String said(Requirement asked, LongFunction<String> text, Phrases phrases) {
    return phrases.fill(
        "asked." + asked.bound().name(),
        ImmutableMap.of("part", said(asked.part(), phrases), "amount", text.apply(asked.amount())));
  }

  private static String said(Part part, Phrases phrases) {
    return part.places().isEmpty()
        ? phrases.say("all")
        : String.join(phrases.say("list"), part.places().values());
  }

  private static String said(Confinement one, Phrases phrases) {
    return phrases.fill(
        one.places().isEmpty() ? "confined.nowhere" : "confined.only",
        ImmutableMap.of(
            "part",
            said(one.part(), phrases),
            "places",
            String.join(phrases.say("list"), one.places())));
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
   * @return targets, floors and caps in the order in which they were given; empty where they could
   *     be met in parts of units and no whole plan was found
   */
  public ImmutableList<Requirement> conflict() {
    return conflict;
  }
}
