package dev.pacesetter.examples.review.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.calendar.FiscalCalendar;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.plan.task.Capacity;
import dev.pacesetter.plan.task.Effort;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.plan.task.TaskPlan;
import dev.pacesetter.plan.task.TaskSchedule;
import dev.pacesetter.text.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PlanCalendarTest {
  private static final Instant AS_OF = Instant.parse("2026-07-15T21:59:59.999999999Z");

  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.startingIn(Month.JANUARY, ZoneOffset.UTC);

  private static final Organization ORGANIZATION =
      Organization.builder().addPerson(Person.of("ana", "Ana Silva")).build();

  private static final Task LIST =
      Task.builder()
          .id("list")
          .title(Text.of("List accounts, all; of them", "列出全部客户"))
          .owner("ana")
          .effort(Effort.ofHours(12))
          .due(LocalDate.of(2026, 7, 5))
          .build();
  private static final Task CALL =
      Task.builder()
          .id("call")
          .title(Text.of("Call", "联系"))
          .owner("ana")
          .effort(Effort.ofWorkingDays(1))
          .due(LocalDate.of(2026, 7, 2))
          .addAfter("list")
          .build();

  private static final SalesGoal GOAL =
      SalesGoal.builder()
          .id("q3")
          .title(Text.of("Revenue in Q3", "第三季度收入"))
          .kpi(Kpis.WON_VALUE)
          .atLeast(Money.of(CurrencyUnit.EUR, 9_000))
          .period(CALENDAR.period("FY2026-Q3"))
          .milestones(
              ImmutableList.of(
                  new Milestone(LocalDate.of(2026, 7, 31), 300_050),
                  new Milestone(LocalDate.of(2026, 9, 30), 900_000)))
          .build();

  private static String written(Locale language, Task... tasks) {
    TaskSchedule schedule =
        TaskSchedule.of(
            TaskPlan.of(tasks),
            LocalDate.of(2026, 7, 1),
            CALENDAR.workingDays(),
            Capacity.of(ORGANIZATION));
    return PlanCalendar.of("sample", AS_OF, ORGANIZATION, language, schedule, List.of(GOAL));
  }

  private static Calendar readBack(String text) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static String value(Component component, String name) {
    return component.<Property>getProperty(name).orElseThrow().getValue();
  }

  @Test
  void hasAToDoForEachTaskAndAnEventForEachMilestone() throws Exception {
    Calendar calendar = readBack(written(Locale.ENGLISH, LIST, CALL));
    assertThat(calendar.validate().hasErrors()).isFalse();
    List<CalendarComponent> toDos = calendar.getComponents(Component.VTODO);
    List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
    assertThat(toDos)
        .extracting(toDo -> value(toDo, Property.SUMMARY))
        .containsExactly("List accounts, all; of them", "Call");
    assertThat(events)
        .extracting(event -> value(event, Property.SUMMARY))
        .containsExactly("EUR 3,000.50: Revenue in Q3", "EUR 9,000: Revenue in Q3");
    assertThat(events)
        .extracting(event -> value(event, Property.DTSTART))
        .containsExactly("20260731", "20260930");
  }

  @Test
  void saysWhenATaskIsDueOnWhatItWaitsAndWhyItIsLate() throws Exception {
    List<CalendarComponent> toDos =
        readBack(written(Locale.ENGLISH, LIST, CALL)).getComponents(Component.VTODO);
    CalendarComponent list = toDos.get(0);
    CalendarComponent call = toDos.get(1);
    // the fifth is a Sunday
    assertThat(value(list, Property.DUE)).isEqualTo("20260703");
    assertThat(value(list, Property.DTSTART)).isEqualTo("20260701");
    assertThat(value(call, Property.DUE)).isEqualTo("20260702");
    assertThat(call.getProperty(Property.DTSTART)).isEmpty();
    assertThat(value(call, Property.RELATED_TO)).isEqualTo(value(list, Property.UID));
    assertThat(value(call, Property.DESCRIPTION))
        .startsWith(
            "Ana Silva, 1 working day of work. Can be done from 2026-07-03 to 2026-07-03; must be"
                + " done by 2026-07-02 so that nothing is late.\nOn the critical path")
        .contains("1 working day late");
  }

  @Test
  void speaksChineseToo() throws Exception {
    Calendar calendar = readBack(written(Locale.CHINESE, LIST, CALL));
    List<CalendarComponent> toDos = calendar.getComponents(Component.VTODO);
    List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
    assertThat(toDos)
        .extracting(toDo -> value(toDo, Property.SUMMARY))
        .containsExactly("列出全部客户", "联系");
    assertThat(value(events.get(0), Property.SUMMARY)).isEqualTo("EUR 3,000.50：第三季度收入");
  }

  @Test
  void isTheSameToTheByteInAnyOrderAndTimeZone() {
    String here = written(Locale.ENGLISH, LIST, CALL);
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(written(Locale.ENGLISH, CALL, LIST)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(here)
        .contains("DTSTAMP:20260715T215959Z\r\n")
        .contains("UID:task/list@sample.pacesetter\r\n")
        .contains("UID:milestone/q3/2026-07-31@sample.pacesetter\r\n")
        .contains("DUE;VALUE=DATE:20260703\r\n");
  }

  @Test
  void breaksLinesAt75OctetsAndBetweenCharacters() throws Exception {
    for (String filling : List.of("", "a", "ab", "abc")) {
      String title = filling + "客户📈".repeat(20);
      String text =
          written(Locale.CHINESE, Task.builder().from(LIST).title(Text.of(title)).build());
      assertThat(text.split("\r\n"))
          .allSatisfy(
              line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
      assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(text);
      List<CalendarComponent> toDos = readBack(text).getComponents(Component.VTODO);
      assertThat(value(toDos.get(0), Property.SUMMARY)).isEqualTo(title);
    }
  }
}
