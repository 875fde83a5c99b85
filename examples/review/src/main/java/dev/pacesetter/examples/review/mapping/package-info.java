/**
 * What the files of a CRM export mean.
 *
 * <p>An {@link dev.pacesetter.examples.review.mapping.ImportMapping} is read from YAML. It says
 * where and when the export comes from, which {@link
 * dev.pacesetter.examples.review.mapping.SourceFile files} there are and in which {@link
 * dev.pacesetter.examples.review.mapping.CsvFormat format}, and what their rows become: a {@link
 * dev.pacesetter.examples.review.mapping.RowMapping} names a {@link
 * dev.pacesetter.examples.review.mapping.RowKind} and, for each {@link
 * dev.pacesetter.examples.review.mapping.Field}, where its {@link
 * dev.pacesetter.examples.review.mapping.FieldMapping value} comes from.
 */
@NullMarked
package dev.pacesetter.examples.review.mapping;

import org.jspecify.annotations.NullMarked;
