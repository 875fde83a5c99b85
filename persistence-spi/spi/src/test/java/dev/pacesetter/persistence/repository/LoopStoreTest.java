package dev.pacesetter.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.SalesLoop;
import dev.pacesetter.calendar.Period;
import dev.pacesetter.calendar.PeriodKind;
import dev.pacesetter.feedback.Note;
import dev.pacesetter.goal.Agreement;
import dev.pacesetter.goal.AgreementStep.Accepted;
import dev.pacesetter.goal.AgreementStep.Answered;
import dev.pacesetter.goal.AgreementStep.Countered;
import dev.pacesetter.goal.AgreementStep.DeadlineMoved;
import dev.pacesetter.goal.AgreementStep.Declined;
import dev.pacesetter.goal.AgreementStep.Proposed;
import dev.pacesetter.goal.AgreementStep.Questioned;
import dev.pacesetter.goal.AgreementStep.Revised;
import dev.pacesetter.goal.AgreementStep.Withdrawn;
import dev.pacesetter.goal.GoalLedger;
import dev.pacesetter.goal.LedgerEntry.GoalSet;
import dev.pacesetter.goal.Proposal;
import dev.pacesetter.goal.SalesGoal;
import dev.pacesetter.goal.SmartAssessment;
import dev.pacesetter.journal.Journal;
import dev.pacesetter.journal.SalesEvent;
import dev.pacesetter.journal.SalesEvent.AmountSet;
import dev.pacesetter.journal.SalesEvent.OpportunityCreated;
import dev.pacesetter.journal.SalesEvent.OpportunityWon;
import dev.pacesetter.kpi.KpiCatalogue;
import dev.pacesetter.kpi.Kpis;
import dev.pacesetter.metrics.Interval;
import dev.pacesetter.metrics.Measure;
import dev.pacesetter.metrics.Unit;
import dev.pacesetter.organization.Customer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Person;
import dev.pacesetter.organization.Product;
import dev.pacesetter.organization.ProductLine;
import dev.pacesetter.organization.Ramp;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.organization.Team;
import dev.pacesetter.organization.Tenure;
import dev.pacesetter.organization.Territory;
import dev.pacesetter.persistence.AppendResult;
import dev.pacesetter.persistence.DocumentKey;
import dev.pacesetter.persistence.DocumentPort;
import dev.pacesetter.persistence.DocumentRevision;
import dev.pacesetter.persistence.EventRecord;
import dev.pacesetter.persistence.Fields;
import dev.pacesetter.persistence.RevisionConflictException;
import dev.pacesetter.persistence.Store;
import dev.pacesetter.persistence.Stores;
import dev.pacesetter.persistence.Workspace;
import dev.pacesetter.plan.SalesPlan;
import dev.pacesetter.plan.initiative.ExpectedLift;
import dev.pacesetter.plan.initiative.Initiative;
import dev.pacesetter.plan.initiative.InitiativeKind;
import dev.pacesetter.plan.initiative.LiftVerdict;
import dev.pacesetter.plan.initiative.MeasuredLift;
import dev.pacesetter.plan.initiative.PlanNote;
import dev.pacesetter.plan.task.Effort;
import dev.pacesetter.plan.task.Task;
import dev.pacesetter.review.Review;
import dev.pacesetter.rule.Finding;
import dev.pacesetter.rule.Wording;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoopStoreTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Workspace HERE = Workspace.of("here");

  private static final SimulatedLoop COMPANY = SimulatedLoop.of(7, 8, 3, 3_000);
  private static final SalesLoop LOOP = COMPANY.loop();

  private final Store store = Stores.open("memory:");
  private final LoopStore loop = LoopStore.of(store, HERE);

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class Facts {

    @Test
    void ofEveryTypeComeBackEqual() {
      loop.append(COMPANY.events());

      assertThat(loop.journal()).isEqualTo(Journal.of(COMPANY.events()));
      assertThat(loop.journal().events().stream().map(Object::getClass).distinct()).hasSize(19);
    }

    @Test
    void arriveOnceHoweverOftenTheyAreImported() {
      int all = COMPANY.events().size();

      assertThat(loop.append(COMPANY.events())).isEqualTo(AppendResult.of(all, 0));
      assertThat(loop.append(COMPANY.events())).isEqualTo(AppendResult.of(0, all));
      assertThat(loop.journal().size()).isEqualTo(all);
    }

    @Test
    void withAnIdThatStandsForAnotherAreRefused() {
      SalesEvent won = new OpportunityWon("e1", NOON, "d1");

      assertThat(loop.append(List.of(won, new OpportunityWon("e1", LATER, "d1"))))
          .isEqualTo(AppendResult.of(1, 0, "e1"));
      assertThat(loop.journal().events()).containsExactly(won);
    }

    @Test
    void areThoseOfAnInstantItselfIncluded() {
      SalesEvent before = new OpportunityCreated("e2", NOON, "d1");
      SalesEvent after = new OpportunityWon("e1", NOON.plusNanos(1), "d1");
      loop.append(List.of(after, before));

      assertThat(loop.journalAsOf(NOON).events()).containsExactly(before);
      assertThat(loop.journalAsOf(NOON.plusNanos(1)).events()).containsExactly(before, after);
      assertThat(loop.journalAsOf(NOON.minusNanos(1)).events()).isEmpty();
    }

    @Test
    void keepIdsThatNoStoreAccepts() {
      String endless = "e".repeat(300);
      ImmutableList<SalesEvent> odd =
          ImmutableList.of(
              new OpportunityWon(endless, NOON, "d1"),
              new OpportunityWon("tab\tand\u0000", NOON, "d".repeat(500)));

      assertThat(loop.append(odd)).isEqualTo(AppendResult.of(2, 0));
      assertThat(loop.append(odd)).isEqualTo(AppendResult.of(0, 2));
      assertThat(loop.append(List.of(new OpportunityWon(endless, NOON, "d2"))))
          .isEqualTo(AppendResult.of(0, 0, endless));
      assertThat(loop.journal()).isEqualTo(Journal.of(odd));
    }

    @Test
    void areKeptWithoutSayingAnythingTwice() {
      loop.append(List.of(new AmountSet("e1", NOON, "d1", SimulatedLoop.eur(5))));

      EventRecord kept = store.journal(HERE).read(0, 9).get(0).event();
      assertThat(kept)
          .isEqualTo(
              new EventRecord(
                  "e1",
                  NOON,
                  "AmountSet",
                  Fields.of(Map.of("opportunity", "d1", "amount", "EUR 5.00"))));
    }

    @Test
    void ofATypeNobodyKnowsAreRefusedByName() {
      store.journal(HERE).append(List.of(new EventRecord("e1", NOON, "Dreamt", Fields.empty())));

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(loop::journal)
          .withMessageStartingWith(
              "event e1: SalesEvent.@type is \"Dreamt\"; it must be one of ActivityLogged, ");
    }

    @Test
    void ofAnotherWorkspaceAreInvisible() {
      loop.append(COMPANY.events());

      assertThat(LoopStore.of(store, Workspace.of("there")).journal().size()).isZero();
    }
  }

  @Nested
  class Documents {

    private <T> T kept(Repository<T> repository, T value) {
      assertThat(repository.save(value, NOON))
          .isEqualTo(new Saved(repository.idOf(value), 1, true));
      assertThat(repository.save(value, LATER))
          .isEqualTo(new Saved(repository.idOf(value), 1, false));
      return repository.find(repository.idOf(value)).orElseThrow();
    }

    @Test
    void areGoals() {
      for (SalesGoal goal : COMPANY.goals()) {
        assertThat(kept(loop.goals(), goal)).isEqualTo(goal);
      }

      assertThat(loop.goals().all()).isEqualTo(COMPANY.goals());
      assertThat(loop.goals().idOf(COMPANY.companyGoal())).isEqualTo("q1");
    }

    @Test
    void areAgreementsWithEverythingThatWasSaid() {
      Text both = Text.of("why", "为什么");
      Proposal proposal = Proposal.of(COMPANY.companyGoal(), Map.of("ana", 250_000_000L));
      SalesGoal reworded = goal("q1", Text.of("Win 2.5M", "赢单 250 万"));
      Agreement agreement =
          Agreement.propose(new Proposed("mia", NOON, proposal, both, Optional.of(LATER)))
              .with(new Questioned("ana", NOON, both))
              .with(new Answered("mia", NOON, "ana", both))
              .with(new Countered("ana", NOON, 200_000_000, both))
              .with(new Declined("ana", NOON, both, OptionalLong.of(1)))
              .with(new DeadlineMoved("mia", NOON, LATER.plusSeconds(1), both))
              .with(new Accepted("ana", NOON, 250_000_000, Optional.of(both)))
              .with(new Revised("mia", NOON, Proposal.toOne(reworded, "ana"), both))
              .with(new Withdrawn("mia", LATER, both));

      assertThat(kept(loop.agreements(), agreement)).isEqualTo(agreement);
      assertThat(loop.agreements().find("q1")).contains(agreement);
      assertThat(loop.agreements().all()).containsExactly(agreement);
    }

    @Test
    void areTheEntriesOfTheLedgerOneByOne() {
      GoalLedger ledger =
          GoalLedger.of(
              COMPANY.goals().stream()
                  .map(
                      goal ->
                          new GoalSet(
                              goal.id(), NOON, "mia", Text.of("plan"), goal, SimulatedLoop.DAY))
                  .toList());

      assertThat(loop.ledger().append(ledger)).isEqualTo(COMPANY.goals().size());

      assertThat(loop.ledger().load()).isEqualTo(ledger);
      assertThat(store.documents(HERE).list("ledger").get(0).key().id()).isEqualTo("0000000001");
      assertThat(store.documents(HERE).list("ledger"))
          .extracting(DocumentRevision::revision)
          .containsOnly(1L);
    }

    @Test
    void areNoLedgerWhereAnEntryIsMissing() {
      GoalSet set =
          new GoalSet("e1", NOON, "mia", Text.of("plan"), COMPANY.companyGoal(), SimulatedLoop.DAY);
      loop.ledger().append(GoalLedger.empty().with(set));
      DocumentPort port = store.documents(HERE);
      Map<String, Object> body = new HashMap<>(port.list("ledger").get(0).body().asMap());
      body.put("place", 3);
      port.save(DocumentKey.of("ledger", "0000000003"), Fields.of(body), 0, NOON);

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.ledger().load())
          .withMessage("the ledger has an entry at place 3; it must be 2");
    }

    @Test
    void areAssessments() {
      SmartAssessment assessment = LOOP.assess(COMPANY.companyGoal(), SimulatedLoop.AS_OF);

      assertThat(assessment.findings()).isNotEmpty();
      assertThat(kept(loop.assessments(), assessment)).isEqualTo(assessment);
      assertThat(loop.assessments().find("q1")).contains(assessment);
    }

    @Test
    void areInitiativesAndWhatTheyBrought() {
      Initiative push =
          Initiative.builder()
              .id("push")
              .kind(InitiativeKind.PRODUCT_PUSH)
              .title(Text.of("Push", "推广"))
              .owner("ana")
              .budget(Money.of(CurrencyUnit.EUR, 20_000))
              .start(LocalDate.of(2026, 7, 1))
              .end(LocalDate.of(2026, 10, 1))
              .slice(Scope.product("gtx"))
              .kpi(Kpis.WON_VALUE)
              .expected(new ExpectedLift(1e5, 2e5))
              .goal("q1")
              .share(1_500)
              .build();
      MeasuredLift lift =
          MeasuredLift.builder()
              .initiative("push")
              .title(push.title())
              .expected(push.expected())
              .before(COMPANY.companyGoal().period())
              .after(COMPANY.companyGoal().period())
              .isOver(true)
              .parts(4)
              .partsBeside(9)
              .measured(
                  Measure.of(1.5e5, Unit.MONEY, 13).withInterval(new Interval(1.2e5, 1.8e5, 0.95)))
              .pValue(0.001)
              .currency(CurrencyUnit.EUR)
              .build();

      assertThat(kept(loop.initiatives(), push)).isEqualTo(push);
      assertThat(kept(loop.lifts(), lift)).isEqualTo(lift);
      assertThat(loop.lifts().find("push").orElseThrow().verdict()).isEqualTo(LiftVerdict.WITHIN);
    }

    @Test
    void areNotesThatFindingsReferToAndTasks() {
      PlanNote note =
          new PlanNote(
              "n1",
              PlanNote.Kind.CUSTOMER_NEED,
              "ana",
              LocalDate.of(2026, 7, 1),
              Scope.team("emea"),
              Text.of("Monthly payment", "按月付款"));
      SmartAssessment assessment = LOOP.assess(COMPANY.companyGoal(), SimulatedLoop.AS_OF);
      Finding finding = assessment.findings().get(0).referringTo(ImmutableList.of("n1"));
      SmartAssessment noted = new SmartAssessment(assessment.goal(), ImmutableList.of(finding));
      Task task =
          Task.builder()
              .id("call")
              .title(Text.of("Call", "联系"))
              .owner("ana")
              .effort(Effort.ofHours(12))
              .due(LocalDate.of(2026, 7, 10))
              .addAfter("list")
              .initiative("push")
              .build();

      assertThat(kept(loop.planNotes(), note)).isEqualTo(note);
      assertThat(kept(loop.assessments(), noted)).isEqualTo(noted);
      assertThat(kept(loop.tasks(), task)).isEqualTo(task);
    }

    @Test
    void areFindingsInWordsOfTheirOwn() {
      SmartAssessment assessment = LOOP.assess(COMPANY.companyGoal(), SimulatedLoop.AS_OF);
      Finding worded =
          Finding.builder()
              .from(assessment.findings().get(0))
              .phrases("")
              .wording(
                  Wording.of(Text.of("Own", "自有"), Text.of("of {subject}", "{subject}的"))
                      .withRepair(Text.of("repair")))
              .build();
      SmartAssessment own = new SmartAssessment(assessment.goal(), ImmutableList.of(worded));

      assertThat(kept(loop.assessments(), own)).isEqualTo(own);
    }

    @Test
    void areReadAlthoughAnEarlierVersionKnewNoParametersOfFindings() {
      SmartAssessment assessment = LOOP.assess(COMPANY.companyGoal(), SimulatedLoop.AS_OF);
      RecordCodec<SmartAssessment> codec =
          RecordCodec.of(SmartAssessment.class, LoopTypes.by(KpiCatalogue.standard()));
      Map<String, Object> fields = new HashMap<>(codec.write(assessment).asMap());
      List<Fields> older =
          ((List<?>) Objects.requireNonNull(fields.get("findings")))
              .stream()
                  .map(
                      finding -> {
                        Map<String, Object> known = new HashMap<>(((Fields) finding).asMap());
                        known.keySet().removeAll(List.of("settings", "ruledOut", "notes"));
                        return Fields.of(known);
                      })
                  .toList();
      fields.put("findings", older);

      SmartAssessment read = codec.read(Fields.of(fields));

      assertThat(read.findings()).hasSameSizeAs(assessment.findings());
      assertThat(read.findings().get(0).settings()).isEmpty();
      assertThat(read.explain(Locale.CHINESE)).isEqualTo(assessment.explain(Locale.CHINESE));
    }

    @Test
    void arePlansThatStillExplainThemselves() {
      SalesPlan plan = LOOP.plan(COMPANY.companyGoal());

      SalesPlan read = kept(loop.plans(), plan);

      assertThat(read).isEqualTo(plan);
      assertThat(read.total()).isEqualTo(250_000_000);
      assertThat(read.cell("p03", "m1", "FY2027-02").why().explain(Locale.ENGLISH))
          .isEqualTo(plan.cell("p03", "m1", "FY2027-02").why().explain(Locale.ENGLISH));
      assertThat(loop.plans().find("q1")).contains(plan);
    }

    @Test
    void areReviewsInEveryAttribute() {
      Review review = LOOP.review(SimulatedLoop.QUARTER, SimulatedLoop.AS_OF);

      assertThat(review.findings()).isNotEmpty();
      assertThat(review.movement()).isPresent();
      assertThat(review.comparisons()).anyMatch(comparison -> comparison.team().isPresent());
      assertThat(review.attainments()).hasSize(2);
      assertThat(review.funnels()).isNotEmpty();
      assertThat(kept(loop.reviews(), review)).isEqualTo(review);
      assertThat(loop.reviews().idOf(review)).isEqualTo("FY2027-Q1/2026-06-20");
    }

    @Test
    void areNotesThatStillReadTheSame() {
      ImmutableList<Note> notes =
          LOOP.notes(LOOP.review(SimulatedLoop.QUARTER, SimulatedLoop.AS_OF));

      assertThat(notes).anyMatch(note -> !note.developmentPoints().isEmpty());
      for (Note note : notes) {
        assertThat(kept(loop.notes(), note)).isEqualTo(note);
      }
      assertThat(loop.notes().all()).isEqualTo(notes);
      assertThat(loop.notes().idOf(notes.get(1))).isEqualTo("FY2027-Q1/2026-06-20/p01");
    }

    @Test
    void areTheOrganizationAndItsCalendar() {
      Organization organization = COMPANY.organization();

      Organization read = kept(loop.organizations(), organization);

      assertThat(read.teams()).isEqualTo(organization.teams()).hasSize(3);
      assertThat(read.people()).isEqualTo(organization.people()).hasSize(9);
      assertThat(read.products()).isEqualTo(organization.products()).hasSize(3);
      assertThat(read.customers()).isEqualTo(organization.customers()).hasSize(5);
      assertThat(read.process()).isEqualTo(organization.process()).isPresent();
      assertThat(loop.organizations().find(LoopStore.COMPANY)).isPresent();
      assertThat(kept(loop.calendars(), SimulatedLoop.CALENDAR)).isEqualTo(SimulatedLoop.CALENDAR);
    }

    @Test
    void areTheChangesOfAnOrganization() {
      LocalDate may = LocalDate.of(2026, 5, 1);
      Organization organization =
          Organization.builder()
              .addTeam(Team.of("all", "All").ledBy("eve"))
              .addTeam(Team.of("north", "North").movedUnder("all", may).ledBy("ana", may))
              .addPerson(
                  Person.of("ana", "Ana")
                      .inTeam("all")
                      .movedTo("north", may)
                      .since(LocalDate.of(2026, 1, 8))
                      .ramping(Ramp.ofMonths(0, 0.25, 0.75))
                      .working(0.8)
                      .working(0.6, LocalDate.of(2026, 4, 1)))
              .addPerson(Person.of("eve", "Eve"))
              .addTerritory(Territory.of("eu", "Europe").ownedBy("eve"))
              .addTerritory(
                  Territory.of("fr", "France")
                      .under("eu")
                      .withOwners(
                          List.of(
                              Tenure.always("ana").until(may),
                              Tenure.vacant(may, may.plusDays(9)),
                              Tenure.since("eve", may.plusDays(9)))))
              .addProductLine(ProductLine.of("hard", "Hardware"))
              .addProductLine(ProductLine.of("pumps", "Pumps").under("hard"))
              .addProduct(Product.of("p1", "Pump 1").inLine("pumps"))
              .addCustomer(Customer.of("c1", "One").inTerritory("fr").movedTo("eu", may))
              .build();

      Organization read = kept(loop.organizations(), organization);

      assertThat(read.teams()).isEqualTo(organization.teams());
      assertThat(read.people()).isEqualTo(organization.people());
      assertThat(read.territories()).isEqualTo(organization.territories());
      assertThat(read.productLines()).isEqualTo(organization.productLines());
      assertThat(read.customers()).isEqualTo(organization.customers());
    }
  }

  @Nested
  class EveryRevision {

    private final SalesGoal first = COMPANY.companyGoal();
    private final SalesGoal second = goal("q1", "New revenue of 3M in Q1");

    @Test
    void isKept() {
      loop.goals().save(first, NOON);
      loop.goals().save(second, LATER);

      assertThat(loop.goals().history("q1"))
          .containsExactly(
              new Revision<>("q1", 1, NOON, first), new Revision<>("q1", 2, LATER, second));
      assertThat(loop.goals().latest("q1")).contains(new Revision<>("q1", 2, LATER, second));
      assertThat(loop.goals().find("q1")).contains(second);
      assertThat(loop.goals().findAsOf("q1", LATER.minusNanos(1))).contains(first);
      assertThat(loop.goals().findAsOf("q1", NOON.minusNanos(1))).isEmpty();
      assertThat(loop.goals().allAsOf(NOON)).containsExactly(first);
    }

    @Test
    void isMadeByWhoKnowsTheOneBefore() {
      loop.goals().save(first, 0, NOON);

      assertThat(loop.goals().save(second, 1, LATER)).isEqualTo(new Saved("q1", 2, true));
      assertThat(loop.goals().save(second, 2, LATER)).isEqualTo(new Saved("q1", 2, false));
      assertThatExceptionOfType(RevisionConflictException.class)
          .isThrownBy(() -> loop.goals().save(second, 1, LATER));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loop.goals().save(second, -1, LATER))
          .withMessage("expectedRevision of goal q1 is -1; it must be at least 0");
    }

    @Test
    void isWrittenInTheLanguagesItIsWordedIn() {
      SalesGoal both = goal("q2", Text.of("Win 3M", "赢单 300 万"));
      loop.goals().save(goal("q1", "Win 3M"), NOON);
      loop.goals().save(both, NOON);

      assertThat(stored("q1")).containsEntry("title", "Win 3M");
      assertThat(stored("q2"))
          .containsEntry("title", Fields.of(Map.of("en", "Win 3M", "zh", "赢单 300 万")));
      assertThat(loop.goals().find("q2")).contains(both);
    }

    private Map<String, Object> stored(String goal) {
      DocumentKey key = DocumentKey.of("goal", goal);
      return store.documents(HERE).latest(key).orElseThrow().body().asMap();
    }

    @Test
    void isFoundByAnIdOfAnyLengthAndContent() {
      for (String id : List.of("g".repeat(201), "tab\t", "长".repeat(400), "a/b", "~", "x ")) {
        SalesGoal goal = goal(id, "");

        loop.goals().save(goal, NOON);

        assertThat(loop.goals().find(id)).contains(goal);
        assertThat(loop.goals().history(id)).containsExactly(new Revision<>(id, 1, NOON, goal));
      }
      assertThat(loop.goals().all()).hasSize(6);
      assertThat(loop.goals().find("g".repeat(200))).isEmpty();
      assertThat(loop.goals().find("")).isEmpty();
    }
  }

  @Nested
  class RefusesWhatItDoesNotUnderstand {

    private final DocumentPort port = store.documents(HERE);

    @Test
    void aTitleWithoutALanguage() {
      keepGoalWith("title", Map.of("en", "Win", "fr", "Gagner"));

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.goals().find("q1"))
          .withMessageContaining("SalesGoal.title is ")
          .withMessageEndingWith("it must be a text, or fields with the texts en and zh");
    }

    private void keepGoalWith(String name, Object value) {
      loop.goals().save(COMPANY.companyGoal(), NOON);
      DocumentKey key = DocumentKey.of("goal", "q1");
      Map<String, Object> body = new HashMap<>(port.latest(key).orElseThrow().body().asMap());
      body.put(name, value);
      port.save(key, Fields.of(body), 1, NOON);
    }

    @Test
    void aMetricOfAnotherVersion() {
      keepGoalWith("kpi", "won.value@2");

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.goals().find("q1"))
          .withMessage(
              "goal q1 revision 2: SalesGoal.kpi is \"won.value@2\"; it must be the id and version"
                  + " of a KPI such as won.value@1: KPI 'won.value' is known in version 1, not 2");
    }

    @Test
    void aMetricNobodyKnows() {
      keepGoalWith("kpi", "luck@1");

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.goals().all())
          .withMessageContaining("there is no KPI 'luck'; known are [activity.count, ");
    }

    @Test
    void aMetricWithoutVersion() {
      keepGoalWith("kpi", "won.value");

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.goals().history("q1"))
          .withMessageEndingWith("there is no '@' before a version");
    }

    @Test
    void aFieldOfALaterVersion() {
      keepGoalWith("mood", "good");

      assertThatExceptionOfType(UnreadableFieldsException.class)
          .isThrownBy(() -> loop.goals().find("q1"))
          .withMessageStartingWith("goal q1 revision 2: SalesGoal has the unknown field \"mood\"");
    }

    @Test
    void anythingOnceTheStoreIsClosed() {
      store.close();

      assertThatIllegalStateException().isThrownBy(() -> loop.goals().find("q1"));
      assertThatIllegalStateException().isThrownBy(loop::journal);
    }
  }

  @Test
  void writesMetricsWithTheirVersionAndScopesAsText() {
    loop.goals().save(COMPANY.goals().get(1), NOON);

    Fields body =
        store.documents(HERE).latest(DocumentKey.of("goal", "q1-p01")).orElseThrow().body();
    assertThat(body.text("kpi")).isEqualTo("won.count@1");
    assertThat(body.text("scope")).isEqualTo("person=p01,segment=a%3Db%2Cc%25");
  }

  @Test
  void tellsReviewsAndNotesOfDifferentPeriodsApart() {
    LocalDate day = LocalDate.of(2026, 6, 20);
    Period odd = new Period(PeriodKind.MONTH, "50%/week", day, day.plusDays(7));

    assertThat(LoopStore.reviewId(odd, day)).isEqualTo("50%25%2Fweek/2026-06-20");
    assertThat(LoopStore.noteId(odd, day, "a/b")).isEqualTo("50%25%2Fweek/2026-06-20/a%2Fb");
  }

  private static SalesGoal goal(String id, String title) {
    return goal(id, Text.of(title));
  }

  private static SalesGoal goal(String id, Text title) {
    return SalesGoal.builder()
        .id(id)
        .title(title)
        .kpi(Kpis.WON_VALUE)
        .atLeast(SimulatedLoop.eur(3_000_000))
        .period(SimulatedLoop.QUARTER)
        .build();
  }
}
