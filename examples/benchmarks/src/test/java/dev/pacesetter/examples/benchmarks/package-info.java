@NullMarked
package dev.pacesetter.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
