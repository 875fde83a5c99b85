package dev.pacesetter.monitor;

/**
 * A part of the business that rules look at, within its report.
 *
 * @param report the whole
 * @param pace where the part stands
 */
public record Watched(PaceReport report, Pace pace) {}
