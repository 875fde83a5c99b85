package dev.pacesetter.plan;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** No plan can meet all the targets asked for; says which contradict each other. */
public final class InfeasiblePlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient Text problem;

  /** The parties. */
  private final ImmutableListMultimap<PlanAxis, String> conflict;

  private InfeasiblePlanException(Text problem, ImmutableListMultimap<PlanAxis, String> conflict) {
    super(problem.in(Locale.ENGLISH));
    this.problem = problem;
    this.conflict = conflict;
  }

  /** What goes into a phrase in one language. */
  @FunctionalInterface
  interface Words {
    Map<String, ?> in(Phrases phrases);
  }

  static InfeasiblePlanException because(
      String reason, ImmutableListMultimap<PlanAxis, String> conflict, Words words) {
    return new InfeasiblePlanException(
        Text.inEach(
            locale -> {
              Phrases phrases = Phrases.named(PlanReason.PHRASES, locale);
              return phrases.fill("infeasible." + reason, words.in(phrases));
            }),
        conflict);
  }

  /** The word for some of an axis. */
  static String axis(Phrases phrases, PlanAxis axis, int count) {
    return phrases.fill("axis." + axis, ImmutableMap.of("n", count));
  }

  static String list(Phrases phrases, Collection<String> names) {
    return String.join(phrases.say("list"), names);
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
   * Returns who and what is in conflict.
   *
   * @return ids of people and products and names of months, in the order of the plan; the ones
   *     asking for more stand on the first axis, the ones that cannot hold it on the second, which
   *     is empty where there is no such place at all
   */
  public ImmutableListMultimap<PlanAxis, String> conflict() {
    return conflict;
  }
}
