package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and periods a title names, in English or Chinese.
 *
 * <p>Numbers: {@code 1,200,000}, {@code 1.2M}, {@code 1.2 million}, {@code 40k}, {@code 120万},
 * {@code 1.2亿}, full-width digits too. Periods: {@code Q3}, {@code FY2026}, {@code FY26-Q3}, {@code
 * 2026年}, {@code 第三季度}, {@code 三季度}, {@code 3季度}. Ordinals, durations, numbers within a name
 * ({@code GTX-4000}) and Chinese numerals without 万 or 亿 are no claims. A number with one group of
 * three digits after a point, {@code 1.200}, could mean two things and is none either.
 *
 * @param amounts the numbers
 * @param shares the percentages, 0.2 for 20 %
 * @param quarters the quarters of the year, 1 to 4
 * @param fiscalYears the years named as fiscal years
 * @param years the years that may be fiscal or of the calendar
 */
record TitleClaims(
    ImmutableList<Amount> amounts,
    ImmutableList<BigDecimal> shares,
    ImmutableList<Integer> quarters,
    ImmutableList<Integer> fiscalYears,
    ImmutableList<Integer> years) {

  /**
   * A number.
   *
   * @param value what it says
   * @param step what its last digit stands for: 100,000 in {@code 1.2M}
   * @param isRounded whether it is written short, so that it stands for the numbers around it
   * @param isPlain whether it is a bare number that might count anything
   */
  record Amount(BigDecimal value, BigDecimal step, boolean isRounded, boolean isPlain) {}

  private static final ImmutableMap<String, Long> MAGNITUDES =
      ImmutableMap.<String, Long>builder()
          .put("k", 1_000L)
          .put("thousand", 1_000L)
          .put("千", 1_000L)
          .put("万", 10_000L)
          .put("m", 1_000_000L)
          .put("mn", 1_000_000L)
          .put("mio", 1_000_000L)
          .put("million", 1_000_000L)
          .put("百万", 1_000_000L)
          .put("千万", 10_000_000L)
          .put("亿", 100_000_000L)
          .put("b", 1_000_000_000L)
          .put("bn", 1_000_000_000L)
          .put("billion", 1_000_000_000L)
          .buildOrThrow();
  private static final Pattern FISCAL =
      Pattern.compile("(?i)\\bFY ?(\\d{4}|\\d{2})(?:[-/ ]?Q([1-4])|-\\d{2})?(?!\\d)");
  private static final Pattern QUARTER = Pattern.compile("(?i)(?<![A-Z0-9])Q([1-4])(?![A-Z0-9])");
  private static final Pattern CHINESE_QUARTER = Pattern.compile("第?([1-4一二三四])季度?");
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![A-Za-z0-9.,-])((?:19|20|21)\\d{2})(?:年度?|(?![0-9.,]*\\d|[A-Za-z%万亿千]))");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![A-Z0-9.,_-])"
              + "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}|\\d+(?:\\.\\d+)?)"
              + "(?: ?(thousand|million|billion|百万|千万|千|万|亿)|(mio|mn|bn|k|m|b)(?![A-Z]))?"
              + "(?![A-Z0-9_]|[.,]\\d)"
              + "(?! ?(?:%|percent|days?\\b|weeks?\\b|months?\\b|quarters?\\b|years?\\b"
              + "|年|月|日|天|周|季|个月|个季|个百分点|倍))");
  private static final Pattern SHARE =
      Pattern.compile(
          "(?i)(?<![A-Z0-9.,_-])(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent\\b|个百分点)"
              + "|百分之(\\d{1,3}(?:\\.\\d+)?|[〇零一二两三四五六七八九十百]+)");
  private static final Pattern CHINESE_NUMBER =
      Pattern.compile("[一二两三四五六七八九十][〇零一二两三四五六七八九十百千]*[万亿][〇零一二两三四五六七八九十百千万]*");

  /** A code, a space, and the letter on the other side that would make it another word. */
  private static final int LONGEST_CURRENCY = 5;

  private static final Pattern CURRENCY_BEFORE =
      Pattern.compile("(?:\\p{Sc}|人民币|(?<![A-Za-z])([A-Z]{3})) ?$");
  private static final Pattern CURRENCY_AFTER =
      Pattern.compile("^ ?(?:\\p{Sc}|欧元|美元|元|([A-Z]{3})(?![A-Za-z]))");

  /** Reads a title. */
  static TitleClaims of(String title) {
    StringBuilder rest = new StringBuilder(Normalizer.normalize(title, Normalizer.Form.NFKC));
    ImmutableList.Builder<Integer> quarters = ImmutableList.builder();
    ImmutableList.Builder<Integer> fiscalYears = ImmutableList.builder();
    ImmutableList.Builder<Integer> years = ImmutableList.builder();
    for (Matcher found = FISCAL.matcher(rest); found.find(); ) {
      int year = Integer.parseInt(found.group(1));
      fiscalYears.add(year < 100 ? 2000 + year : year);
      if (found.group(2) != null) {
        quarters.add(Integer.parseInt(found.group(2)));
      }
      blank(rest, found);
    }
    for (Matcher found = QUARTER.matcher(rest); found.find(); ) {
      quarters.add(Integer.parseInt(found.group(1)));
      blank(rest, found);
    }
    for (Matcher found = CHINESE_QUARTER.matcher(rest); found.find(); ) {
      quarters.add("1234一二三四".indexOf(found.group(1)) % 4 + 1);
      blank(rest, found);
    }
    ImmutableList.Builder<BigDecimal> shares = ImmutableList.builder();
    for (Matcher found = SHARE.matcher(rest); found.find(); ) {
      String digits = found.group(1) == null ? found.group(2) : found.group(1);
      shares.add(ChineseNumeral.orDecimal(digits).movePointLeft(2));
      blank(rest, found);
    }
    for (Matcher found = YEAR.matcher(rest); found.find(); ) {
      if (!isMoney(rest, found)) {
        years.add(Integer.parseInt(found.group(1)));
        blank(rest, found);
      }
    }
    return new TitleClaims(
        amounts(rest.toString()),
        shares.build(),
        quarters.build(),
        fiscalYears.build(),
        years.build());
  }

  private static ImmutableList<Amount> amounts(String text) {
    ImmutableList.Builder<Amount> amounts = ImmutableList.builder();
    for (Matcher found = NUMBER.matcher(text); found.find(); ) {
      String digits = found.group(1);
      @Nullable String word = found.group(2) == null ? found.group(3) : found.group(2);
      if (word == null && digits.matches("\\d{1,3}\\.\\d{3}")) {
        continue;
      }
      boolean pointed = digits.matches("\\d{1,3}(\\.\\d{3}){2,}");
      BigDecimal stated = new BigDecimal(digits.replace(pointed ? "." : ",", ""));
      BigDecimal unit =
          BigDecimal.valueOf(
              word == null
                  ? 1
                  : Objects.requireNonNull(MAGNITUDES.get(word.toLowerCase(Locale.ROOT))));
      boolean money = isMoney(text, found);
      boolean grouped = digits.indexOf(',') >= 0 || pointed;
      amounts.add(
          new Amount(
              stated.multiply(unit),
              BigDecimal.ONE.movePointLeft(stated.scale()).multiply(unit),
              word != null,
              word == null && !money && !grouped && stated.precision() < 4));
    }
    for (Matcher found = CHINESE_NUMBER.matcher(text); found.find(); ) {
      BigDecimal value = ChineseNumeral.orDecimal(found.group());
      amounts.add(new Amount(value, BigDecimal.ONE, false, false));
    }
    return amounts.build();
  }

  /** Whether a currency stands right before or after; no more of a long title is looked at. */
  private static boolean isMoney(CharSequence text, Matcher found) {
    int from = Math.max(0, found.start() - LONGEST_CURRENCY);
    int to = Math.min(text.length(), found.end() + LONGEST_CURRENCY);
    return isCurrency(CURRENCY_BEFORE.matcher(text.subSequence(from, found.start())))
        || isCurrency(CURRENCY_AFTER.matcher(text.subSequence(found.end(), to)));
  }

  private static boolean isCurrency(Matcher matcher) {
    return matcher.find()
        && (matcher.group(1) == null
            || CurrencyUnit.registeredCurrencies().stream()
                .anyMatch(currency -> currency.getCode().equals(matcher.group(1))));
  }

  private static void blank(StringBuilder text, Matcher found) {
    for (int i = found.start(); i < found.end(); i++) {
      text.setCharAt(i, ' ');
    }
  }
}
