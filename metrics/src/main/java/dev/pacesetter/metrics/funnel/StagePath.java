package dev.pacesetter.metrics.funnel;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.metrics.conversion.End;
import java.util.Comparator;
import java.util.Locale;

/**
 * A way that deals went.
 *
 * @param stages the stages in the order they were entered, a stage as often as it was; those
 *     entered after a deal was opened again follow the earlier ones
 * @param end how the deals stand
 * @param deals how many went so
 */
public record StagePath(ImmutableList<String> stages, End end, long deals) {
  /** Most deals first, then by the names of the stages in turn, then open, won, lost. */
  static final Comparator<StagePath> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(StagePath::deals)
          .reversed()
          .thenComparing(
              StagePath::stages, Comparators.lexicographical(Comparator.<String>naturalOrder()))
          .thenComparing(StagePath::end);

  /** Reads like {@code Lead > Demo > Lead > lost: 12}. */
  @Override
  public String toString() {
    String way = String.join(" > ", stages);
    String last = end.name().toLowerCase(Locale.ROOT);
    return (way.isEmpty() ? last : way + " > " + last) + ": " + deals;
  }
}
