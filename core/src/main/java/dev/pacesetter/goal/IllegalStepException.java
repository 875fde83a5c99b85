package dev.pacesetter.goal;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.stream.Collectors;

/** A step that an agreement does not allow; it changed nothing. */
public final class IllegalStepException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Why a step is refused; where several apply, the first of these is told. */
  public enum Refusal {
    /** The proposal was taken back; nothing can follow. */
    WITHDRAWN("the proposal was withdrawn"),
    /** The step lies before the one taken last. */
    BACK_IN_TIME("the last step is later, at %s"),
    /** There is one proposal; what follows are revisions. */
    ALREADY_PROPOSED("it is proposed already; a change is a revision"),
    /** Only members question, counter, accept and decline, each for themselves. */
    NOT_A_MEMBER("%s is not asked for a share; nobody answers for another"),
    /**
     * Only who proposed the goal, or its owner, answers, revises, moves deadlines and withdraws.
     */
    NOT_IN_CHARGE("only %s can"),
    /** Who accepted is asked again only by a revision. */
    ALREADY_ACCEPTED("%s has accepted already; only a revision asks again"),
    /** Who declined has declined. */
    ALREADY_DECLINED("%s has declined already"),
    /** The share named is not the one that is proposed. */
    OTHER_SHARE("the share proposed is %s"),
    /** The number named instead is the one that is proposed. */
    SAME_SHARE("it is the share proposed already; accept it, or name another"),
    /** There is no open question of the member. */
    NO_QUESTION("%s has no open question"),
    /** The revision is about another goal. */
    OTHER_GOAL("the revision is of goal %s"),
    /** The revision says what was proposed already. */
    NOTHING_REVISED("it is what is proposed already");

    private final String because;

    Refusal(String because) {
      this.because = because;
    }
  }

  private final Refusal refusal;
  private final transient AgreementStep step;
  private final transient Agreement agreement;

  IllegalStepException(Refusal refusal, String detail, AgreementStep step, Agreement agreement) {
    super(
        "%s cannot %s at %s in the agreement on goal %s, which is %s: %s; %s may %s"
            .formatted(
                step.by(),
                verb(step.kind()),
                step.at(),
                agreement.goal().id(),
                agreement.state().name().toLowerCase(Locale.ROOT),
                refusal.because.formatted(detail),
                step.by(),
                verbs(agreement.allowedTo(step.by()))));
    this.refusal = refusal;
    this.step = step;
    this.agreement = agreement;
  }

  private static String verb(AgreementStep.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String verbs(ImmutableSet<AgreementStep.Kind> kinds) {
    return kinds.isEmpty()
        ? "do nothing"
        : kinds.stream().map(IllegalStepException::verb).collect(Collectors.joining(", "));
  }

  /**
   * Returns why the step is refused.
   *
   * @return the reason by name
   */
  public Refusal refusal() {
    return refusal;
  }

  /**
   * Returns what was refused.
   *
   * @return the step, which tells who tried
   */
  public AgreementStep step() {
    return step;
  }

  /**
   * Returns the agreement as it was and is.
   *
   * @return the agreement; {@link Agreement#allowedTo} tells what its actor may do instead
   */
  public Agreement agreement() {
    return agreement;
  }
}
