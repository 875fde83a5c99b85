package dev.pacesetter.metrics.funnel;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * One group of a breakdown.
 *
 * @param values the values in the order of the breakdown's dimensions; empty where the row has none
 * @param steps the steps of the funnel within the group
 */
public record FunnelGroup(
    ImmutableList<Optional<String>> values, ImmutableList<FunnelStep> steps) {}
