package dev.pacesetter.feedback;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.feedback.NoteSection.Detail;
import dev.pacesetter.feedback.NoteSection.DetailKind;
import dev.pacesetter.feedback.NoteSection.Item;
import dev.pacesetter.feedback.NoteSection.Kind;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.goal.Target.Bound;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.review.GoalAttainment;
import dev.pacesetter.rule.Evidence;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.KpiVersion;
import dev.pacesetter.text.Numbers;
import dev.pacesetter.text.Phrases;
import dev.pacesetter.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A note in words of one language. */
final class NoteText {
  private static final double SMALLEST_P = 0.001;

  /** The rule about the last step, which leads to winning and to no further stage. */
  private static final String CLOSING = "person.closing";

  private final Note note;
  private final Phrases phrases;

  NoteText(Note note, Locale locale) {
    this.note = note;
    this.phrases = Phrases.named(Note.PHRASES, locale);
  }

  String title() {
    return phrases.say("title", note.personName(), note.period().name());
  }

  ImmutableList<NoteSection> sections() {
    List<NoteSection> sections = new ArrayList<>();
    add(sections, Kind.BASIS, basis());
    add(sections, Kind.GOALS, note.goals().stream().map(this::goal).toList());
    add(sections, Kind.STRENGTHS, note.strengths().stream().map(this::strength).toList());
    add(
        sections,
        Kind.DEVELOPMENT,
        note.developmentPoints().stream().map(this::developmentPoint).toList());
    add(sections, Kind.EXPLAINED, note.explained().stream().map(this::statement).toList());
    add(sections, Kind.UNDECIDED, note.undecided().stream().map(this::statement).toList());
    add(sections, Kind.IN_LINE, inLine());
    return ImmutableList.copyOf(sections);
  }

  private void add(List<NoteSection> sections, Kind kind, List<Item> items) {
    if (!items.isEmpty()) {
      sections.add(
          new NoteSection(kind, phrases.say("heading." + kind), ImmutableList.copyOf(items)));
    }
  }

  private List<Item> basis() {
    String period = note.period().name();
    String day = note.day().toString();
    boolean stated = !note.strengths().isEmpty() || !note.developmentPoints().isEmpty();
    if (!stated
        && note.explained().isEmpty()
        && note.undecided().isEmpty()
        && note.inLine().isEmpty()) {
      return ImmutableList.of(plain(phrases.say("basis.uncompared", period, day)));
    }
    String tolerated = Numbers.decimal(note.falseDiscoveryRate() * 100, 0) + "%";
    Item basis = plain(phrases.say("basis", period, day, tolerated));
    return stated
        ? ImmutableList.of(basis)
        : ImmutableList.of(basis, plain(phrases.say("basis.nothing")));
  }

  /** A share of the target says how far it is reached only where more is better. */
  private Item goal(GoalAttainment attainment) {
    SalesGoal goal = attainment.goal();
    String title = goal.title().in(phrases.language());
    String target = target(goal.target());
    if (attainment.share().isEmpty()) {
      return plain(phrases.say("goal.NO_DATA", title, target));
    }
    String actual = Numbers.value(attainment.actual(), goal.target().currency());
    return plain(
        goal.target().bound() == Bound.AT_LEAST
            ? phrases.say(
                "goal." + attainment.status(),
                title,
                actual,
                target,
                Numbers.percent(attainment.share().getAsDouble()))
            : phrases.say("goal.kept." + attainment.status(), title, actual, target));
  }

  private String target(Target target) {
    String amount = Numbers.value(target.value(), target.unit(), target.currency());
    return switch (target.bound()) {
      case AT_LEAST -> amount;
      case AT_MOST -> phrases.say("target.AT_MOST", amount);
      case BETWEEN ->
          phrases.say(
              "target.BETWEEN",
              amount,
              Numbers.value(
                  target.highest().orElse(target.value()), target.unit(), target.currency()));
    };
  }

  private Item strength(Finding finding) {
    return new Item(spoken(finding), ImmutableList.of(evidence(finding)));
  }

  private Item developmentPoint(DevelopmentPoint point) {
    ImmutableList.Builder<Detail> details = ImmutableList.builder();
    details.add(evidence(point.finding()));
    action(point.finding()).ifPresent(text -> details.add(detail(DetailKind.ACTION, text)));
    point
        .training()
        .ifPresent(
            training ->
                details.add(detail(DetailKind.TRAINING, training.name(phrases.language()))));
    details.add(detail(DetailKind.OWNER, phrases.say("owner.you")));
    details.add(detail(DetailKind.DUE, point.due().toString()));
    details.add(detail(DetailKind.CHECK, nameOf(point)));
    return new Item(spoken(point.finding()), details.build());
  }

  private Item statement(Finding finding) {
    return plain(spoken(finding));
  }

  private List<Item> inLine() {
    if (note.inLine().isEmpty()) {
      return ImmutableList.of();
    }
    String names =
        note.inLine().stream()
            .map(metric -> metric.name(phrases.language()))
            .collect(Collectors.joining(phrases.say("list.and")));
    return ImmutableList.of(plain(phrases.say("inLine", names)));
  }

  /** The finding as it is said to the person; rules we do not know speak for themselves. */
  private String spoken(Finding finding) {
    return toThePerson(finding).explain(phrases.language());
  }

  private Optional<String> action(Finding finding) {
    return toThePerson(finding).repair(phrases.language());
  }

  private Finding toThePerson(Finding finding) {
    return phrases.knows(finding.ruleId() + "." + finding.reason())
        ? Finding.builder().from(finding).phrases(Note.PHRASES).build()
        : finding;
  }

  private static boolean isRanked(Evidence main) {
    return main.test().map(test -> test.contains("rank")).orElse(false);
  }

  private Detail evidence(Finding finding) {
    List<String> parts = new ArrayList<>();
    Evidence main = finding.evidence().get(0);
    // The interval belongs to a mean or a median, a rank test to neither: side by side they may
    // seem to contradict each other.
    Optional.of(main.observed())
        .filter(observed -> observed.unit() == Unit.RATIO && !isRanked(main))
        .flatMap(Measure::interval)
        .ifPresent(
            interval ->
                parts.add(
                    phrases.say(
                        "evidence.interval",
                        Numbers.decimal(interval.confidence() * 100, 0) + "%",
                        Numbers.value(interval.lower(), main.observed().unit(), main.currency()),
                        Numbers.value(interval.upper(), main.observed().unit(), main.currency()))));
    parts.add(phrases.say("evidence.n", Numbers.decimal((double) main.observed().n(), 0)));
    if (main.test().isPresent() && main.adjustedPValue().isPresent()) {
      parts.add(
          phrases.say(
              "evidence.test",
              testName(main.test().get()),
              p(main.adjustedPValue().getAsDouble())));
    }
    return detail(DetailKind.EVIDENCE, String.join(phrases.say("list.comma"), parts));
  }

  private String testName(String test) {
    String key = "test." + test.replace(' ', '-');
    return phrases.knows(key) ? phrases.say(key) : test;
  }

  private static String p(double value) {
    return value < SMALLEST_P ? "< 0.001" : "= " + Numbers.decimal(value, 3);
  }

  private String nameOf(DevelopmentPoint point) {
    KpiVersion check = point.check();
    Optional<Text> stage = Optional.ofNullable(point.finding().words().get("stage"));
    return check
        .name(phrases.language())
        .or(() -> stage.map(name -> phrases.say(step(point), name.in(phrases.language()))))
        .orElse(check.id());
  }

  private static String step(DevelopmentPoint point) {
    return point.finding().ruleId().equals(CLOSING) ? "check.won" : "check.stage";
  }

  private Detail detail(DetailKind kind, String text) {
    return new Detail(kind, phrases.say("detail." + kind), text);
  }

  private static Item plain(String text) {
    return new Item(text, ImmutableList.of());
  }
}
