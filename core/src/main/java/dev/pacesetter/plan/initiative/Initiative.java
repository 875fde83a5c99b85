package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * Something undertaken beside daily business so that a goal is reached.
 *
 * <pre>{@code
 * Initiative.builder()
 *     .id("smb-push").kind(InitiativeKind.PRODUCT_PUSH)
 *     .title(Text.of("GTX Pro for small firms", "向小企业主推 GTX Pro"))
 *     .owner("ana").budget(Money.of(EUR, 20_000))
 *     .start(LocalDate.of(2026, 7, 1)).end(LocalDate.of(2026, 10, 1))
 *     .slice(Scope.product("gtx-pro"))
 *     .kpi(Kpis.WON_VALUE).expected(new ExpectedLift(80_000_00, 150_000_00))
 *     .goal("q3").share(1_500)
 *     .build();
 * }</pre>
 */
@Value.Immutable
@HouseStyle
public abstract class Initiative {
  static final String PHRASES = "dev.pacesetter.plan.initiative.initiative";
  private static final int ALL = 10_000;

  Initiative() {}

  /**
   * Returns a builder.
   *
   * @return a builder without anything set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the stable identifier.
   *
   * @return the id, unique among initiatives
   */
  public abstract String id();

  /**
   * Returns of which kind it is.
   *
   * @return the kind
   */
  public abstract InitiativeKind kind();

  /**
   * Returns what it is called.
   *
   * @return the title, in the languages somebody worded it in
   */
  public abstract Text title();

  /**
   * Returns who answers for it.
   *
   * @return the id of a person or team
   */
  public abstract String owner();

  /**
   * Returns what may be spent on it.
   *
   * @return the budget, at least 0
   */
  public abstract Money budget();

  /**
   * Returns when it begins.
   *
   * @return the first day
   */
  public abstract LocalDate start();

  /**
   * Returns when it is over.
   *
   * @return the day after the last, after {@link #start}
   */
  public abstract LocalDate end();

  /**
   * Returns which part of the business it aims at.
   *
   * @return the target slice
   */
  public abstract Scope slice();

  /**
   * Returns on which metric it is to show.
   *
   * @return the metric
   */
  public abstract Kpi kpi();

  /**
   * Returns what it is expected to bring.
   *
   * @return the range, in the unit of the metric; money in the currency of the budget
   */
  public abstract ExpectedLift expected();

  /**
   * Returns which goal it is undertaken for.
   *
   * @return the goal's id; empty where none is named
   */
  public abstract Optional<String> goal();

  /**
   * Returns which share of the goal it must deliver.
   *
   * @return hundredths of a percent of the goal's target, from 1 to 10,000; empty if and only if
   *     there is no goal
   */
  public abstract OptionalInt share();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "an initiative id is '%s'; it must not be blank", id());
    checkArgument(
        !owner().isBlank(), "initiative %s is owned by '%s'; it must not be blank", id(), owner());
    checkArgument(
        !budget().isNegative(),
        "initiative %s has the budget %s; it must be at least 0",
        id(),
        budget());
    checkArgument(
        start().isBefore(end()),
        "initiative %s is from %s until %s; the end must be after the start",
        id(),
        start(),
        end());
    checkArgument(
        goal().isPresent() == share().isPresent(),
        "initiative %s is for goal %s and must deliver the share %s; it needs both or none",
        id(),
        goal(),
        share());
    checkArgument(
        share().orElse(1) >= 1 && share().orElse(1) <= ALL,
        "initiative %s must deliver %s of its goal; it must be from 1 to 10,000 hundredths of a"
            + " percent",
        id(),
        share());
  }

  /** Collects an initiative. */
  public static final class Builder extends ImmutableInitiative.Builder {
    Builder() {}

    /**
     * Sets what it is called, in every language.
     *
     * @param title the title
     * @return this builder
     */
    public Builder title(String title) {
      title(Text.of(title));
      return this;
    }
  }
}
