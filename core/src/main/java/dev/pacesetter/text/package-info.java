/** Text for people, in English and Chinese: phrases from bundles, numbers by locale. Not API. */
@NullMarked
package dev.pacesetter.text;

import org.jspecify.annotations.NullMarked;
