package dev.pacesetter.examples.review.tasks;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableList;
import dev.pacesetter.examples.review.text.Message;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Target;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.plan.task.Effort;
import dev.pacesetter.plan.task.ScheduledTask;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.text.Numbers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.RelType;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.joda.money.CurrencyUnit;

/**
 * Tasks and milestones as iCalendar (RFC 5545), for any calendar program.
 *
 * <p>A task is a to-do with the day it is due, on which it depends ({@code DEPENDS-ON} of RFC 9253)
 * and, in its description, the owner, the work, the days and what stands in the way. A milestone is
 * an event of a whole day. Nothing depends on when or where it is written: the stamp is the as-of
 * instant, and identifiers follow from the source and the ids of tasks and goals, so that an import
 * replaces what an earlier one brought.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9253">RFC 9253</a>
 */
public final class PlanCalendar {
  private static final double MINUTES_AN_HOUR = 60;
  private static final int OCTETS_A_LINE = 75;
  private static final String FOLD = "\r\n ";

  private final String source;
  private final Instant asOf;
  private final Organization organization;
  private final Locale language;

  private PlanCalendar(String source, Instant asOf, Organization organization, Locale language) {
    this.source = source;
    this.asOf = asOf;
    this.organization = organization;
    this.language = language;
  }

  /**
   * Writes a calendar.
   *
   * @param source short name of where the plan comes from, part of every identifier
   * @param asOf the stamp of every entry
   * @param organization what people are called
   * @param language English or Chinese
   * @param schedule the tasks
   * @param goals the goals whose milestones are written
   * @return the text of the file, with the line ends that RFC 5545 asks for
   */
  public static String of(
      String source,
      Instant asOf,
      Organization organization,
      Locale language,
      TaskSchedule schedule,
      List<SalesGoal> goals) {
    return new PlanCalendar(source, asOf, organization, language).text(schedule, goals);
  }

  private String text(TaskSchedule schedule, List<SalesGoal> goals) {
    List<CalendarComponent> entries = new ArrayList<>();
    schedule.tasks().forEach(task -> entries.add(toDo(task, schedule)));
    goals.forEach(goal -> goal.milestones().forEach(step -> entries.add(event(goal, step))));
    Calendar calendar =
        new Calendar(
            new PropertyList(
                ImmutableList.of(
                    new ProdId(
                        "-//Pacesetter//Review//"
                            + language.getLanguage().toUpperCase(Locale.ROOT)),
                    ImmutableVersion.VERSION_2_0,
                    ImmutableCalScale.GREGORIAN)),
            new ComponentList<>(entries));
    StringWriter out = new StringWriter();
    try {
      new CalendarOutputter(true).output(calendar, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(out.toString().replace(FOLD, ""));
  }

  /**
   * Breaks lines by octets, as RFC 5545 asks for, and between characters: the library counts chars,
   * which makes lines of Chinese too long and can cut a character in two.
   */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int character = text.codePointAt(at);
      int more = Utf8.encodedLength(Character.toString(character));
      if (character == '\r' || character == '\n') {
        octets = 0;
      } else if (octets + more > OCTETS_A_LINE) {
        folded.append(FOLD);
        octets = 1 + more;
      } else {
        octets += more;
      }
      folded.appendCodePoint(character);
    }
    return folded.toString();
  }

  private VToDo toDo(ScheduledTask scheduled, TaskSchedule schedule) {
    Task task = scheduled.task();
    LocalDate due =
        Optional.ofNullable(schedule.movedDueDays().get(task.id()))
            .or(task::due)
            .orElse(scheduled.latestFinish());
    ImmutableList.Builder<Property> properties = ImmutableList.builder();
    properties.add(new Uid(uid(task.id())), new DtStamp(asOf), new Summary(title(task)));
    // a to-do must be due after it starts, which one of a single day is not
    if (scheduled.earliestStart().isBefore(due)) {
      properties.add(new DtStart<>(date(), scheduled.earliestStart()));
    }
    properties.add(new Due<>(date(), due));
    properties.add(new Description(description(scheduled, schedule)));
    for (String before : task.after()) {
      properties.add(
          new RelatedTo(new ParameterList(ImmutableList.of(RelType.DEPENDS_ON)), uid(before)));
    }
    return new VToDo(new PropertyList(properties.build()));
  }

  private VEvent event(SalesGoal goal, Milestone step) {
    return new VEvent(
        new PropertyList(
            ImmutableList.of(
                new Uid("milestone/" + goal.id() + "/" + step.day() + "@" + source + ".pacesetter"),
                new DtStamp(asOf),
                new Summary(say("calendar.milestone", amount(goal, step.amount()), goal.title())),
                new DtStart<>(date(), step.day()),
                new Description(
                    say(
                        "calendar.milestone.of",
                        amount(goal, step.amount()),
                        step.day().toString(),
                        amount(goal, goal.target().amount()))))));
  }

  private String uid(String task) {
    return "task/" + task + "@" + source + ".pacesetter";
  }

  private static ParameterList date() {
    return new ParameterList(ImmutableList.of(Value.DATE));
  }

  private String title(Task task) {
    return task.title().in(language);
  }

  private String description(ScheduledTask scheduled, TaskSchedule schedule) {
    Task task = scheduled.task();
    List<String> lines = new ArrayList<>();
    lines.add(
        say(
            "calendar.task",
            organization.person(task.owner()).map(Person::name).orElse(task.owner()),
            effort(task.effort()),
            scheduled.earliestStart().toString(),
            scheduled.earliestFinish().toString(),
            scheduled.latestFinish().toString()));
    if (schedule.criticalPath().contains(task)) {
      lines.add(say("calendar.critical"));
    }
    schedule.missed().stream()
        .filter(missed -> missed.task().equals(task))
        .forEach(missed -> lines.add(missed.explain(language)));
    return String.join("\n", lines);
  }

  private String effort(Effort effort) {
    return switch (effort.unit()) {
      case MINUTES -> say("calendar.hours", Numbers.decimal(effort.amount() / MINUTES_AN_HOUR, 1));
      case WORKING_DAYS -> say("calendar.days", effort.amount());
    };
  }

  private String amount(SalesGoal goal, long steps) {
    Unit unit = goal.target().unit();
    Optional<CurrencyUnit> currency =
        Optional.ofNullable(goal.target().currencyCode()).map(CurrencyUnit::of);
    int decimals = Target.decimals(unit);
    return Numbers.value(steps / Math.pow(10, decimals), unit, currency);
  }

  private String say(String key, Object... arguments) {
    return Message.of(key, arguments).in(language);
  }
}
