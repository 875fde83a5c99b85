/**
 * What a plan takes: {@link dev.pacesetter.examples.review.outlook.Outlook} puts what people can be
 * expected to sell and what a goal needs of leads, visits and proposals beside the plan.
 */
@NullMarked
package dev.pacesetter.examples.review.outlook;

import org.jspecify.annotations.NullMarked;
