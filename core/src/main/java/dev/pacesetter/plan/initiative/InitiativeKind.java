package dev.pacesetter.plan.initiative;

import dev.pacesetter.text.Phrases;
import java.util.Locale;

/** Of which kind an initiative is. */
public enum InitiativeKind {
  /** Customers of a kind are approached in a way of their own. */
  SEGMENTATION,
  /** Those who are customers already are looked after, so that they stay and buy more. */
  CUSTOMER_CARE,
  /** For some time it is more attractive to buy. */
  PROMOTION,
  /** Products are sold through another way to customers. */
  CHANNEL_EXPANSION,
  /** A product gets more attention than others. */
  PRODUCT_PUSH;

  /**
   * Returns what people call it.
   *
   * @param locale Chinese, or English for every other language
   * @return the name
   */
  public String name(Locale locale) {
    return Phrases.named(Initiative.PHRASES, locale).say("kind." + name());
  }
}
