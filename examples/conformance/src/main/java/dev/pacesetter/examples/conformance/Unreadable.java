package dev.pacesetter.examples.conformance;

import com.google.common.collect.ImmutableList;

/**
 * A line that is no case.
 *
 * @param file the file
 * @param line the line, from 1
 * @param problem what is wrong: the name of a text
 * @param details what the text names
 */
record Unreadable(String file, long line, String problem, ImmutableList<String> details) {}
