package dev.pacesetter.plan.need;

import dev.pacesetter.metrics.Measure;

/** The estimate of a rate, and the beta distribution with its mean and variance. */
record StepRate(Measure estimate, double alpha, double beta) {}
