/**
 * YAML in which every value knows where it stands.
 *
 * <p>A {@link dev.pacesetter.examples.review.yaml.YamlNode} is a value of the file; asking it for
 * something it is not ends in a {@link dev.pacesetter.examples.review.yaml.YamlException} that
 * names file, line, column, value and what is allowed.
 */
@NullMarked
package dev.pacesetter.examples.review.yaml;

import org.jspecify.annotations.NullMarked;
