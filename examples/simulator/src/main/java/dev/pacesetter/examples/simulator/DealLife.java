package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays one deal from its first day to its end or to the export, whichever comes first.
 *
 * <p>In each stage it is decided whether the deal advances or is lost, and how long that takes; the
 * time follows a gamma distribution that differs between the two. What would happen after the
 * export is not recorded.
 */
final class DealLife {
  private static final int SHORTEST_STAY = 10;
  private static final double HALF_PERCENT = 200;

  private final Company company;
  private final WorkingTime time;
  private final Sequences sequences;
  private final Chance chance;
  private final Offering offering;
  private final Customer customer;
  private final int source;
  private final int createdAt;
  private final String id;

  private Seller owner;
  private int now;
  private int expected;
  private long quantity;
  private double discount;
  private long amount;
  private boolean negotiated;
  private Stage stage = Stage.LEAD;
  private @Nullable Instant closedAt;
  private @Nullable String lostReason;

  private final ImmutableList.Builder<StageEntry> stages = ImmutableList.builder();
  private final List<Change> changes = new ArrayList<>();
  private final List<Activity> activities = new ArrayList<>();
  private final ImmutableList.Builder<Quote> quotes = ImmutableList.builder();
  private final ImmutableList.Builder<Survey> surveys = ImmutableList.builder();

  DealLife(Company company, Sequences sequences, Seller owner, int createdAt, Chance chance) {
    this.company = company;
    this.sequences = sequences;
    this.owner = owner;
    this.createdAt = createdAt;
    this.chance = chance;
    time = company.time();
    now = createdAt;
    id = sequences.nextOpportunity();
    offering = Offering.CATALOGUE.get(chance.pick(company.mixOf(owner.team(), createdAt)));
    ImmutableList<Customer> customers = company.customersOf(owner);
    customer = customers.get(chance.below(customers.size()));
    source = chance.pick(Market.SOURCE_SHARES);
    quantity = drawQuantity();
    amount = roughly(offering.product().listPrice() * drawEstimate());
    expected = createdAt + minutes(expectedDays());
  }

  private long drawQuantity() {
    double median =
        offering.quantity()
            * Market.SEGMENT_QUANTITY[Market.SEGMENTS.indexOf(customer.segment())]
            * owner.habits().quantity();
    double drawn = median * StrictMath.exp(Market.QUANTITY_SPREAD * chance.gaussian());
    return Math.max(1, Math.round(drawn));
  }

  private long drawEstimate() {
    return Math.max(1, Math.round(quantity * chance.between(0.75, 1.35)));
  }

  /** Rounds as people do before there is a quote: to 100 of the currency, or 10 if it is small. */
  private static long roughly(long minor) {
    long step = minor < 200_000 ? 1_000 : 10_000;
    return Math.max(step, (minor + step / 2) / step * step);
  }

  private double expectedDays() {
    double days = 0;
    for (double stageDays : Market.DAYS_TO_ADVANCE) {
      days += stageDays;
    }
    return days
        * offering.pace()
        * owner.habits().dating()
        * 1.2
        * StrictMath.exp(0.25 * chance.gaussian());
  }

  Deal play() {
    enter(Stage.LEAD);
    while (stage.isOpen() && passStage()) {
      if (stage == Stage.LOST && chance.happens(Market.REOPENS)) {
        reopen();
      }
    }
    if (stage == Stage.WON) {
      survey("csat", chance.between(2, 10), Market.CSAT, 1);
      survey("nps", chance.between(15, 40), Market.NPS, 0);
    }
    return deal();
  }

  /** Returns false if the stage is not left before the export. */
  private boolean passStage() {
    boolean advances = chance.happens(chanceToAdvance(stage));
    boolean retraces = stage.compareTo(Stage.PROPOSAL) >= 0 && chance.happens(Market.FALLS_BACK);
    if (retraces && !stepBack()) {
      return false;
    }
    if (!stay(advances ? Market.DAYS_TO_ADVANCE : Market.DAYS_TO_LOSE)) {
      return false;
    }
    Stage left = stage;
    Stage next = advances ? stage.next() : Stage.LOST;
    if (next.isOpen() && chance.happens(Market.SKIPPED[next.position()])) {
      left = next;
      next = chance.happens(chanceToAdvance(next)) ? next.next() : Stage.LOST;
    }
    enter(next);
    if (!next.isOpen()) {
      closedAt = time.instantAt(now);
      lostReason = next == Stage.LOST ? Market.lostReason(left, chance) : null;
    } else if (chance.happens(Market.HANDED_OVER)) {
      handOver(now);
    }
    return true;
  }

  private double chanceToAdvance(Stage at) {
    double odds = owner.habits().skillAt(at);
    if (at == Stage.LEAD) {
      odds *= Market.SOURCE_ODDS[source];
    } else if (at.compareTo(Stage.PROPOSAL) >= 0) {
      odds *= offering.winOdds();
      odds *= company.hasDeclined(offering, now) ? Market.DECLINE_ODDS : 1;
    }
    return Market.withOdds(Market.ADVANCE[at.position()], odds);
  }

  /** Goes to the stage before and returns; false if that is not over before the export. */
  private boolean stepBack() {
    Stage current = stage;
    if (!stay(Market.DAYS_TO_ADVANCE)) {
      return false;
    }
    enter(current.previous());
    if (!stay(Market.DAYS_TO_ADVANCE)) {
      return false;
    }
    enter(current);
    return true;
  }

  /** Reopens a lost deal, unless that would be after the export. */
  private void reopen() {
    int at = now + minutes(chance.between(15, 60));
    if (at < time.end()) {
      now = at;
      if (now >= owner.leavesAt()) {
        handOver(now);
      }
      expected = Math.max(expected, now + minutes(chance.between(10, 25)));
      closedAt = null;
      lostReason = null;
      enter(chance.happens(0.5) ? Stage.MEETING : Stage.PROPOSAL);
    }
  }

  private void enter(Stage entered) {
    stage = entered;
    stages.add(new StageEntry(entered, time.instantAt(now)));
  }

  /** Spends time in the stage; returns false if the export comes first. */
  private boolean stay(double[] meanDays) {
    double days = chance.gamma(Market.DAYS_SHAPE, meanDays[stage.position()] * offering.pace());
    int until = now + Math.max(SHORTEST_STAY, minutes(days));
    act(until);
    if (owner.leavesAt() >= now && owner.leavesAt() < until) {
      handOver(owner.leavesAt());
    }
    if (stage == Stage.PROPOSAL) {
      propose(until);
    } else if (stage == Stage.NEGOTIATION && !negotiated) {
      negotiate(until);
    }
    pushExpectedClose(until);
    now = until;
    return until < time.end();
  }

  private void act(int until) {
    double mean = Market.ACTIVITIES[stage.position()] * owner.habits().activity();
    for (int left = chance.poisson(mean); left > 0; left--) {
      int at = within(until);
      String kind = Market.KINDS.get(chance.pick(Market.KIND_SHARES[stage.position()]));
      if (at < time.end() && at < owner.leavesAt()) {
        activities.add(new Activity("", owner.person().id(), kind, time.instantAt(at)));
      }
    }
  }

  private void propose(int until) {
    if (discount > 0 && chance.happens(0.6)) {
      return; // the earlier quote still stands
    }
    discount = clampedDiscount(owner.habits().discount());
    quote(Math.min(within(until), now + WorkingTime.MINUTES_PER_DAY));
  }

  private void negotiate(int until) {
    negotiated = true;
    boolean concedes = chance.happens(Market.CONCEDES);
    boolean resizes = chance.happens(Market.RESIZES);
    if (concedes) {
      discount = clampedDiscount(discount + owner.habits().concession() / Market.CONCEDES);
    }
    if (resizes) {
      quantity = Math.max(1, quantity + (chance.happens(0.5) ? 1 : -1));
    }
    if (concedes || resizes) {
      quote(within(until));
    }
  }

  /** Returns a discount near the mean, in steps of half a percent, at least one step. */
  private double clampedDiscount(double mean) {
    double drawn = mean + Market.DISCOUNT_SPREAD * chance.gaussian();
    double clamped = Math.max(1 / HALF_PERCENT, Math.min(Market.LARGEST_DISCOUNT, drawn));
    return Math.round(clamped * HALF_PERCENT) / HALF_PERCENT;
  }

  private void quote(int at) {
    long list = offering.product().listPrice() * quantity;
    long paid = Math.round((1 - discount) * HALF_PERCENT);
    long net = (list * paid + 100) / 200;
    if (at < time.end()) {
      quotes.add(new Quote(sequences.nextQuote(), time.instantAt(at), list, net));
      if (net != amount) {
        change(at, Change.Field.AMOUNT, major(amount), major(net));
        amount = net;
      }
    }
  }

  private String major(long minor) {
    return Amounts.plain(minor, company.settings().currency());
  }

  /** Moves the expected close, a day or some after it was missed, as long as the stage lasts. */
  private void pushExpectedClose(int until) {
    while (expected < until) {
      int at = Math.max(now, expected) + minutes(chance.between(0.1, 3));
      if (at >= Math.min(until, time.end())) {
        return;
      }
      int later = at + minutes(chance.between(8, 25));
      String before = time.dateAt(expected).toString();
      change(at, Change.Field.EXPECTED_CLOSE, before, time.dateAt(later).toString());
      expected = later;
    }
  }

  /** Gives the deal to a team mate; without one, it stays where it is. */
  private void handOver(int at) {
    List<Seller> mates = company.matesOf(owner, at);
    if (mates.isEmpty() || at >= time.end()) {
      return;
    }
    Seller mate = mates.get(chance.below(mates.size()));
    change(at, Change.Field.OWNER, owner.person().id(), mate.person().id());
    owner = mate;
  }

  private void change(int at, Change.Field field, String before, String after) {
    changes.add(new Change(time.instantAt(at), field, before, after));
  }

  private void survey(String kind, double daysLater, double[] scores, int lowest) {
    int at = now + minutes(daysLater);
    int score = lowest + chance.pick(scores);
    if (chance.happens(Market.SURVEY_RESPONSE) && at < time.end()) {
      surveys.add(new Survey(sequences.nextSurvey(), kind, score, time.instantAt(at)));
    }
  }

  private int within(int until) {
    return now + (int) (chance.uniform() * (until - now));
  }

  private static int minutes(double days) {
    return (int) (days * WorkingTime.MINUTES_PER_DAY);
  }

  private Deal deal() {
    changes.sort(Comparator.comparing(Change::changedAt));
    activities.sort(Comparator.comparing(Activity::at));
    return new Deal(
        new Opportunity(
            id,
            customer.name() + " - " + offering.product().name(),
            owner.person().id(),
            customer.id(),
            offering.product().id(),
            Market.SOURCES.get(source),
            time.instantAt(createdAt),
            time.dateAt(expected),
            amount,
            stage,
            closedAt,
            lostReason),
        stages.build(),
        ImmutableList.copyOf(changes),
        numbered(),
        quotes.build(),
        surveys.build());
  }

  private ImmutableList<Activity> numbered() {
    return activities.stream()
        .map(done -> new Activity(sequences.nextActivity(), done.person(), done.kind(), done.at()))
        .collect(ImmutableList.toImmutableList());
  }
}
