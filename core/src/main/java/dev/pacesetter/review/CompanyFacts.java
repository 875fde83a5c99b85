package dev.pacesetter.review;

import dev.pacesetter.calendar.Period;
import dev.pacesetter.kpi.SalesFacts;

/**
 * What rules about the data of the whole company know.
 *
 * @param facts the organization and its book
 * @param period the period under review
 */
public record CompanyFacts(SalesFacts facts, Period period) {}
