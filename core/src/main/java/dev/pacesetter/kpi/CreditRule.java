package dev.pacesetter.kpi;

import com.google.common.collect.ImmutableSortedMap;
import dev.pacesetter.journal.Opportunity;
import dev.pacesetter.journal.SalesEvent.CreditShared;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Who is credited for what a deal brings. */
enum CreditRule {
  /** Those who share its credit then, or who owns it then. */
  SHARES,

  /** Who has the largest share then, or who owns it then: what is counted stays whole. */
  LARGEST_SHARE,

  /** Who owns it then. */
  OWNER,

  /** Who brought it. */
  CREATOR;

  /** Everybody credited for an event of a deal, and how much of it: at least one entry. */
  Shares of(Opportunity deal, Instant at, long worth) {
    if (this == SHARES || this == LARGEST_SHARE) {
      ImmutableSortedMap<String, Integer> shares = deal.sharesAt(at);
      if (!shares.isEmpty()) {
        return this == SHARES ? Shares.split(shares, worth) : Shares.largest(deal, at, worth);
      }
    }
    return Shares.all(this == CREATOR ? deal.creator() : deal.ownerAt(at), worth);
  }

  /** What each of some people has of an amount; the parts are exactly the amount. */
  record Shares(ImmutableSortedMap<String, Long> parts, long unassigned) {
    private static Shares all(Optional<String> person, long worth) {
      return person
          .map(id -> new Shares(ImmutableSortedMap.of(id, worth), 0))
          .orElseGet(() -> new Shares(ImmutableSortedMap.of(), worth));
    }

    /** Ties are the owner's, then the first one's in the order of ids. */
    private static Shares largest(Opportunity deal, Instant at, long worth) {
      ImmutableSortedMap<String, Integer> shares = deal.sharesAt(at);
      int most = shares.values().stream().max(Comparator.naturalOrder()).orElseThrow();
      String first =
          deal.ownerAt(at)
              .filter(owner -> shares.getOrDefault(owner, 0) == most)
              .orElseGet(
                  () ->
                      shares.entrySet().stream()
                          .filter(share -> share.getValue() == most)
                          .map(Map.Entry::getKey)
                          .findFirst()
                          .orElseThrow());
      return all(Optional.of(first), worth);
    }

    /**
     * Splits by largest remainder: everybody has the whole units of their share, and single units
     * that are left go to the largest remainders, ties in the order of ids.
     */
    private static Shares split(ImmutableSortedMap<String, Integer> shares, long worth) {
      String[] people = shares.keySet().toArray(String[]::new);
      long[] parts = new long[people.length];
      long[] remainders = new long[people.length];
      long left = worth;
      for (int i = 0; i < people.length; i++) {
        long points = shares.getOrDefault(people[i], 0);
        // in two steps, for the product of an amount and a share need not fit a long
        long units = worth / CreditShared.WHOLE;
        long rest = worth % CreditShared.WHOLE * points;
        parts[i] = units * points + rest / CreditShared.WHOLE;
        remainders[i] = rest % CreditShared.WHOLE;
        left -= parts[i];
      }
      Integer[] order = new Integer[people.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingLong(i -> -remainders[i]));
      for (int i = 0; i < left; i++) {
        parts[order[i]]++;
      }
      ImmutableSortedMap.Builder<String, Long> split = ImmutableSortedMap.naturalOrder();
      for (int i = 0; i < people.length; i++) {
        split.put(people[i], parts[i]);
      }
      return new Shares(split.buildOrThrow(), 0);
    }
  }
}
