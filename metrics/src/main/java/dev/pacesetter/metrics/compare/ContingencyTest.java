package dev.pacesetter.metrics.compare;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.metrics.NoData;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether the columns of a table of counts are spread alike in all its rows, such as the reasons of
 * losses over the teams.
 *
 * <p>Below, {@code O} are the counts, {@code N} is their sum and {@code E} = row sum times column
 * sum over {@code N}. Rows and columns without a count are left out. The p-values are approximate:
 * some five expected in each cell make them trustworthy; {@link RateTest#exact} has no such
 * condition.
 */
public final class ContingencyTest {
  private final long[][] table;
  private final long n;

  private ContingencyTest(long[][] table, long n) {
    this.table = table;
    this.n = n;
  }

  /**
   * The outcome of a test.
   *
   * @param statistic the statistic, at least 0
   * @param degreesOfFreedom those of its chi-squared distribution, at least 1
   * @param pValue how probable a statistic as large or larger is when all rows are alike, from 0 to
   *     1
   */
  public record Outcome(double statistic, int degreesOfFreedom, double pValue) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Outcome {
      checkArgument(
          statistic >= 0
              && statistic < Double.POSITIVE_INFINITY
              && degreesOfFreedom >= 1
              && pValue >= 0
              && pValue <= 1,
          "Outcome has statistic %s, %s degrees of freedom and p %s; they must be at least 0 and"
              + " finite, at least 1, and from 0 to 1",
          statistic,
          degreesOfFreedom,
          pValue);
    }

    private static Outcome of(double statistic, int degreesOfFreedom) {
      return new Outcome(
          statistic,
          degreesOfFreedom,
          ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic));
    }
  }

  /**
   * Returns the test of a table.
   *
   * @param table the counts, row by row; each at least 0, all rows of one length; copied
   * @return the test
   * @throws IllegalArgumentException if a count is negative or rows differ in length
   * @throws ArithmeticException if the sum does not fit a {@code long}
   */
  public static ContingencyTest of(long[][] table) {
    int columns = table.length == 0 ? 0 : table[0].length;
    long[] inRow = new long[table.length];
    long[] inColumn = new long[columns];
    long n = 0;
    for (int r = 0; r < table.length; r++) {
      checkArgument(
          table[r].length == columns,
          "ContingencyTest row %s has %s counts, row 0 has %s; they must be of one length",
          r,
          table[r].length,
          columns);
      for (int c = 0; c < columns; c++) {
        checkArgument(
            table[r][c] >= 0,
            "ContingencyTest count in row %s, column %s is %s; it must be at least 0",
            r,
            c,
            table[r][c]);
        n = Math.addExact(n, table[r][c]);
        inRow[r] += table[r][c];
        inColumn[c] += table[r][c];
      }
    }
    return new ContingencyTest(withoutEmpty(table, inRow, inColumn), n);
  }

  private static long[][] withoutEmpty(long[][] table, long[] inRow, long[] inColumn) {
    long[][] kept = new long[count(inRow)][count(inColumn)];
    int row = 0;
    for (int r = 0; r < inRow.length; r++) {
      int column = 0;
      for (int c = 0; inRow[r] > 0 && c < inColumn.length; c++) {
        if (inColumn[c] > 0) {
          kept[row][column++] = table[r][c];
        }
      }
      row += inRow[r] > 0 ? 1 : 0;
    }
    return kept;
  }

  private static int count(long[] sums) {
    int count = 0;
    for (long sum : sums) {
      count += sum > 0 ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns the number of observations.
   *
   * @return the sum of all counts
   */
  public long n() {
    return n;
  }

  /**
   * Returns why there is nothing to test.
   *
   * @return nothing observed without counts, too few with a single row or column that has some;
   *     empty when there is something to test
   */
  public Optional<NoData> reason() {
    if (n == 0) {
      return Optional.of(NoData.NOTHING_OBSERVED);
    }
    return smallerSide() < 2 ? Optional.of(NoData.TOO_FEW) : Optional.empty();
  }

  private int smallerSide() {
    return table.length == 0 ? 0 : Math.min(table.length, table[0].length);
  }

  private int degreesOfFreedom() {
    return (table.length - 1) * (table[0].length - 1);
  }

  /**
   * Returns Pearson's test: {@code X² = Σ(O-E)²/E}.
   *
   * @return the outcome; empty when there is nothing to test
   * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson (1900), Philosophical Magazine
   *     50:157</a>
   */
  public Optional<Outcome> pearson() {
    return reason().isPresent()
        ? Optional.empty()
        : Optional.of(Outcome.of(chiSquare(0), degreesOfFreedom()));
  }

  /**
   * Returns Pearson's test with Yates's correction, {@code Σ(|O-E| - ½)²/E}, never correcting by
   * more than {@code |O-E|}; for two rows and two columns, and without correction otherwise.
   *
   * @return the outcome; empty when there is nothing to test
   * @see <a href="https://doi.org/10.2307/2983604">Yates (1934), Supplement to the Journal of the
   *     Royal Statistical Society 1:217</a>
   */
  public Optional<Outcome> corrected() {
    return reason().isPresent()
        ? Optional.empty()
        : Optional.of(Outcome.of(chiSquare(0.5), degreesOfFreedom()));
  }

  /**
   * Returns the likelihood-ratio test: {@code G = 2ΣO·ln(O/E)}, with {@code 0·ln 0 = 0}.
   *
   * @return the outcome; empty when there is nothing to test
   * @see <a href="https://doi.org/10.1214/aoms/1177732360">Wilks (1938), Annals of Mathematical
   *     Statistics 9:60</a>
   */
  public Optional<Outcome> likelihoodRatio() {
    return reason().isPresent()
        ? Optional.empty()
        : Optional.of(Outcome.of(logLikelihoodRatio(), degreesOfFreedom()));
  }

  /**
   * Returns Cramér's V, the strength of the association whatever the number of observations: {@code
   * √(X²/(N·(k-1)))} with {@code k} the smaller of the numbers of rows and columns.
   *
   * @return a number from 0 (all rows alike) to 1 (the row tells the column, or the other way
   *     round); empty when there is nothing to test
   * @see "Cramér (1946), Mathematical Methods of Statistics, 21.9"
   */
  public OptionalDouble association() {
    return reason().isPresent()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.min(1, Math.sqrt(chiSquare(0) / ((double) n * (smallerSide() - 1)))));
  }

  /**
   * As {@code 2ΣE·((1+t)·ln(1+t) - t)} with {@code t = (O-E)/E}, whose terms are never negative:
   * those of the textbook form cancel when large counts nearly agree.
   */
  private double logLikelihoodRatio() {
    double[] inColumn = new double[table[0].length];
    for (long[] row : table) {
      for (int c = 0; c < row.length; c++) {
        inColumn[c] += row[c];
      }
    }
    double sum = 0;
    for (long[] row : table) {
      double inRow = 0;
      for (long count : row) {
        inRow += count;
      }
      for (int c = 0; c < row.length; c++) {
        double expected = inRow * inColumn[c] / n;
        sum += expected * surprise((row[c] - expected) / expected);
      }
    }
    return 2 * sum;
  }

  /** {@code (1+t)·ln(1+t) - t} for {@code t} from -1, by its series where that would cancel. */
  private static double surprise(double t) {
    if (t == -1) {
      return 1;
    }
    if (Math.abs(t) > 0.01) {
      return (1 + t) * Math.log1p(t) - t;
    }
    double sum = 0;
    double power = t;
    for (int k = 2; k <= 10; k++) {
      power *= -t;
      sum -= power / (k * (k - 1.0));
    }
    return sum;
  }

  private double chiSquare(double correction) {
    if (table.length != 2 || table[0].length != 2) {
      return ChiSquareTest.withDefaults().statistic(table);
    }
    double a = table[0][0];
    double b = table[0][1];
    double c = table[1][0];
    double d = table[1][1];
    // |O-E| is the same in all four cells
    double distance = Math.abs(determinant()) / n;
    double left = Math.max(0, distance - correction);
    return left * left / ((a + b) / n * (a + c)) * (n / (c + d)) * (n / (b + d));
  }

  /** Exact as long as the products fit; large counts that nearly agree would cancel. */
  private double determinant() {
    long a = table[0][0];
    long b = table[0][1];
    long c = table[1][0];
    long d = table[1][1];
    return Math.multiplyHigh(a, d) == 0 && Math.multiplyHigh(b, c) == 0 && a * d >= 0 && b * c >= 0
        ? (double) (a * d - b * c)
        : (double) a * d - (double) b * c;
  }
}
