package dev.pacesetter.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.goal.Baseline;
import dev.pacesetter.goal.Milestone;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.Tier;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.kpi.Kpi;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.repository.Zoo.Animal;
import dev.pacesetter.persistence.repository.Zoo.Cat;
import dev.pacesetter.persistence.repository.Zoo.Duck;
import dev.pacesetter.persistence.repository.Zoo.Empty;
import dev.pacesetter.persistence.repository.Zoo.Mood;
import dev.pacesetter.persistence.repository.Zoo.Penguin;
import dev.pacesetter.persistence.repository.Zoo.Plain;
import dev.pacesetter.persistence.repository.Zoo.Tree;
import dev.pacesetter.rule.KpiVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  private static final Plain PLAIN = new Plain("x", true, 1, 2, 0.5, Mood.BAD);

  @Test
  void writesOneFieldForEachComponent() {
    assertThat(RecordCodec.of(Plain.class).write(PLAIN).asMap())
        .containsExactly(
            Map.entry("text", "x"),
            Map.entry("flag", true),
            Map.entry("small", 1L),
            Map.entry("whole", 2L),
            Map.entry("real", new BigDecimal("0.5")),
            Map.entry("mood", "BAD"));
  }

  @Test
  void leavesOutWhatHasNoValue() {
    Empty empty =
        new Empty(Optional.empty(), OptionalLong.empty(), OptionalDouble.empty(), null, null);

    assertThat(RecordCodec.of(Empty.class).write(empty)).isEqualTo(Fields.empty());
    assertThat(RecordCodec.of(Empty.class).read(Fields.empty())).isEqualTo(empty);
  }

  @Test
  void writesDoublesThatAreNoNumbersAsText() {
    Plain plain = new Plain("", false, 0, 0, Double.NEGATIVE_INFINITY, Mood.GOOD);

    assertThat(RecordCodec.of(Plain.class).write(plain).text("real")).isEqualTo("-Infinity");
  }

  @Nested
  class ASealedType {
    private final RecordCodec<Animal> codec = RecordCodec.of(Animal.class);

    @Test
    void isWrittenWithTheNameOfItsMember() {
      Duck duck = new Duck(2, Optional.of(new Cat("Tom")));

      assertThat(codec.write(duck))
          .isEqualTo(
              Fields.of(
                  Map.of(
                      "@type",
                      "Duck",
                      "eggs",
                      2,
                      "friend",
                      Map.of("@type", "Cat", "name", "Tom"))));
      assertThat(codec.read(codec.write(duck))).isEqualTo(duck);
      assertThat(codec.typeName(duck)).isEqualTo("Duck");
      assertThat(codec.read(codec.write(new Penguin()))).isEqualTo(new Penguin());
    }

    @Test
    void knowsItsMembersInOrder() {
      assertThat(codec.typeNames()).containsExactly("Cat", "Duck", "Penguin");
    }

    @Test
    void refusesAMemberItDoesNotKnow() {
      assertRefused(
          () -> codec.read(Fields.of(Map.of("@type", "Dog"))),
          "Animal.@type is \"Dog\"; it must be one of Cat, Duck, Penguin");
      assertRefused(
          () -> codec.read(Fields.empty()),
          "Animal.@type is \"\"; it must be one of Cat, Duck, Penguin");
    }
  }

  @Nested
  class RefusesFieldsAndNamesPathValueAndWhatIsAllowed {
    private final RecordCodec<Plain> codec = RecordCodec.of(Plain.class);

    private Fields plainWith(String name, Object value) {
      return Fields.of(
          ImmutableMap.<String, Object>builder()
              .putAll(codec.write(PLAIN).asMap())
              .put(name, value)
              .buildKeepingLast());
    }

    @Test
    void thatAreMissing() {
      assertRefused(() -> codec.read(Fields.empty()), "Plain.text is missing; it must be a text");
    }

    @Test
    void thatAreUnknown() {
      assertRefused(
          () -> codec.read(plainWith("later", 1)),
          "Plain has the unknown field \"later\"; known are [text, flag, small, whole, real, mood]");
    }

    @Test
    void ofAnotherKind() {
      assertRefused(() -> codec.read(plainWith("text", 7)), "Plain.text is 7; it must be a text");
      assertRefused(
          () -> codec.read(plainWith("flag", "yes")),
          "Plain.flag is \"yes\"; it must be true or false");
      assertRefused(
          () -> codec.read(plainWith("small", 1L << 31)),
          "Plain.small is 2147483648; it must be an integer from -2147483648 to 2147483647");
      assertRefused(
          () -> codec.read(plainWith("whole", 0.5)),
          "Plain.whole is 0.5; it must be an integer from -2^63 to 2^63-1");
      assertRefused(
          () -> codec.read(plainWith("real", "1.5")),
          "Plain.real is \"1.5\"; it must be a number, or one of NaN, Infinity, -Infinity, -0.0");
      assertRefused(
          () -> codec.read(plainWith("mood", "not the name")),
          "Plain.mood is \"not the name\"; it must be one of GOOD, BAD");
    }

    @Test
    void deepInside() {
      Fields tree =
          Fields.of(
              Map.of(
                  "name",
                  "root",
                  "children",
                  ImmutableList.of(
                      Map.of("name", "a", "children", ImmutableList.of()), Map.of("name", "b"))));

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> RecordCodec.of(Tree.class).read(tree))
          .withMessage("Tree.children[1].children is missing; it must be a list")
          .satisfies(e -> assertThat(e.path()).isEqualTo("Tree.children[1].children"));
    }

    @Test
    void thatTheTypeItselfRefuses() {
      Fields negative =
          Fields.of(
              Map.of(
                  "@type", "AmountSet",
                  "id", "e1",
                  "at", "2026-07-01T12:00:00Z",
                  "opportunity", "o1",
                  "amount", "EUR -1.00"));

      assertRefused(
          () -> RecordCodec.of(SalesEvent.class).read(negative),
          "SalesEvent cannot be read: event e1 has the amount EUR -1.00; it must not be negative");
    }

    @Test
    void thatAreNoScalar() {
      Fields noDay =
          Fields.of(Map.of("at", "noon", "day", "2026-07-01", "money", "EUR 1.00", "decimal", "1"));

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> RecordCodec.of(Zoo.Scalar.class).read(noDay))
          .withMessageStartingWith(
              "Scalar.at is \"noon\"; it must be an instant such as 2026-07-01T12:00:00Z: ");
    }
  }

  @Nested
  class RefusesTypes {
    record WithFloat(float share) {}

    record WithKeys(ImmutableMap<Plain, String> map) {}

    record WithOptionalInside(ImmutableList<Optional<String>> list) {}

    record WithNothingKnown(ImmutableList<?> list) {}

    @Test
    void itCannotKeep() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordCodec.of(WithFloat.class))
          .withMessageStartingWith("WithFloat.share is of type float; supported are records");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordCodec.of(WithOptionalInside.class))
          .withMessageStartingWith("WithOptionalInside.list[] is of type java.util.Optional");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordCodec.of(WithNothingKnown.class))
          .withMessageStartingWith("WithNothingKnown.list[] is of type");
    }

    @Test
    void whoseKeysAreNoText() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordCodec.of(WithKeys.class))
          .withMessageStartingWith("WithKeys.map has keys of ");
    }

    @Test
    void thatAreNoRecords() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RecordCodec.of(Mood.class))
          .withMessageContaining("a codec is for records");
      assertThatIllegalArgumentException().isThrownBy(() -> RecordCodec.of(Object.class));
    }
  }

  @Test
  @SuppressWarnings("NullAway") // a caller may not check nullness
  void refusesNullWhereItIsNotAnnounced() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordCodec.of(Tree.class).write(new Tree(null, ImmutableList.of())))
        .withMessage("Tree.name is null; it must be a text, or be marked @Nullable");
  }

  @Nested
  class TheValuesOfTheSalesLoop {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final RecordCodec<SalesGoal> goals =
        RecordCodec.of(
            SalesGoal.class, StandIn.text(Kpi.class, Kpi::id, Kpis::get, "the id of a KPI"));

    private SalesGoal.Builder goal() {
      return SalesGoal.builder()
          .id("q3-emea")
          .title("EMEA new revenue of 1.2M in Q3")
          .kpi(Kpis.WON_VALUE)
          .atLeast(Money.of(CurrencyUnit.EUR, 1_200_000))
          .period(
              new Period(
                  PeriodKind.QUARTER,
                  "FY2026-Q3",
                  LocalDate.of(2026, 7, 1),
                  LocalDate.of(2026, 10, 1)));
    }

    @Test
    void includeEvents() {
      RecordCodec<SalesEvent> codec = RecordCodec.of(SalesEvent.class);
      AmountSet amount = new AmountSet("e1", NOON, "o1", Money.of(CurrencyUnit.EUR, 4821));

      assertThat(codec.write(amount))
          .isEqualTo(
              Fields.of(
                  Map.of(
                      "@type", "AmountSet",
                      "id", "e1",
                      "at", "2026-07-01T12:00:00Z",
                      "opportunity", "o1",
                      "amount", "EUR 4821.00")));
      assertThat(codec.read(codec.write(amount))).isEqualTo(amount);
      assertThat(codec.typeName(new OpportunityWon("e2", NOON, "o1"))).isEqualTo("OpportunityWon");
    }

    @Test
    void includeGoalsWithAllTheirParts() {
      SalesGoal goal =
          goal()
              .owner("ana")
              .scope(Scope.team("emea"))
              .contributesTo("fy26")
              .rationale("")
              .tier(Tier.STRETCH, Money.of(CurrencyUnit.EUR, 2_000_000))
              .addMilestone(new Milestone(LocalDate.of(2026, 8, 31), 60_000_000))
              .baseline(
                  new Baseline(
                      KpiVersion.of(Kpis.WON_VALUE),
                      Scope.team("emea"),
                      goal().build().period(),
                      Unit.MONEY,
                      100_000_000))
              .weight(5_000)
              .worth(Money.of(CurrencyUnit.EUR, 10))
              .daysBetweenReviews(14)
              .replanning("When the budget changes")
              .addRequiredTraining("negotiation")
              .putPlannedTraining("negotiation", LocalDate.of(2026, 7, 10))
              .build();

      Fields written = goals.write(goal);

      assertThat(written.asMap().keySet())
          .containsExactly(
              "baseline",
              "contributesTo",
              "daysBetweenReviews",
              "id",
              "kpi",
              "milestones",
              "owner",
              "period",
              "plannedTrainings",
              "rationale",
              "replanning",
              "requiredTrainings",
              "scope",
              "target",
              "tiers",
              "title",
              "weight",
              "worth");
      assertThat(written.text("kpi")).isEqualTo("won.value");
      assertThat(goals.read(written)).isEqualTo(goal);
    }

    @Test
    void includeGoalsWithoutWhatMayBeLeftOut() {
      Fields written = goals.write(goal().build());
      Map<String, Object> withoutDefault = new HashMap<>(written.asMap());
      withoutDefault.remove("scope");

      assertThat(written.value("owner")).isEmpty();
      assertThat(goals.read(written)).isEqualTo(goal().build());
      assertThat(goals.read(Fields.of(withoutDefault))).isEqualTo(goal().build());
    }

    @Test
    void areRefusedWithTheirOwnWords() {
      Map<String, Object> fields = new HashMap<>(goals.write(goal().build()).asMap());
      fields.put("kpi", "no.such.kpi");
      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> goals.read(Fields.of(fields)))
          .withMessageStartingWith("SalesGoal.kpi is \"no.such.kpi\"; it must be the id of a KPI");
      fields.put("kpi", "won.value");
      fields.put("contributesTo", "q3-emea");
      assertRefused(
          () -> goals.read(Fields.of(fields)),
          "SalesGoal cannot be read: goal q3-emea contributes to itself");
    }
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(UnreadableFieldsException.class)
        .isThrownBy(call)
        .withMessage(message);
  }
}
