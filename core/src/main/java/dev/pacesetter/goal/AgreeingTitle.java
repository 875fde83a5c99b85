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
import dev.pacesetter.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

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
  private static final double HALF_A_PERCENT = 0.005;

  AgreeingTitle() {
    super(
        "smart.S5",
        List.of(
            "agrees",
            "silent",
            "otherNumber",
            "otherGrowth",
            "otherQuarter",
            "otherYear",
            "otherProduct"));
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
            + claims.shares().size()
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
    Optional<Finding> otherShare = otherShare(facts, title, claims.shares(), made);
    return otherShare.isPresent()
        ? otherShare.get()
        : numbers(facts, title, claims.amounts(), made);
  }

  /**
   * A percentage is the target of a goal on a share; for another goal it may be the growth over its
   * baseline, and is not looked at where no baseline is written down.
   */
  private Optional<Finding> otherShare(
      SmartFacts facts, String title, ImmutableList<BigDecimal> shares, int made) {
    SalesGoal goal = facts.goal();
    Target target = goal.target();
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    if (target.unit() == Unit.RATIO) {
      boolean named =
          shares.stream()
              .map(BigDecimal::doubleValue)
              .anyMatch(
                  share ->
                      share == target.value() || share == target.highest().orElse(target.value()));
      return named
          ? Optional.empty()
          : Optional.of(share(facts, title, Verdict.FAIL, shares, made));
    }
    if (goal.baseline().isEmpty() || goal.baseline().get().value() == 0) {
      return Optional.empty();
    }
    double growth = target.value() / goal.baseline().get().value() - 1;
    boolean named =
        shares.stream()
            .anyMatch(share -> Math.abs(share.doubleValue() - Math.abs(growth)) <= HALF_A_PERCENT);
    return named ? Optional.empty() : Optional.of(share(facts, title, Verdict.WARN, shares, made));
  }

  private Finding share(
      SmartFacts facts, String title, Verdict verdict, ImmutableList<BigDecimal> shares, int made) {
    return contradiction(
        facts,
        title,
        verdict,
        verdict == Verdict.FAIL ? "otherNumber" : "otherGrowth",
        Numbers.percent(shares.get(0).doubleValue()),
        made);
  }

  private Finding numbers(SmartFacts facts, String title, ImmutableList<Amount> all, int made) {
    Target target = facts.goal().target();
    boolean plainSaysNothing = target.unit() == Unit.MONEY || target.unit() == Unit.RATIO;
    List<Amount> amounts =
        all.stream().filter(amount -> !(plainSaysNothing && amount.isPlain())).toList();
    if (amounts.isEmpty()
        || amounts.stream()
            .anyMatch(amount -> wanted(facts.goal()).anyMatch(wanted -> means(amount, wanted)))) {
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

  /** The target, its upper end, and what is asked for on other tiers. */
  private static Stream<BigDecimal> wanted(SalesGoal goal) {
    Target target = goal.target();
    int decimals =
        target
            .currency()
            .map(CurrencyUnit::getDecimalPlaces)
            .orElse(Target.decimals(target.unit()));
    return LongStream.concat(
            LongStream.of(target.amount(), target.upTo() == null ? target.amount() : target.upTo()),
            goal.tiers().values().stream().mapToLong(Long::longValue))
        .mapToObj(steps -> BigDecimal.valueOf(steps, decimals));
  }

  private static String text(BigDecimal value) {
    return Numbers.decimal(value, Math.max(0, value.stripTrailingZeros().scale()));
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
    int at = name.isEmpty() ? -1 : Words.indexOf(title, name);
    return at < 0 ? title : Words.blanked(title, at, name.length());
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
      int at = Words.indexOf(rest, name);
      if (at >= 0) {
        found.add(product.id());
        rest = Words.blanked(rest, at, name.length());
      }
    }
    return rest;
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
