/**
 * From the files of a CRM export to facts.
 *
 * <p>{@link dev.pacesetter.examples.review.importing.Import#read} takes an {@link
 * dev.pacesetter.examples.review.mapping.ImportMapping} and a folder and returns an {@link
 * dev.pacesetter.examples.review.importing.Import}: organization, facts, {@link
 * dev.pacesetter.examples.review.importing.Quota quotas}, and everything a reader must know to
 * trust them: {@link dev.pacesetter.examples.review.importing.FileCount counts}, {@link
 * dev.pacesetter.examples.review.importing.AppliedAlias aliases}, {@link
 * dev.pacesetter.examples.review.importing.Note notes}, {@link
 * dev.pacesetter.examples.review.importing.Fact what is recorded} and {@link
 * dev.pacesetter.examples.review.importing.Rejections what was rejected}. A file that cannot be
 * used ends in an {@link dev.pacesetter.examples.review.importing.ImportException}.
 */
@NullMarked
package dev.pacesetter.examples.review.importing;

import org.jspecify.annotations.NullMarked;
