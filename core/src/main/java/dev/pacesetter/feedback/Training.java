package dev.pacesetter.feedback;

import dev.pacesetter.text.Phrases;
import java.util.Locale;

/** What can be trained. */
public enum Training {
  /** Finding new customers. */
  PROSPECTING("prospecting"),
  /** The first minutes of a conversation. */
  TALK_TRACK("talk-track"),
  /** Finding need, budget and decision maker. */
  DISCOVERY("discovery"),
  /** Telling early which deals can be won. */
  QUALIFICATION("qualification"),
  /** Knowing the product. */
  PRODUCT_KNOWLEDGE("product-knowledge"),
  /** Showing the product. */
  DEMO("demo"),
  /** Writing offers that answer the customer's question. */
  PROPOSAL_WRITING("proposal-writing"),
  /** Saying what the product is worth to the customer. */
  VALUE_CASE("value-case"),
  /** Answering doubts. */
  OBJECTION_HANDLING("objection-handling"),
  /** Agreeing on terms. */
  NEGOTIATION("negotiation"),
  /** Asking for the decision. */
  CLOSING("closing"),
  /** Speaking with more than one person at the customer. */
  MULTI_CONTACT_SELLING("multi-contact-selling"),
  /** Spending time where it counts. */
  TIME_AND_TERRITORY("time-and-territory"),
  /** Saying what will close, and when. */
  FORECASTING("forecasting"),
  /** Looking after existing customers. */
  ACCOUNT_CARE("account-care"),
  /** Helping others to improve. */
  COACHING("coaching");

  private final String id;

  Training(String id) {
    this.id = id;
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns what people call it.
   *
   * @param locale Chinese, or English for every other language
   * @return the name
   */
  public String name(Locale locale) {
    return Phrases.named(Note.PHRASES, locale).say("training." + id);
  }
}
