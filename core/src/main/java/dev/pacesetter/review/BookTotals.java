package dev.pacesetter.review;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.journal.Book;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.Outcome;
import dev.pacesetter.organization.SalesProcess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many deals the book holds at the as-of instant, whenever they were created or closed.
 *
 * @param won the number of deals won
 * @param lost the number of deals lost
 * @param openByStage the open deals by stage: the stages of the process in their order, then others
 *     by name; a stage named "" holds deals without a recorded stage
 * @param wonValue the sum of the amounts of the deals won, in minor units of the review's currency
 */
public record BookTotals(
    long won, long lost, ImmutableList<StageCount> openByStage, long wonValue) {

  /**
   * A stage and how many open deals are in it.
   *
   * @param stage the name of the stage; empty for deals without a recorded stage
   * @param count the number of deals
   */
  public record StageCount(String stage, long count) {}

  static BookTotals of(Book book, Optional<SalesProcess> process) {
    Map<String, Long> open = new LinkedHashMap<>();
    process.ifPresent(known -> known.stages().forEach(stage -> open.put(stage, 0L)));
    Map<String, Long> others = new TreeMap<>();
    long won = 0;
    long lost = 0;
    long value = 0;
    for (Opportunity deal : book.opportunities()) {
      if (deal.outcome() == Outcome.WON) {
        won++;
        value =
            Math.addExact(value, deal.amount().map(money -> money.getAmountMinorLong()).orElse(0L));
      } else if (deal.outcome() == Outcome.LOST) {
        lost++;
      } else {
        String stage = deal.stage().orElse("");
        (open.containsKey(stage) ? open : others).merge(stage, 1L, Long::sum);
      }
    }
    ImmutableList.Builder<StageCount> stages = ImmutableList.builder();
    open.forEach((stage, count) -> stages.add(new StageCount(stage, count)));
    others.forEach((stage, count) -> stages.add(new StageCount(stage, count)));
    return new BookTotals(won, lost, stages.build(), value);
  }

  /**
   * Returns the number of open deals.
   *
   * @return the sum over the stages
   */
  public long open() {
    return openByStage.stream().mapToLong(StageCount::count).sum();
  }

  /**
   * Returns the number of deals.
   *
   * @return won, lost and open together
   */
  public long all() {
    return won + lost + open();
  }
}
