package dev.pacesetter.plan.task;

import com.google.common.collect.ImmutableList;

/** Tasks wait for each other in a circle, so that none of them can ever start. */
public final class CircularTasksException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final ImmutableList<String> path;

  CircularTasksException(ImmutableList<String> path) {
    super(
        "tasks wait for each other in a circle: %s; one of them must not wait"
            .formatted(String.join(" → ", path)));
    this.path = path;
  }

  /**
   * Returns the circle.
   *
   * @return ids of tasks, each before the one that waits for it; the first is the last again, and
   *     the smallest of them
   */
  public ImmutableList<String> path() {
    return path;
  }
}
