package dev.pacesetter.examples.simulator;

import com.google.common.collect.ImmutableList;

/**
 * An opportunity with everything that was recorded about it up to the export.
 *
 * <p>Every list is in the order of time.
 *
 * @param opportunity the opportunity as it stands at the export
 * @param stages the stages it entered, from {@link Stage#LEAD} at its creation; a stage may be
 *     skipped, left backwards, or entered again after a loss
 * @param changes changes of amount, expected close and owner
 * @param activities what was done for it
 * @param quotes the quotes given
 * @param surveys the answers of its customer
 */
public record Deal(
    Opportunity opportunity,
    ImmutableList<StageEntry> stages,
    ImmutableList<Change> changes,
    ImmutableList<Activity> activities,
    ImmutableList<Quote> quotes,
    ImmutableList<Survey> surveys) {}
