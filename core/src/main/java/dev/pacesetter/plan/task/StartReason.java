package dev.pacesetter.plan.task;

/** What keeps a task from starting earlier. */
public enum StartReason {
  /** Nothing: it starts when the plan does. */
  PLAN_START,
  /** The day before which it cannot start. */
  NOT_BEFORE,
  /** Its owner comes on that day. */
  OWNER_COMES,
  /** A task it waits for ends on the working day before. */
  WAITS
}
