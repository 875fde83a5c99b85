package dev.pacesetter.persistence;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.regex.Pattern;

/**
 * A tenant: the data of one workspace is invisible from every other.
 *
 * @param id 1 to 64 characters: ASCII letters, digits, {@code . _ -}, beginning with a letter or a
 *     digit; upper and lower case are different
 */
public record Workspace(String id) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Checks the id. */
  public Workspace {
    checkArgument(
        ALLOWED.matcher(id).matches(),
        "Workspace id is \"%s\"; it must have 1 to 64 characters out of A-Z a-z 0-9 . _ - and begin"
            + " with a letter or a digit",
        Names.shortened(id));
  }

  /**
   * Returns the workspace of an id.
   *
   * @param id see {@link Workspace}
   * @return the workspace
   * @throws IllegalArgumentException if the id is not allowed
   */
  public static Workspace of(String id) {
    return new Workspace(id);
  }

  @Override
  public String toString() {
    return id;
  }
}
