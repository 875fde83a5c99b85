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

  private static FunnelDefinition of(StepOrder order, String... events) {
    return FunnelDefinition.builder()
        .order(order)
        .addAllSteps(Arrays.stream(events).map(Step::of).toList())
        .build();
  }
}
