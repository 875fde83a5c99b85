package dev.pacesetter.plan.initiative;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.rule.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notes that findings refer to. */
public final class PlanNotes {
  private final ImmutableMap<String, PlanNote> notes;

  private PlanNotes(ImmutableMap<String, PlanNote> notes) {
    this.notes = notes;
  }

  /**
   * Returns notes.
   *
   * @param notes the notes in any order
   * @return the notes
   * @throws IllegalArgumentException if an id stands for two different notes
   */
  public static PlanNotes of(Iterable<PlanNote> notes) {
    Map<String, PlanNote> byId = new LinkedHashMap<>();
    Comparator<PlanNote> order = Comparator.comparing(PlanNote::day).thenComparing(PlanNote::id);
    for (PlanNote note : ImmutableList.sortedCopyOf(order, notes)) {
      PlanNote before = byId.putIfAbsent(note.id(), note);
      checkArgument(
          before == null || before.equals(note),
          "there are two notes '%s'; each needs an id of its own",
          note.id());
    }
    return new PlanNotes(ImmutableMap.copyOf(byId));
  }

  /**
   * Returns all notes.
   *
   * @return the notes by day, then by id
   */
  public ImmutableList<PlanNote> all() {
    return notes.values().asList();
  }

  /**
   * Returns a note.
   *
   * @param id its id
   * @return the note, empty when there is none of that id
   */
  public Optional<PlanNote> note(String id) {
    return Optional.ofNullable(notes.get(id));
  }

  /**
   * Returns what was known by a day about a part of the business.
   *
   * @param part the part
   * @param day the last day on which a note counts
   * @return notes whose subject says nothing that the part does not say: about the part itself, or
   *     about a larger one that it lies in, such as the segment of a segment in a team; those about
   *     the whole company only for the whole company; by day, then by id
   */
  public ImmutableList<PlanNote> about(Scope part, LocalDate day) {
    return all().stream()
        .filter(note -> !note.day().isAfter(day) && isAbout(note.subject(), part))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isAbout(Scope subject, Scope part) {
    return subject.equals(part)
        || (!subject.conditions().isEmpty()
            && part.conditions().entrySet().containsAll(subject.conditions().entrySet()));
  }

  /**
   * Returns a finding with reference to what was known about its subject.
   *
   * @param finding the finding
   * @param day the last day on which a note counts
   * @return the finding with the ids of {@link #about} added to its notes; verdict and numbers are
   *     as they were
   */
  public Finding referredBy(Finding finding, LocalDate day) {
    return finding.referringTo(about(finding.subject(), day).stream().map(PlanNote::id).toList());
  }
}
