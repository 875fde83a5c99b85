package dev.pacesetter.persistence.repository;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Types of the JDK and of Joda-Money that are written as a text. */
final class Scalars {

  static final ImmutableList<StandIn<?, ?>> ALL =
      ImmutableList.of(
          StandIn.text(
              Instant.class,
              Instant::toString,
              Instant::parse,
              "an instant such as 2026-07-01T12:00:00Z"),
          StandIn.text(
              LocalDate.class, LocalDate::toString, LocalDate::parse, "a date such as 2026-07-01"),
          StandIn.text(
              LocalDateTime.class,
              LocalDateTime::toString,
              LocalDateTime::parse,
              "a date and time such as 2026-07-01T12:00"),
          StandIn.text(
              YearMonth.class, YearMonth::toString, YearMonth::parse, "a month such as 2026-07"),
          StandIn.text(
              Year.class,
              Year::toString,
              text -> Year.of(Integer.parseInt(text)),
              "a year such as 2026"),
          StandIn.text(
              Duration.class, Duration::toString, Duration::parse, "a duration such as PT8H"),
          StandIn.text(ZoneId.class, ZoneId::getId, ZoneId::of, "a zone such as Europe/Paris"),
          StandIn.text(
              Locale.class, Locale::toLanguageTag, Locale::forLanguageTag, "a language tag"),
          StandIn.text(Money.class, Money::toString, Money::parse, "money such as EUR 12.34"),
          StandIn.text(
              CurrencyUnit.class,
              CurrencyUnit::getCode,
              CurrencyUnit::of,
              "a currency such as EUR"),
          StandIn.text(
              Currency.class,
              Currency::getCurrencyCode,
              Currency::getInstance,
              "a currency such as EUR"),
          // as a text, because a number does not tell 1.50 from 1.5 and the two are not equal
          StandIn.text(
              BigDecimal.class, BigDecimal::toString, BigDecimal::new, "a decimal such as 1.50"));

  private Scalars() {}
}
