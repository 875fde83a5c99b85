package dev.pacesetter.rule;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.organization.Organization;
import java.util.List;
import java.util.Locale;

/**
 * Why something was found, as a tree: a sentence, and below it what it rests on.
 *
 * <p>The same finding gives the same tree, and the same tree the same text, byte for byte.
 *
 * @param text one line in the reader's language
 * @param children what it rests on, in a stable order
 */
public record Explanation(String text, ImmutableList<Explanation> children) {

  /**
   * Explains a finding.
   *
   * @param finding the finding
   * @param organization tells what people, teams and products are called
   * @param locale Chinese, or English for every other language
   * @return title with rule, version and verdict; below it what was found, the numbers, the
   *     parameters in force, what was ruled out, what explains it, and what to do
   */
  public static Explanation of(Finding finding, Organization organization, Locale locale) {
    return of(finding, ImmutableList.of(), organization, locale);
  }

  /**
   * Explains a finding among others: where an earlier one explains it, that one is explained too.
   *
   * @param finding the finding
   * @param others findings of the same evaluation, in any order
   * @param organization tells what people, teams and products are called
   * @param locale Chinese, or English for every other language
   * @return the tree, as {@link #of(Finding, Organization, Locale)}
   */
  public static Explanation of(
      Finding finding, Iterable<Finding> others, Organization organization, Locale locale) {
    return new WhyTree(organization, locale).of(finding, ImmutableList.copyOf(others));
  }

  static Explanation leaf(String text) {
    return new Explanation(text, ImmutableList.of());
  }

  static Explanation node(String text, List<Explanation> children) {
    return new Explanation(text, ImmutableList.copyOf(children));
  }

  /**
   * Returns the tree as text.
   *
   * @return a line for each sentence, indented by two blanks a level and ended by a line feed
   */
  public String render() {
    StringBuilder text = new StringBuilder();
    render(text, 0);
    return text.toString();
  }

  private void render(StringBuilder out, int level) {
    out.append("  ".repeat(level)).append(text).append('\n');
    children.forEach(child -> child.render(out, level + 1));
  }
}
