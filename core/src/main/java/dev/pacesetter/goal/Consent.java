package dev.pacesetter.goal;

import com.google.common.collect.ImmutableList;
import dev.pacesetter.goal.Standing.Answer;
import dev.pacesetter.organization.Organization;
import dev.pacesetter.organization.Scope;
import dev.pacesetter.text.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the consent to a goal: that of all members to the goal they were asked to share,
 * or that of one member, whose own goal is their share of the goal above.
 *
 * @param agreement the agreement as of the day of assessment
 * @param members those whose consent the goal needs
 */
record Consent(Agreement agreement, ImmutableList<Standing> members) {

  /** Finds the consent to a goal among agreements by the ids of their goals. */
  static Optional<Consent> to(SalesGoal goal, Map<String, Agreement> agreements, Instant asOf) {
    @Nullable Agreement own = agreements.get(goal.id());
    if (own != null) {
      return own.asOf(asOf).map(known -> new Consent(known, known.members()));
    }
    return goal.contributesTo()
        .flatMap(above -> Optional.ofNullable(agreements.get(above)))
        .flatMap(above -> above.asOf(asOf))
        .filter(above -> isPart(goal, above.goal()))
        .flatMap(
            above ->
                goal.scope()
                    .person()
                    .flatMap(above::member)
                    .filter(member -> member.share() == goal.target().amount())
                    .map(member -> new Consent(above, ImmutableList.of(member))));
  }

  /** Whether a goal is one person's part of another and asks for the same thing. */
  private static boolean isPart(SalesGoal goal, SalesGoal above) {
    return goal.scope().person().map(Scope::person).equals(Optional.of(goal.scope()))
        && goal.kpi().id().equals(above.kpi().id())
        && goal.kpi().version() == above.kpi().version()
        && goal.target().withAmount(1).equals(above.target().withAmount(1))
        && goal.period().equals(above.period());
  }

  /** Whether what was proposed is the goal as it is now. */
  boolean isTo(SalesGoal goal) {
    return !goal.id().equals(agreement.goal().id())
        || (Proposal.sameTerms(goal, agreement.goal())
            && goal.target().equals(agreement.goal().target()));
  }

  boolean isWithdrawn() {
    return agreement.state() == Agreement.State.WITHDRAWN;
  }

  long accepted() {
    return members.stream().filter(own -> own.answer() == Answer.ACCEPTED).count();
  }

  /** When the last of the members accepted; empty unless all have. */
  Optional<Instant> agreedAt() {
    if (isWithdrawn() || accepted() < members.size()) {
      return Optional.empty();
    }
    return agreement
        .agreedAt()
        .filter(at -> members.size() == agreement.members().size())
        .or(() -> members.stream().map(Standing::since).max(Instant::compareTo));
  }

  /** Whether the deadline has passed with somebody's answer missing. */
  boolean isOverdue(Instant asOf) {
    return agreement.overdue(asOf).stream().anyMatch(members::contains);
  }

  /** Who accepted and who did not, in words. */
  Text inWords(Organization organization) {
    return Text.inEach(
        locale -> new AgreementText(locale, organization).summary(agreement, members));
  }
}
