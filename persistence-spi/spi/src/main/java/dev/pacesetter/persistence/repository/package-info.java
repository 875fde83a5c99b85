/**
 * The values of the sales loop as the fields that both ports carry.
 *
 * <p>A {@link dev.pacesetter.persistence.repository.RecordCodec} writes a record as one field for
 * each component and reads it back exactly. Not part of the API.
 */
@NullMarked
package dev.pacesetter.persistence.repository;

import org.jspecify.annotations.NullMarked;
