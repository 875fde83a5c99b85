package dev.pacesetter.examples.review.importing;

import com.google.common.base.Strings;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Names facts after what the export says, so that importing it again gives the same facts: {@code
 * crm/1C1I7A6R/won}.
 *
 * <p>What has no date carries the day of the export in its id, because a later export will say the
 * same of a later day. Among facts of one instant ids decide the order, so stages carry their place
 * in the process.
 */
record EventIds(String source, LocalDate exportedOn) {

  String of(String subject, String what) {
    return source + "/" + escaped(subject) + "/" + what;
  }

  String of(String subject, String what, String id) {
    return of(subject, what + "/" + escaped(id));
  }

  String undated(String subject, String what) {
    return of(subject, what) + "/undated-" + exportedOn;
  }

  String at(String subject, String what, Instant at) {
    return of(subject, what) + "/" + at;
  }

  String stage(String subject, int place, String stage, Instant at) {
    return at(subject, stage(place, stage), at);
  }

  /** Returns what a stage is called in ids; a process has at most 99 of them, in their order. */
  static String stage(int place, String stage) {
    return "stage/" + padded(place + 1, 2) + "-" + escaped(stage);
  }

  /** Returns a number with zeros in front, so that ids sort as numbers do. */
  static String padded(int number, int digits) {
    return Strings.padStart(Integer.toString(number), digits, '0');
  }

  private static String escaped(String text) {
    return text.indexOf('/') < 0 && text.indexOf('%') < 0
        ? text
        : text.replace("%", "%25").replace("/", "%2F");
  }
}
