package dev.pacesetter.examples.conformance.funnel;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event of a case.
 *
 * @param subject whose
 * @param event its name
 * @param time when, in the unit of the case
 * @param props its properties
 */
record CaseEvent(String subject, String event, long time, JsonNode props) {}
