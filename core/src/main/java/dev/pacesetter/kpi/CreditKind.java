package dev.pacesetter.kpi;

import dev.pacesetter.journal.Opportunity;

/** Which event counts and who is credited for it: the sums of the catalogue. */
enum CreditKind {
  WON,
  WON_BY_OWNER,
  WON_BY_CREATOR,
  WON_COUNT,
  WON_COUNT_BY_OWNER,
  WON_COUNT_BY_CREATOR,
  SIGNED,
  INVOICED,
  COLLECTED,
  COLLECTED_BY_CREATOR,
  ORDERS,
  ORDER_LINES,
  ACTIVITIES;

  Credits of(SalesFacts facts) {
    return switch (this) {
      case WON -> CreditSource.won(facts, CreditRule.SHARES);
      case WON_BY_OWNER -> CreditSource.won(facts, CreditRule.OWNER);
      case WON_BY_CREATOR -> CreditSource.won(facts, CreditRule.CREATOR);
      case WON_COUNT -> CreditSource.won(facts, CreditRule.LARGEST_SHARE).counted();
      case WON_COUNT_BY_OWNER -> CreditSource.won(facts, CreditRule.OWNER).counted();
      case WON_COUNT_BY_CREATOR -> CreditSource.won(facts, CreditRule.CREATOR).counted();
      case SIGNED -> CreditSource.booked(facts, CreditRule.SHARES, Opportunity::contracts);
      case INVOICED -> CreditSource.booked(facts, CreditRule.SHARES, Opportunity::invoices);
      case COLLECTED -> CreditSource.booked(facts, CreditRule.SHARES, Opportunity::payments);
      case COLLECTED_BY_CREATOR ->
          CreditSource.booked(facts, CreditRule.CREATOR, Opportunity::payments);
      case ORDERS -> CreditSource.orders(facts);
      case ORDER_LINES -> CreditSource.orders(facts).counted();
      case ACTIVITIES -> CreditSource.activities(facts);
    };
  }
}
