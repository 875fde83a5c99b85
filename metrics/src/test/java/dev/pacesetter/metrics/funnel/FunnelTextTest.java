package dev.pacesetter.metrics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelTextTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Nested
  class ALineSays {
    @Test
    void stepsAndNothingElseByDefault() {
      assertReads("lead > meeting > won", Funnel.ordered("lead", "meeting", "won"));
    }

    @Test
    void theOrder() {
      assertReads("strict: lead > won", Funnel.strict("lead", "won"));
      assertReads("directly: lead > won", Funnel.ordered("lead", "won").with(StepOrder.STRICT_ALL));
      assertReads("any order: demo and trial", Funnel.anyOrder("demo", "trial"));
      assertReads(
          "any order after lead: demo and trial", Funnel.anyOrderAfter("lead", "demo", "trial"));
      assertReads("any order after lead", Funnel.anyOrderAfter("lead"));
    }

    @Test
    void whatAStepIs() {
      assertReads(
          "lead > meeting = call or visit > demo? > touch = any event > won (within 7d)",
          Funnel.of(
              Step.of("lead"),
              Step.named("meeting", "call", "visit"),
              Step.of("demo").optional(),
              Step.named("touch"),
              Step.of("won").within(Duration.ofDays(7))));
      assertReads(
          "lead > offer? = quote (where region = emea or apac and size = large, within 36h)",
          Funnel.of(
              Step.of("lead"),
              Step.named("offer", "quote")
                  .where("region", "emea", "apac")
                  .where("size", "large")
                  .within(Duration.ofHours(36))
                  .optional()));
    }

    @Test
    void howMuchTimeThereIs() {
      FunnelDefinition funnel = Funnel.ordered("lead", "won");
      assertReads("lead > won, within 90d", funnel.within(Duration.ofDays(90)));
      assertReads("lead > won, within 1 day in Europe/Paris", funnel.within(Window.days(1, PARIS)));
      assertReads(
          "lead > won, within 3 months in '+08:00'",
          funnel.within(Window.months(3, ZoneId.of("+08:00"))));
    }

    @Test
    void everyRule() {
      FunnelDefinition funnel = Funnel.ordered("lead", "won");
      assertReads(
          "lead > won, repeats break, rows shared, ties refused, instants as given, first entry",
          funnel
              .with(Repeats.BREAK)
              .with(RowUse.SHARED_ROW)
              .with(Ties.STRICTLY_LATER)
              .with(InstantOrder.AS_GIVEN)
              .with(Entry.FIRST));
      assertReads("lead > won, each entry", funnel.with(Entry.EACH));
      assertReads(
          "lead > won, each session with gap 30min, counting subjects",
          funnel.perSession(Duration.ofMinutes(30)).counting(Counting.SUBJECTS));
    }

    @Test
    void whatMustNotHappen() {
      assertReads(
          "lead > offer > won, excluding lost, excluding spam or bounce from lead to offer"
              + " discarding subjects",
          Funnel.ordered("lead", "offer", "won")
              .excluding("lost")
              .excluding(
                  Exclusion.of("spam", "bounce")
                      .between("lead", "offer")
                      .with(ExclusionEffect.DISCARD_SUBJECT)));
    }

    @ParameterizedTest
    @CsvSource({
      "by rep and product, FIRST_STEP",
      "by rep and product at last step, LAST_REACHED",
      "by rep and product at first row, FIRST_EVER",
      "by rep and product at every row, EVERY",
    })
    void theGroups(String clause, Attribution attribution) {
      assertReads(
          "lead > won, holding deal, " + clause + ", confidence 0.9",
          Funnel.ordered("lead", "won")
              .holding("deal")
              .by(Breakdown.by("rep", "product").at(attribution))
              .withConfidence(0.9));
    }

    @Test
    void theGroupsOfAStep() {
      assertReads(
          "lead > won, by rep at step won",
          Funnel.ordered("lead", "won").by(Breakdown.by("rep").atStep("won")));
    }

    @Test
    void whatIsSoByDefaultWhereSomebodyWritesItDown() {
      assertThat(
              Funnel.parse(
                  "ordered: lead = \"lead\" > won, within unlimited, repeats ignored, rows distinct,"
                      + " ties allowed, instants by step, best entry, counting chains,"
                      + " by rep at first step, confidence 0.95"))
          .isEqualTo(Funnel.ordered("lead", "won").by("rep"));
    }

    @Test
    void namesOfAnyKind() {
      assertReads(
          "'closed won' > 'it\\'s' > '\\\\\\n' > 赢单 > 'to' > 'Köln\\u00a0Süd'",
          Funnel.ordered("closed won", "it's", "\\\n", "赢单", "to", "Köln\u00a0Süd"));
      assertThat(Funnel.parse("\"it's\" > '\"' > \"\\\"x\""))
          .isEqualTo(Funnel.ordered("it's", "\"", "\"x"));
    }

    @Test
    void theExamplesOfTheDocumentation() {
      assertReads(
          "lead > meeting = call or visit > demo? > won (within 7d), within 90d",
          Funnel.of(
                  Step.of("lead"),
                  Step.named("meeting", "call", "visit"),
                  Step.of("demo").optional(),
                  Step.of("won").within(Duration.ofDays(7)))
              .within(Duration.ofDays(90)));
      assertReads(
          "strict: lead > offer (where region = emea or apac and size = large) > won,"
              + " within 3 months in Europe/Paris,"
              + " excluding lost or spam from lead to won discarding subjects,"
              + " holding product, by rep and product at step offer, confidence 0.9",
          Funnel.of(
                  Step.of("lead"),
                  Step.of("offer").where("region", "emea", "apac").where("size", "large"),
                  Step.of("won"))
              .with(StepOrder.STRICT_KNOWN)
              .within(Window.months(3, PARIS))
              .excluding(
                  Exclusion.of("lost", "spam")
                      .between("lead", "won")
                      .with(ExclusionEffect.DISCARD_SUBJECT))
              .holding("product")
              .by(Breakdown.by("rep", "product").atStep("offer"))
              .withConfidence(0.9));
      assertReads(
          "any order after 'signed up': invited and touch = any event, ties refused,"
              + " each session with gap 30min, counting subjects, by channel at every row",
          Funnel.of(Step.of("signed up"), Step.of("invited"), Step.named("touch"))
              .with(StepOrder.ANY_AFTER_ANCHOR)
              .with(Ties.STRICTLY_LATER)
              .perSession(Duration.ofMinutes(30))
              .counting(Counting.SUBJECTS)
              .by(Breakdown.by("channel").at(Attribution.EVERY)));
    }

    private static void assertReads(String line, FunnelDefinition funnel) {
      assertThat(funnel).hasToString(line);
      assertThat(Funnel.parse(line)).isEqualTo(funnel);
    }
  }

  @Nested
  class AMistake {
    @Test
    void isShownInItsLine() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Funnel.parse("lead > won within 90d"))
          .withMessage(
              """
              funnel, column 12: found 'within'; allowed is '?', '=', '(', '>', ',' or the end; \
              as a name it must be in quotes
                lead > won within 90d
                           ^""");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "within 9d",
          "repeats break",
          "rows shared",
          "ties refused",
          "instants as given",
          "each entry",
          "holding product",
          "counting subjects",
          "by rep",
          "confidence 0.9"
        })
    void isToSayAnythingTwice(String clause) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Funnel.parse("lead > won, " + clause + ", " + clause))
          .withMessageStartingWith("funnel, column " + (15 + clause.length()) + ": ")
          .withMessageContaining(" is there twice; it must be there once");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            ``                              | 1  | found the end; allowed is 'any', 'strict', 'directly', 'ordered' or a step
            lead -> won                     | 6  | found '-'; allowed is '?', '=', '(', '>', ',' or the end
            lead > closed won               | 15 | found 'won'; allowed is '?', '=', '(', '>', ',' or the end; a name of several words must be in quotes
            lead > meeting = call + visit   | 23 | found '+'; allowed is 'or', '(', '>', ',' or the end; a name with other signs than letters and digits must be in quotes
            strict lead > won               | 8  | found 'lead'; allowed is ':'
            lead > > won                    | 8  | found '>'; allowed is a step
            lead > won > lead               | 14 | there are two steps called 'lead'
            lead > 'closed won              | 8  | the quote is not closed
            lead > 'a\\x'                    | 10 | a backslash starts one of
            lead > touch = any              | 19 | found the end; allowed is 'event'
            lead > won, Within 90d          | 13 | found 'Within'; allowed is 'within', 'excluding', 'holding', 'by', 'confidence', 'best', 'first', 'each', 'repeats', 'rows', 'ties', 'instants' or 'counting'
            lead > won, within 90           | 22 | found the end; allowed is a unit with no space before it as in 90d, 'days', 'day', 'months' or 'month'
            lead > won, within 90m          | 20 | duration is '90m'; it must be a duration such as 90d, 36h, 15min
            lead > won, within 3 days       | 26 | found the end; allowed is 'in'
            lead > won, within 3 days in Oz | 30 | zone is 'Oz'
            lead? > won                     | 1  | the first step lead is optional
            lead > won, by rep, by product  | 21 | the breakdown is there twice
            lead > won, by rep at step win  | 28 | the funnel has no step 'win'; it has [lead, won]
            lead > won, excluding from lead | 23 | found 'from'; allowed is an event; as a name it must be in quotes
            lead > won, excluding x to lead | 25 | exclusion ends with step lead and starts with lead
            lead > won, by rep and rep      | 13 | breakdown is by [rep, rep]
            lead > won, confidence 0.5d      | 24 | confidence is '0.5d'; it must be a number between 0 and 1 such as 0.9
            lead > x (where a = 1 and a = 2) | 27 | there are two conditions on 'a'
            lead > won, confidence 95%      | 24 | confidence is 95.0; it must be between 0 and 1
            lead > won (region = emea)      | 13 | found 'region'; allowed is 'where' or 'within'
            any order: a and b?             | 1  | step b is optional or has a window of its own
            lead > won，within 90d           | 11 | found '，'; allowed is '?', '=', '(', '>', ',' or the end
            """)
    void namesItsColumnAndWhatIsAllowed(String line, int column, String message) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Funnel.parse(line))
          .withMessageStartingWith("funnel, column " + column + ": " + message)
          .withMessageEndingWith("\n  " + line + "\n  " + " ".repeat(column - 1) + "^");
    }
  }

  @Nested
  class AWindow {
    @ParameterizedTest
    @CsvSource({
      "90d, P90D",
      "36h, PT36H",
      "15min, PT15M",
      "10s, PT10S",
      "5ms, PT0.005S",
      "3us, PT0.000003S",
      "2ns, PT0.000000002S",
      "0s, PT0S",
    })
    void ofElapsedTimeIsAWholeNumberOfTheLargestUnitThatHoldsIt(String text, Duration elapsed) {
      assertThat(Window.of(elapsed)).hasToString(text);
      assertThat(Window.parse(text)).isEqualTo(Window.of(elapsed));
      assertThat(Window.parse(elapsed.toString())).isEqualTo(Window.of(elapsed));
    }

    @Test
    void ofAgesIsInIso() {
      assertThat(Window.parse("P3000000D")).isEqualTo(Window.of(Duration.ofDays(3_000_000)));
    }

    @Test
    void ofTheCalendarNamesItsZone() {
      assertThat(Window.parse("1 month in Europe/Paris")).isEqualTo(Window.months(1, PARIS));
      assertThat(Window.parse("0 days in Europe/Paris")).isEqualTo(Window.days(0, PARIS));
    }

    @Test
    void isNeverNegative() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Window.of(Duration.ofSeconds(-1)))
          .withMessage("window is PT-1S; it must not be negative");
      assertThatIllegalArgumentException().isThrownBy(() -> Window.days(-1, PARIS));
      assertThatIllegalArgumentException().isThrownBy(() -> Window.months(-1, PARIS));
    }

    @ParameterizedTest
    @CsvSource({
      "-5d, 1",
      "99999999999999999999d, 1",
      "PT-5S, 1",
      "P1M, 1",
      "9999999999 days in Z, 1",
      "90d 5h, 5",
    })
    void ofAnythingElseIsRefused(String text, int column) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Window.parse(text))
          .withMessageStartingWith("window, column " + column + ": ");
    }
  }
}
