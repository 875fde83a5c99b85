package dev.pacesetter.organization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * The stages an open deal passes, in order; winning and losing are not stages but ends.
 *
 * @param stages the names of the open stages, first to last; distinct, at least one
 */
public record SalesProcess(ImmutableList<String> stages) {

  /**
   * Checks the stages.
   *
   * @throws IllegalArgumentException if there is none, or one is blank or there twice
   */
  public SalesProcess {
    checkArgument(!stages.isEmpty(), "a sales process has no stage; at least one is needed");
    checkArgument(
        stages.stream().noneMatch(String::isBlank), "the stages %s must not be blank", stages);
    checkArgument(
        ImmutableSet.copyOf(stages).size() == stages.size(),
        "the stages %s must be distinct",
        stages);
  }

  /**
   * Returns a process.
   *
   * @param stages the names of the open stages, first to last
   * @return the process
   * @throws IllegalArgumentException if there is none, or one is blank or there twice
   */
  public static SalesProcess of(String... stages) {
    return new SalesProcess(ImmutableList.copyOf(stages));
  }

  /**
   * Returns the place of a stage.
   *
   * @param stage the name of the stage
   * @return its place from 0, or -1 when it is no stage of this process
   */
  public int indexOf(String stage) {
    return stages.indexOf(stage);
  }
}
