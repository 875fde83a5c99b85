@NullMarked
package dev.pacesetter.plan.check;

import org.jspecify.annotations.NullMarked;
