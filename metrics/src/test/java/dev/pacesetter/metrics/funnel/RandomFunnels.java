package dev.pacesetter.metrics.funnel;

import dev.pacesetter.metrics.event.EventTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Small funnels over all switches, and small streams in which much happens at few times. */
final class RandomFunnels {
  static final String[] DIMENSIONS = {"product", "region"};

  /** Two days before the clocks go forward in {@link ReferenceWindows#ZONE}. */
  private static final long START = 475_476; // 2024-03-29T12:00Z in hours

  private static final String[] EVENTS = {"A", "B", "C", "D", "X", "Z"};

  private static final String[] PRODUCTS = {"", "crm", "erp"};
  private static final String[] REGIONS = {"", "north", "south"};

  private final Random random;

  RandomFunnels(long seed) {
    random = new Random(seed);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <E> E any(E[] values) {
    return values[random.nextInt(values.length)];
  }

  /** A definition of which few or many switches are not as they are by default. */
  FunnelDefinition definition() {
    FunnelDefinition.Builder builder = FunnelDefinition.builder();
    int calm = oneIn(2) ? 1 : 4; // one switch in so many is set, at the least
    StepOrder order = oneIn(calm) ? any(StepOrder.values()) : StepOrder.ORDERED;
    boolean ordered = order != StepOrder.ANY_ORDER && order != StepOrder.ANY_AFTER_ANCHOR;
    int size = 1 + random.nextInt(4);
    boolean plain = calm > 1 || oneIn(3);
    boolean optional = ordered && oneIn(2 * calm);
    boolean gaps = ordered && oneIn(2 * calm);
    for (int k = 0; k < size; k++) {
      Step step = plain ? Step.named("s" + k, EVENTS[k]) : step("s" + k);
      if (k > 0 && optional && oneIn(2)) {
        step = step.optional();
      }
      if (k > 0 && gaps && oneIn(2)) {
        step = step.within(any(ReferenceWindows.all()));
      }
      builder.addSteps(step);
    }
    builder.order(order);
    if (!oneIn(3)) {
      builder.window(any(ReferenceWindows.all()));
    }
    for (int x = oneIn(calm) ? random.nextInt(3) : 0; x > 0 && size > 1; x--) {
      builder.addExclusions(exclusion(ordered ? size : 1));
    }
    if (oneIn(6 * calm)) {
      builder.addHeld("product");
    }
    switches(builder, ordered, calm);
    breakdown(builder, size);
    return builder.build();
  }

  private void switches(FunnelDefinition.Builder builder, boolean ordered, int calm) {
    if (ordered && oneIn(calm)) {
      builder.repeats(any(Repeats.values()));
    }
    if (oneIn(calm)) {
      builder.rowUse(any(RowUse.values()));
    }
    if (oneIn(calm)) {
      builder.ties(any(Ties.values()));
    }
    if (oneIn(calm)) {
      builder.instantOrder(any(InstantOrder.values()));
    }
    if (oneIn(calm)) {
      builder.counting(any(Counting.values()));
    }
    Entry entry = oneIn(calm) ? any(Entry.values()) : Entry.BEST;
    builder.entry(entry);
    if (entry == Entry.PER_SESSION) {
      builder.sessionGap(Duration.ofHours(8L * random.nextInt(3)));
    }
  }

  private Step step(String name) {
    List<String> events = new ArrayList<>();
    for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      events.add(EVENTS[random.nextInt(4)]);
    }
    Step step = Step.named(name, events.toArray(new String[0]));
    return oneIn(8) ? step.where("region", "north") : step;
  }

  private Exclusion exclusion(int size) {
    Exclusion exclusion =
        Exclusion.of(oneIn(3) ? EVENTS[random.nextInt(4)] : "X")
            .with(any(ExclusionEffect.values()));
    if (size == 1 || oneIn(2)) {
      return exclusion;
    }
    int from = random.nextInt(size - 1);
    int to = from + 1 + random.nextInt(size - 1 - from);
    return exclusion.between("s" + from, "s" + to);
  }

  private void breakdown(FunnelDefinition.Builder builder, int size) {
    if (oneIn(2)) {
      Attribution attribution = any(Attribution.values());
      Breakdown breakdown = oneIn(3) ? Breakdown.by(DIMENSIONS) : Breakdown.by("region");
      builder.breakdown(
          attribution == Attribution.STEP
              ? breakdown.atStep("s" + random.nextInt(size))
              : breakdown.at(attribution));
    }
  }

  /** A row before it is in a table. */
  record Given(
      long subject,
      String event,
      long time,
      long sequence,
      long value,
      String product,
      String region) {
    Given numbered(long number) {
      return new Given(subject, event, time, number, value, product, region);
    }
  }

  /** Rows of some subjects, up to so many each. */
  List<Given> rows(int subjects, int most) {
    List<Given> rows = new ArrayList<>();
    boolean sequenced = oneIn(3);
    int times = 1 + random.nextInt(6);
    int events = 3 + random.nextInt(4);
    for (int subject = 0; subject < subjects; subject++) {
      for (int i = random.nextInt(most + 1); i > 0; i--) {
        rows.add(
            new Given(
                subject,
                EVENTS[random.nextInt(Math.min(events, EVENTS.length))],
                START + 8L * random.nextInt(times),
                sequenced ? random.nextInt(2) : 0,
                random.nextInt(100),
                any(PRODUCTS),
                any(REGIONS)));
      }
    }
    return rows;
  }

  long asOf() {
    return START + 8L * random.nextInt(8);
  }

  static EventTable table(List<Given> rows) {
    EventTable.Builder builder = EventTable.builder(DIMENSIONS).timesIn(TimeUnit.HOURS);
    for (Given row : rows) {
      builder.row(row.subject, row.event, row.time).value(row.value);
      if (row.sequence != 0) {
        builder.sequence(row.sequence);
      }
      if (!row.product.isEmpty()) {
        builder.with("product", row.product);
      }
      if (!row.region.isEmpty()) {
        builder.with("region", row.region);
      }
    }
    return builder.build();
  }
}
