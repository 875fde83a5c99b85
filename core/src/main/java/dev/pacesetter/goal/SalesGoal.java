package dev.pacesetter.goal;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Text;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is to be reached: a metric, a target, a part of the business and a period. */
@Value.Immutable
@HouseStyle
public abstract class SalesGoal {
  SalesGoal() {}

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
   * @return the id, unique among goals
   */
  public abstract String id();

  /**
   * Returns the goal in one sentence.
   *
   * @return the title, in the languages somebody worded it in
   */
  public abstract Text title();

  /**
   * Returns who answers for it.
   *
   * @return the id of a person or team; empty for a goal that nobody owns yet
   */
  public abstract Optional<String> owner();

  /**
   * Returns what is measured.
   *
   * @return the metric
   */
  public abstract Kpi kpi();

  /**
   * Returns the number asked for.
   *
   * @return the target, in the unit of the metric
   */
  public abstract Target target();

  /**
   * Returns which part of the business it speaks of.
   *
   * @return the scope
   */
  @Value.Default
  public Scope scope() {
    return Scope.company();
  }

  /**
   * Returns when it is to be reached.
   *
   * @return the period
   */
  public abstract Period period();

  /**
   * Returns the goal this one contributes to.
   *
   * @return the id of the parent goal; empty at the top
   */
  public abstract Optional<String> contributesTo();

  /**
   * Returns why the goal is as it is.
   *
   * @return the reason in words; empty when none was written down
   */
  public abstract Optional<Text> rationale();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a goal id is '%s'; it must not be blank", id());
    checkArgument(
        target().unit() == kpi().unit(),
        "goal %s asks for %s of the metric %s, which is in %s",
        id(),
        target().unit(),
        kpi().id(),
        kpi().unit());
    checkArgument(
        !contributesTo().map(id()::equals).orElse(false), "goal %s contributes to itself", id());
  }

  /** Collects a goal. */
  public static final class Builder extends ImmutableSalesGoal.Builder {
    Builder() {}

    /**
     * Sets a title that reads the same in every language.
     *
     * @param title the goal in one sentence
     * @return this builder
     */
    public Builder title(String title) {
      title(Text.of(title));
      return this;
    }

    /**
     * Says why the goal is as it is, in the same words to every reader.
     *
     * @param rationale the reason in words
     * @return this builder
     */
    public Builder rationale(String rationale) {
      rationale(Text.of(rationale));
      return this;
    }

    /**
     * Asks for an amount of money or more.
     *
     * @param money the amount, greater than 0
     * @return this builder
     */
    public Builder atLeast(Money money) {
      target(Target.atLeast(money));
      return this;
    }

    /**
     * Asks for a number of things or more.
     *
     * @param count the number, greater than 0
     * @return this builder
     */
    public Builder atLeast(long count) {
      target(Target.atLeast(count));
      return this;
    }
  }
}
