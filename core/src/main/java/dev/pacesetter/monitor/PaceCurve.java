package dev.pacesetter.monitor;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.time.LocalDate;

/**
 * Plan and actual of a part of the business, added up day by day.
 *
 * <p>Place i stands for the end of day {@code start + i}. The plan covers every day of the period;
 * actuals end with the as-of day.
 *
 * @param start the first day of the period
 * @param planned what is expected by the end of each day; never falls
 * @param actual what was credited by the end of each day that is over
 */
public record PaceCurve(LocalDate start, ImmutableDoubleArray planned, ImmutableLongArray actual) {}
