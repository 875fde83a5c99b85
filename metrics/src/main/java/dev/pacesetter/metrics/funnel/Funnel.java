package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Opens a funnel: a question about who went through which steps.
 *
 * <pre>{@code
 * FunnelReport funnel =
 *     Funnel.ordered("lead", "meeting", "proposal", "won").within(Duration.ofDays(90)).over(table);
 * funnel.step("proposal").rate(); // 0.41 RATIO [0.37, 0.45], n = 512
 * }</pre>
 */
public final class Funnel {
  private Funnel() {}

  /**
   * Returns a funnel of steps one after the other, other events between them allowed.
   *
   * @param events the names of the events, one a step
   * @return the definition, everything else by default
   * @throws IllegalArgumentException if there is no step or two have one name
   */
  public static FunnelDefinition ordered(String... events) {
    return of(StepOrder.ORDERED, events);
  }

  /**
   * Returns a funnel of steps one after the other, where an event of another step between them
   * breaks the chain. For {@link StepOrder#STRICT_ALL} say {@code .with(StepOrder.STRICT_ALL)}.
   *
   * @param events the names of the events, one a step
   * @return the definition, everything else by default
   * @throws IllegalArgumentException if there is no step or two have one name
   */
  public static FunnelDefinition strict(String... events) {
    return of(StepOrder.STRICT_KNOWN, events);
  }

  /**
   * Returns a funnel of steps in any order.
   *
   * @param events the names of the events, one a step
   * @return the definition, everything else by default
   * @throws IllegalArgumentException if there is no step or two have one name
   */
  public static FunnelDefinition anyOrder(String... events) {
    return of(StepOrder.ANY_ORDER, events);
  }

  /**
   * Returns a funnel of one step first and the others after it in any order.
   *
   * @param anchor the name of the event that comes first
   * @param events the names of the other events, one a step
   * @return the definition, everything else by default
   * @throws IllegalArgumentException if two steps have one name
   */
  public static FunnelDefinition anyOrderAfter(String anchor, String... events) {
    ImmutableList<String> all =
        ImmutableList.<String>builder().add(anchor).addAll(Arrays.asList(events)).build();
    return of(StepOrder.ANY_AFTER_ANCHOR, all.toArray(new String[0]));
  }

  /**
   * Returns a funnel of steps that are more than the name of an event.
   *
   * @param steps the steps
   * @return the definition, ordered, everything else by default
   * @throws IllegalArgumentException if there is no step or two have one name
   */
  public static FunnelDefinition of(Step... steps) {
    return FunnelDefinition.builder().addSteps(steps).build();
  }

  /**
   * Returns the funnel that a line of text says; undoes {@link FunnelDefinition#toString}.
   *
   * <pre>{@code
   * lead > meeting = call or visit > demo? > won (within 7d), within 90d
   *
   * strict: lead > offer (where region = emea or apac and size = large) > won,
   *     within 3 months in Europe/Paris, excluding lost or spam from lead to won discarding subjects,
   *     holding product, by rep and product at step offer, confidence 0.9
   *
   * any order after 'signed up': invited and touch = any event, ties refused,
   *     each session with gap 30min, counting subjects, by channel at every row
   * }</pre>
   *
   * <p>The grammar:
   *
   * <pre>{@code
   * funnel    = steps { "," clause }
   * steps     = [ ( "ordered" | "strict" | "directly" ) ":" ] step { ">" step }
   *           | "any order" ":" step { "and" step }
   *           | "any order after" step [ ":" step { "and" step } ]
   * step      = name [ "?" ] [ "=" ( "any event" | name { "or" name } ) ] [ "(" limits ")" ]
   * limits    = "where" condition { "and" condition } [ "," "within" window ] | "within" window
   * condition = name "=" name { "or" name }
   *
   * clause    = "within" window
   *           | "repeats" ( "ignored" | "break" )     | "rows" ( "distinct" | "shared" )
   *           | "ties" ( "allowed" | "refused" )      | "instants" ( "by step" | "as given" )
   *           | ( "best" | "first" | "each" ) "entry" | "each session with gap" duration
   *           | "excluding" name { "or" name } [ "from" name ] [ "to" name ]
   *             [ "discarding subjects" ]
   *           | "holding" name { "and" name }         | "counting" ( "chains" | "subjects" )
   *           | "by" name { "and" name } [ "at" row ] | "confidence" number
   * row       = "first step" | "last step" | "step" name | "first row" | "every row"
   * window    = "unlimited" | duration
   *           | number ( "day" | "days" | "month" | "months" ) "in" name
   * duration  = number ( "d" | "h" | "min" | "s" | "ms" | "us" | "ns" ) | ISO-8601, such as P90D
   *
   * name      = word | "'" text "'" | '"' text '"'
   * }</pre>
   *
   * <p>A step without {@code =} is that of the event it is named after; {@code ?} makes it
   * optional. {@code strict} is {@link StepOrder#STRICT_KNOWN}, {@code directly} {@link
   * StepOrder#STRICT_ALL}. Where a clause has alternatives, the first is the default; {@code
   * confidence} is 0.95 by default. There may be many exclusions, and every other clause at most
   * once. {@code at first row} is {@link Attribution#FIRST_EVER}.
   *
   * <p>A word is of letters, digits and underscores of any script, with {@code -}, {@code .} and
   * {@code /} inside it. Other names are in quotes, and so are the words {@code and any at directly
   * discarding from in or ordered strict to where within} as names. In quotes, {@code \\}, {@code
   * \'}, {@code \"}, {@code \n}, {@code \r}, {@code \t} and {@code \}{@code u} with four
   * hexadecimal digits stand for a character. Between words there may be any space, also a new
   * line.
   *
   * @param line the text
   * @return the definition
   * @throws IllegalArgumentException if it is anything else; the message has the column, what was
   *     found there, what is allowed, and the line
   */
  public static FunnelDefinition parse(String line) {
    return FunnelParser.parse(line);
  }

  private static FunnelDefinition of(StepOrder order, String... events) {
    return FunnelDefinition.builder()
        .order(order)
        .addAllSteps(Arrays.stream(events).map(Step::of).toList())
        .build();
  }
}
