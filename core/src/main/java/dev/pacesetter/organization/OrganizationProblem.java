package dev.pacesetter.organization;

import java.util.Map;

/**
 * Why people, teams, territories and products do not make an organization.
 *
 * @param kind what is wrong
 * @param subject what it is wrong with, such as {@code team emea}
 * @param message one sentence with the values and what is allowed
 */
public record OrganizationProblem(Kind kind, String subject, String message) {

  /** What can be wrong. */
  public enum Kind {
    /** Something names what does not exist. */
    UNKNOWN,
    /** Something is above itself. */
    CYCLE,
    /** On some days nothing holds where something must. */
    GAP,
    /** On some days two hold where one may. */
    OVERLAP
  }

  static OrganizationProblem unknown(String subject, String kind, String id, Map<String, ?> known) {
    return new OrganizationProblem(
        Kind.UNKNOWN,
        subject,
        "%s names %s '%s'; known %s are %s"
            .formatted(subject, kind, id, plural(kind), known.keySet()));
  }

  private static String plural(String kind) {
    return switch (kind) {
      case "person" -> "people";
      case "territory" -> "territories";
      default -> kind + "s";
    };
  }
}
