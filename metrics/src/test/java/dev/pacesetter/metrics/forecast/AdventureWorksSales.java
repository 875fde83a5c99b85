package dev.pacesetter.metrics.forecast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The public set AdventureWorks, where it lies beside the repository: what seventeen people sold in
 * twelve quarters, July 2017 to June 2020, and what each was to sell. Amounts are cents.
 *
 * <p>A quarter's first half are half its days, rounded down: 45 of 90 and 91, 46 of 92. Orders lie
 * on nine days of ten, with no heap on the first or last day of a month, so one day more or less
 * would move little.
 *
 * <p>Quotas carry other dates than orders; the n-th quarter of one is the n-th of the other, see
 * the description of the data.
 */
final class AdventureWorksSales {
  static final int QUARTERS = 12;
  private static final Path FOLDER = Path.of("../../shared/data/adventureworks-sales/dw");

  private AdventureWorksSales() {}

  static LocalDate start(int quarter) {
    return LocalDate.of(2017, 7, 1).plusMonths(3L * quarter);
  }

  static int days(int quarter) {
    return (int) ChronoUnit.DAYS.between(start(quarter), start(quarter + 1));
  }

  static int daysOfFirstHalf(int quarter) {
    return days(quarter) / 2;
  }

  /** The people in the order of their keys. */
  static ImmutableList<QuarterlySales> people() {
    Map<Integer, QuarterlySales> people = new TreeMap<>();
    List<List<String>> quotas = rows("FactSalesQuota.csv", '|', StandardCharsets.UTF_8);
    List<String> days = quotas.stream().map(row -> row.get(2)).distinct().sorted().toList();
    for (List<String> row : quotas) {
      people
          .computeIfAbsent(Integer.valueOf(row.get(1)), key -> new QuarterlySales(QUARTERS))
          .setQuota(days.indexOf(row.get(2)), cents(row.get(5)));
    }
    orders()
        .forEach(
            (order, amount) -> {
              int quarter = (int) ChronoUnit.MONTHS.between(start(0), order.day) / 3;
              LocalDate middle = start(quarter).plusDays(daysOfFirstHalf(quarter));
              Objects.requireNonNull(people.get(order.seller))
                  .add(quarter, order.day.isBefore(middle), amount);
            });
    return ImmutableList.copyOf(people.values());
  }

  private record Order(String number, LocalDate day, int seller) {}

  /** The sums of the lines of each order. */
  private static Map<Order, Long> orders() {
    Map<Order, Long> orders = new LinkedHashMap<>();
    for (List<String> row : rows("FactResellerSales.csv", ',', StandardCharsets.UTF_8)) {
      add(orders, row.get(0), row.get(1), row.get(4), row.get(9));
    }
    for (List<String> row : rows("ResellerSales_202006.csv", ',', StandardCharsets.UTF_16)) {
      add(orders, row.get(0), row.get(2), row.get(8), row.get(13));
    }
    return orders;
  }

  private static void add(
      Map<Order, Long> orders, String number, String day, String seller, String amount) {
    if (!number.equals("SalesOrderNumber")) { // the header
      Order order = new Order(number, LocalDate.parse(day), Integer.parseInt(seller));
      orders.merge(order, cents(amount), Long::sum);
    }
  }

  private static long cents(String dollars) {
    return new BigDecimal(dollars).movePointRight(2).longValueExact();
  }

  private static List<List<String>> rows(String file, char separator, Charset charset) {
    Path path = FOLDER.resolve(file);
    assumeTrue(Files.exists(path), "the data set lies beside the repository");
    try {
      return Files.readAllLines(path, charset).stream()
          .map(line -> Splitter.on(separator).splitToList(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
