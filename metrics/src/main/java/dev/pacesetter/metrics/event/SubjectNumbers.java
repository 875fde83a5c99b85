package dev.pacesetter.metrics.event;

/** Numbers of the subjects of the rows, in the order in which the table keeps the subjects. */
interface SubjectNumbers extends Numbers {
  /** The numbers are below this; not all of them need be there. */
  int range();

  /** The caller's number of a subject. */
  long key(int number);

  /** The name of a subject. */
  String name(int number);
}
