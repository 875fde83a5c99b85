package dev.pacesetter.examples.simulator;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code opportunities.csv}: the opportunity as it stands at the export.
 *
 * @param id {@code opportunity_id}; ids ascend with the time of creation
 * @param name {@code name}
 * @param owner {@code owner}: id of the person who owns it at the export
 * @param customer {@code customer}: id of the customer
 * @param product {@code product}: id of the product
 * @param source {@code source}: the channel it came from
 * @param createdAt {@code created_at}
 * @param expectedClose {@code expected_close}: the owner's last expectation
 * @param amount {@code amount}: in minor units; of a won opportunity, the net value of its last
 *     quote
 * @param stage {@code stage}
 * @param closedAt {@code closed_at}: when it was won or lost for the last time, or null if open
 * @param lostReason {@code lost_reason}, or null unless lost
 */
public record Opportunity(
    String id,
    String name,
    String owner,
    String customer,
    String product,
    String source,
    Instant createdAt,
    LocalDate expectedClose,
    long amount,
    Stage stage,
    @Nullable Instant closedAt,
    @Nullable String lostReason) {

  /**
   * Returns the {@code status} of the export.
   *
   * @return {@code Open}, {@code Won} or {@code Lost}
   */
  public String status() {
    return stage.isOpen() ? "Open" : stage.label();
  }
}
