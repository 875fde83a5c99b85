package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.TitleClaims.Amount;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Settings;
import dev.pacesetter.rule.Verdict;
import dev.pacesetter.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * S5: the title does not contradict the goal.
 *
 * <p>Every wording of the title is looked at, and the worst counts. If it names numbers, one of
 * them must be the target; a number written short, {@code 1.2M}, stands for every target it is the
 * rounding of, up to 5 %. Quarters and years it names must be those of the period, products those
 * of the scope. A small bare number might count anything, so it only raises a warning, and only for
 * goals on counts.
 */
final class AgreeingTitle extends SmartRule {
  private static final BigDecimal SLACK = new BigDecimal("0.05");

  AgreeingTitle() {
    super(
        "smart.S5",
        List.of("agrees", "silent", "otherNumber", "otherQuarter", "otherYear", "otherProduct"));
  }

  @Override
  public Finding evaluate(SmartFacts facts, Settings settings) {
    return facts.goal().title().wordings().stream()
        .map(wording -> judge(facts, wording))
        .max(Comparator.comparing(Finding::verdict).thenComparing(AgreeingTitle::saysSomething))
        .orElseThrow();
  }

  private static boolean saysSomething(Finding finding) {
    return !finding.reason().equals("silent");
  }

  private Finding judge(SmartFacts facts, String title) {
    List<String> products = new ArrayList<>();
    TitleClaims claims =
        TitleClaims.of(withoutProducts(withoutPeople(title, facts), facts, products));
    int made =
        claims.amounts().size()
            + claims.quarters().size()
            + claims.fiscalYears().size()
            + claims.years().size()
            + products.size();
    if (made == 0) {
      return pass(facts, "silent", target(facts));
    }
    Optional<String> otherProduct = otherProduct(facts, products);
    if (otherProduct.isPresent()) {
      return contradiction(facts, title, Verdict.FAIL, "otherProduct", otherProduct.get(), made);
    }
    Optional<Integer> otherQuarter =
        claims.quarters().stream().filter(quarter -> !isIn(quarter, facts)).findFirst();
    if (otherQuarter.isPresent()) {
      return contradiction(
          facts, title, Verdict.FAIL, "otherQuarter", "Q" + otherQuarter.get(), made);
    }
    Optional<Integer> otherYear = otherYear(facts, claims);
    if (otherYear.isPresent()) {
      return contradiction(
          facts, title, Verdict.FAIL, "otherYear", otherYear.get().toString(), made);
    }
    return numbers(facts, title, claims.amounts(), made);
  }

  private Finding numbers(SmartFacts facts, String title, ImmutableList<Amount> all, int made) {
    Target target = facts.goal().target();
    boolean money = target.unit() == Unit.MONEY;
    List<Amount> amounts = all.stream().filter(amount -> !(money && amount.isPlain())).toList();
    BigDecimal wanted =
        target
            .currency()
            .map(currency -> BigDecimal.valueOf(target.amount(), currency.getDecimalPlaces()))
            .orElseGet(() -> BigDecimal.valueOf(target.amount()));
    if (amounts.isEmpty() || amounts.stream().anyMatch(amount -> means(amount, wanted))) {
      return pass(facts, "agrees", target(facts), count("claims", made));
    }
    boolean plain = amounts.stream().allMatch(Amount::isPlain);
    return contradiction(
        facts,
        title,
        plain ? Verdict.WARN : Verdict.FAIL,
        "otherNumber",
        text(amounts.get(0).value()),
        made);
  }

  private static String text(BigDecimal value) {
    return Numbers.decimal(value.doubleValue(), Math.max(0, value.stripTrailingZeros().scale()));
  }

  private static boolean means(Amount amount, BigDecimal wanted) {
    BigDecimal difference = amount.value().subtract(wanted).abs();
    if (!amount.isRounded()) {
      return difference.signum() == 0;
    }
    BigDecimal half = amount.step().divide(BigDecimal.valueOf(2));
    return difference.compareTo(half.min(wanted.multiply(SLACK))) <= 0;
  }

  private Finding contradiction(
      SmartFacts facts, String title, Verdict verdict, String reason, String claim, int made) {
    return finding(facts, verdict, reason)
        .putWord("title", title)
        .putWord("claim", claim)
        .putWord("period", facts.goal().period().name())
        .putWord("scope", facts.facts().organization().nameOf(facts.goal().scope()))
        .addEvidence(target(facts))
        .addEvidence(count("claims", made))
        .build();
  }

  /** Takes out whom the goal is for, since that name may hold numbers too. */
  private static String withoutPeople(String title, SmartFacts facts) {
    Scope scope = facts.goal().scope();
    Scope whose =
        scope
            .person()
            .map(Scope::person)
            .or(() -> scope.team().map(Scope::team))
            .orElse(Scope.company());
    String name = facts.facts().organization().nameOf(whose);
    int at = name.isEmpty() ? -1 : indexOfWord(title, name);
    return at < 0 ? title : blanked(title, at, name);
  }

  private static String blanked(String text, int at, String word) {
    return text.substring(0, at) + " ".repeat(word.length()) + text.substring(at + word.length());
  }

  /** Takes product names out of the title, longest first, since they may hold numbers. */
  private static String withoutProducts(String title, SmartFacts facts, List<String> found) {
    String rest = title;
    List<Product> longestFirst =
        facts.facts().organization().products().stream()
            .sorted(
                Comparator.comparing((Product product) -> product.name().length())
                    .reversed()
                    .thenComparing(Product::id))
            .toList();
    for (Product product : longestFirst) {
      String name = product.name();
      int at = indexOfWord(rest, name);
      if (at >= 0) {
        found.add(product.id());
        rest = blanked(rest, at, name);
      }
    }
    return rest;
  }

  private static int indexOfWord(String text, String word) {
    for (int at = 0; at + word.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())
          && !joins(text, at)
          && !joins(text, at + word.length())) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a place is inside a word of Latin letters or digits; Chinese needs no gaps. */
  private static boolean joins(String text, int at) {
    return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private static boolean isLatin(char letter) {
    return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
  }

  private static Optional<String> otherProduct(SmartFacts facts, List<String> named) {
    Optional<String> meant = facts.goal().scope().product();
    return meant.map(named::contains).orElse(named.isEmpty())
        ? Optional.empty()
        : named.stream()
            .findFirst()
            .flatMap(facts.facts().organization()::product)
            .map(Product::name);
  }

  private static boolean isIn(int quarter, SmartFacts facts) {
    Period period = facts.goal().period();
    return period.kind().compareTo(PeriodKind.QUARTER) >= 0
        && facts
            .facts()
            .calendar()
            .periodOf(PeriodKind.QUARTER, period.start())
            .name()
            .endsWith("-Q" + quarter);
  }

  private static Optional<Integer> otherYear(SmartFacts facts, TitleClaims claims) {
    Period period = facts.goal().period();
    FiscalCalendar calendar = facts.facts().calendar();
    String fiscal = calendar.periodOf(PeriodKind.YEAR, period.start()).name();
    Optional<Integer> otherFiscal =
        claims.fiscalYears().stream().filter(year -> !fiscal.equals("FY" + year)).findFirst();
    return otherFiscal.isPresent()
        ? otherFiscal
        : claims.years().stream()
            .filter(year -> !fiscal.equals("FY" + year))
            .filter(year -> year < period.start().getYear() || year > period.lastDay().getYear())
            .findFirst();
  }
}
