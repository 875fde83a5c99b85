package dev.pacesetter.examples.review.mapping;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** What a row of a file becomes. */
public enum RowKind {
  /** A team. */
  TEAM(ImmutableSet.of(Field.ID), ImmutableSet.of(Field.NAME, Field.PARENT)),
  /** A person. */
  PERSON(
      ImmutableSet.of(Field.ID),
      ImmutableSet.of(Field.NAME, Field.TEAM, Field.FIRST_DAY, Field.LAST_DAY)),
  /** A product. */
  PRODUCT(
      ImmutableSet.of(Field.ID),
      ImmutableSet.of(Field.NAME, Field.LINE, Field.LIST_PRICE, Field.CURRENCY)),
  /** A customer. */
  CUSTOMER(ImmutableSet.of(Field.ID), ImmutableSet.of(Field.NAME, Field.SEGMENT)),
  /** A deal as it stands at the export. */
  OPPORTUNITY(
      ImmutableSet.of(Field.ID),
      ImmutableSet.of(
          Field.OWNER,
          Field.CUSTOMER,
          Field.PRODUCT,
          Field.CHANNEL,
          Field.CREATED,
          Field.EXPECTED_CLOSE,
          Field.AMOUNT,
          Field.WON_AMOUNT,
          Field.CURRENCY,
          Field.STAGE,
          Field.STATUS,
          Field.CLOSED,
          Field.LOST_REASON)),
  /** The end of a deal that an earlier row brought; won where no status is given. */
  CLOSING(
      ImmutableSet.of(Field.OPPORTUNITY),
      ImmutableSet.of(
          Field.CLOSED,
          Field.STATUS,
          Field.OWNER,
          Field.AMOUNT,
          Field.CURRENCY,
          Field.LOST_REASON)),
  /** A deal entered a stage, or ended. */
  STAGE(ImmutableSet.of(Field.OPPORTUNITY, Field.STAGE, Field.AT), ImmutableSet.of()),
  /** A field of a deal changed. */
  CHANGE(
      ImmutableSet.of(Field.OPPORTUNITY, Field.AT, Field.FIELD, Field.NEW),
      ImmutableSet.of(Field.OLD, Field.CURRENCY)),
  /** Somebody did something for a deal. */
  ACTIVITY(
      ImmutableSet.of(Field.ID, Field.OPPORTUNITY, Field.PERSON, Field.KIND, Field.AT),
      ImmutableSet.of()),
  /** An offer was made. */
  QUOTE(
      ImmutableSet.of(Field.ID, Field.OPPORTUNITY, Field.AT, Field.LIST_VALUE, Field.NET_VALUE),
      ImmutableSet.of(Field.CURRENCY)),
  /** A customer answered a survey. */
  SURVEY(
      ImmutableSet.of(Field.ID, Field.OPPORTUNITY, Field.KIND, Field.SCORE, Field.AT),
      ImmutableSet.of()),
  /** A line of an order. */
  ORDER(
      ImmutableSet.of(
          Field.ORDER, Field.AT, Field.PERSON, Field.CUSTOMER, Field.PRODUCT, Field.AMOUNT),
      ImmutableSet.of(Field.QUANTITY, Field.CURRENCY)),
  /** What a person, a team or, with neither, the company is to sell in a period. */
  QUOTA(
      ImmutableSet.of(Field.PERIOD, Field.AMOUNT),
      ImmutableSet.of(Field.PERSON, Field.TEAM, Field.CURRENCY));

  private final ImmutableSet<Field> required;
  private final ImmutableSet<Field> fields;

  RowKind(ImmutableSet<Field> required, ImmutableSet<Field> optional) {
    this.required = required;
    this.fields = ImmutableSet.<Field>builder().addAll(required).addAll(optional).build();
  }

  /**
   * Returns the key in a mapping.
   *
   * @return the name in small letters
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what a row of this kind must tell.
   *
   * @return the fields a mapping must name
   */
  public ImmutableSet<Field> required() {
    return required;
  }

  /**
   * Returns what a row of this kind can tell.
   *
   * @return the fields a mapping may name, the required ones first
   */
  public ImmutableSet<Field> fields() {
    return fields;
  }

  /**
   * Returns whether rows of this kind describe the organization rather than what happened in it.
   *
   * @return whether it is a team, person, product or customer
   */
  public boolean isMasterData() {
    return compareTo(OPPORTUNITY) < 0;
  }

  /**
   * Returns whether rows of this kind are about a deal that an earlier row brought.
   *
   * @return whether the row names an opportunity
   */
  public boolean needsOpportunity() {
    return required.contains(Field.OPPORTUNITY);
  }
}
