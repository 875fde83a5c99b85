package dev.pacesetter.plan.task;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import dev.pacesetter.style.HouseStyle;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something one person is to do.
 *
 * <pre>{@code
 * Task.builder()
 *     .id("list").title(Text.of("List the accounts to call", "列出待联系的客户"))
 *     .owner("ana").effort(Effort.ofHours(12)).due(LocalDate.of(2026, 7, 10))
 *     .addAfter("segments").initiative("smb-push")
 *     .build();
 * }</pre>
 */
@Value.Immutable
@HouseStyle
public abstract class Task {
  Task() {}

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
   * @return the id, unique within a plan
   */
  public abstract String id();

  /**
   * Returns what is to be done.
   *
   * @return the title, in the languages somebody worded it in
   */
  public abstract Text title();

  /**
   * Returns who does it.
   *
   * @return the id of a person
   */
  public abstract String owner();

  /**
   * Returns how much work it is.
   *
   * @return the effort
   */
  public abstract Effort effort();

  /**
   * Returns when it can start at the earliest, whatever it waits for.
   *
   * @return the day, moved to the next working day where it is none; empty when any day will do
   */
  public abstract Optional<LocalDate> notBefore();

  /**
   * Returns by whose evening it is to be done.
   *
   * @return the day, moved to the working day before where it is none; empty when it is done in
   *     time as soon as the whole plan is
   */
  public abstract Optional<LocalDate> due();

  /**
   * Returns what must be finished before it starts.
   *
   * @return ids of tasks of the same plan
   */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> after();

  /**
   * Returns which goal it serves.
   *
   * @return the goal's id; empty where none is named
   */
  public abstract Optional<String> goal();

  /**
   * Returns which initiative it is a part of.
   *
   * @return the initiative's id; empty where it stands alone
   */
  public abstract Optional<String> initiative();

  @Value.Check
  void check() {
    checkArgument(!id().isBlank(), "a task id is '%s'; it must not be blank", id());
    checkArgument(
        !owner().isBlank(), "task %s is owned by '%s'; it must not be blank", id(), owner());
    checkArgument(
        notBefore().isEmpty() || due().isEmpty() || !due().get().isBefore(notBefore().get()),
        "task %s cannot start before %s and is due on %s; it must not be due before it can start",
        id(),
        notBefore(),
        due());
  }

  /** Collects a task. */
  public static final class Builder extends ImmutableTask.Builder {
    Builder() {}

    /**
     * Sets what is to be done, in every language.
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
