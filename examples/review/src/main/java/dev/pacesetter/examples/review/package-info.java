/**
 * The main job: from a CRM export to a sales review one can stand behind.
 *
 * <p>{@link dev.pacesetter.examples.review.ReviewProgram} is the command line; one run reads an
 * export, keeps its facts in a store, sets and checks goals, plans, watches the pace, reviews the
 * period, writes a note for every person, and lays everything out as a page and as JSON.
 */
@NullMarked
package dev.pacesetter.examples.review;

import org.jspecify.annotations.NullMarked;
