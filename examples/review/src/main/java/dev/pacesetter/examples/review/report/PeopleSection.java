package dev.pacesetter.examples.review.report;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.feedback.NoteSection;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.review.Scorecard;
import dev.pacesetter.rule.Explanation;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One section a person: their figures and their note. */
final class PeopleSection {
  private record Fact(String name, String value, String detail) {}

  private record Detail(String kind, String label, String text) {}

  private record Item(String text, ImmutableList<Detail> details) {}

  private record Part(String heading, String kind, ImmutableList<Item> items) {}

  private record PersonView(
      String name,
      String anchor,
      String team,
      ImmutableList<Fact> facts,
      ImmutableList<Part> parts,
      boolean hasWhy,
      String why) {}

  private final ReviewResult result;
  private final Wording wording;

  PeopleSection(ReviewResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  Map<String, Object> view() {
    return Map.of("people", result.notes().stream().map(this::person).toList());
  }

  private PersonView person(Note note) {
    String why = why(note);
    String team =
        result
            .organization()
            .chartOn(result.review().period().lastDay())
            .teamOf(note.person())
            .map(Team::name)
            .orElse("");
    return new PersonView(
        note.personName(),
        Anchors.of(note.person()),
        team,
        result
            .review()
            .scorecard(Scope.person(note.person()))
            .map(this::facts)
            .orElse(ImmutableList.of()),
        note.sections(wording.language()).stream()
            .map(PeopleSection::part)
            .collect(ImmutableList.toImmutableList()),
        !why.isEmpty(),
        why);
  }

  /** Everything found about a person, each finding down to its numbers; empty without any. */
  private String why(Note note) {
    return result.review().findingsAbout(Scope.person(note.person())).stream()
        .map(
            finding ->
                Explanation.of(
                    finding, result.review().findings(), result.organization(), wording.language()))
        .map(Explanation::render)
        .collect(Collectors.joining("\n"));
  }

  private ImmutableList<Fact> facts(Scorecard card) {
    return card.figures().stream()
        .map(
            figure ->
                new Fact(
                    figure.kpi().name(wording.language()),
                    wording.value(figure.measure()),
                    wording.detail(figure.measure())))
        .collect(ImmutableList.toImmutableList());
  }

  private static Part part(NoteSection section) {
    return new Part(
        section.heading(),
        section.kind().name().toLowerCase(Locale.ROOT),
        section.items().stream()
            .map(
                item ->
                    new Item(
                        item.text(),
                        item.details().stream()
                            .map(
                                detail ->
                                    new Detail(
                                        detail.kind().name().toLowerCase(Locale.ROOT),
                                        detail.label(),
                                        detail.text()))
                            .collect(ImmutableList.toImmutableList())))
            .collect(ImmutableList.toImmutableList()));
  }
}
