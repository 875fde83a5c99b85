package dev.pacesetter.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.text.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TaskPlanTest {

  private static Task task(String id, String... after) {
    return Task.builder()
        .id(id)
        .title(Text.of("Task " + id, "任务 " + id))
        .owner("ana")
        .effort(Effort.ofHours(8))
        .addAfter(after)
        .build();
  }

  @Test
  void holdsTasksInTheOrderOfTheirIdsHoweverTheyAreGiven() {
    assertThat(TaskPlan.of(task("b", "c"), task("c"), task("a")))
        .isEqualTo(TaskPlan.of(task("a"), task("b", "c"), task("c")))
        .extracting(TaskPlan::tasks)
        .isEqualTo(ImmutableList.of(task("a"), task("b", "c"), task("c")));
  }

  @Test
  void namesTheTaskThatIsWaitedForInVain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPlan.of(task("a", "lost"), task("b")))
        .withMessage("task a waits for 'lost', which is not there; there are [a, b]");
  }

  @Test
  void namesAnIdThatIsThereTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPlan.of(task("a"), task("a", "a")))
        .withMessage("there are two tasks 'a'; each needs an id of its own");
  }

  @Test
  void namesACircleWithItsPathAndNothingThatOnlyHangsOnIt() {
    assertThatExceptionOfType(CircularTasksException.class)
        .isThrownBy(
            () ->
                TaskPlan.of(
                    task("a", "b"), task("b", "d"), task("c", "b"), task("d", "c"), task("e")))
        .withMessage(
            "tasks wait for each other in a circle: b → c → d → b; one of them must not wait")
        .extracting(CircularTasksException::path)
        .isEqualTo(ImmutableList.of("b", "c", "d", "b"));
  }

  @Test
  void namesATaskThatWaitsForItself() {
    assertThatExceptionOfType(CircularTasksException.class)
        .isThrownBy(() -> TaskPlan.of(task("a", "a")))
        .extracting(CircularTasksException::path)
        .isEqualTo(ImmutableList.of("a", "a"));
  }

  @Test
  void refusesATaskThatIsDueBeforeItCanStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Task.builder()
                    .id("a")
                    .title("Too early")
                    .owner("ana")
                    .effort(Effort.ofHours(1))
                    .notBefore(LocalDate.of(2026, 7, 2))
                    .due(LocalDate.of(2026, 7, 1))
                    .build())
        .withMessageContaining("task a cannot start before")
        .withMessageContaining("2026-07-02");
  }

  @Test
  void refusesWorkThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Effort.ofHours(0))
        .withMessage("the effort of a task is 0 hours; it must be from 1 to 16666");
    assertThatIllegalArgumentException().isThrownBy(() -> Effort.ofHours(Integer.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> Effort.ofWorkingDays(1_000_001));
  }
}
